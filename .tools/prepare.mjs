/**
 * Makes a fresh clone ready: installs what is missing, builds what changed, and says what it does and how long it takes.
 * Plain Node, no dependency: it runs before there are any. Everything it says goes to standard error, so that commands keep theirs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const purpose = process.argv[2] ?? 'start';
const INSTALL_STAMP = join('node_modules', '.ponte-installed');
const BUILD_STAMP = join('dist', '.ponte-built');

const say = (line) => process.stderr.write(`${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(`${path}\0${statSync(path).size}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesUnder(folder, isWanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .filter(isWanted);
}

const stampIs = (path, digest) => existsSync(path) && readFileSync(path, 'utf8') === digest;

function step(what, command, args) {
  const started = Date.now();
  say(`${what} …`);
  // npm is a script file on Windows and needs a shell there; the arguments are all our own.
  const done = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) return false;
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;

function install() {
  const digest = digestOf(['package.json', 'package-lock.json']) + process.versions.modules;
  if (stampIs(INSTALL_STAMP, digest)) return;
  say('First start: installing the packages takes one to three minutes, because two of them are compiled here.');
  if (!has('make') || !(has('g++') || has('c++') || has('clang++')) || !has('python3'))
    fail('A C++ compiler is missing: install python3, make and g++ (Debian: apt-get install python3 make g++), then start again.');
  if (!step('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    fail('The packages could not be installed. The lines above say why.');
  writeFileSync(INSTALL_STAMP, digest);
}

function build() {
  const isSource = (path) => /\.(ts|mjs|css|json|png)$/.test(path) && !path.includes('node_modules');
  const sources = [
    ...filesUnder('src', isSource),
    ...filesUnder('dialogs', isSource),
    ...filesUnder('locales', (path) => /(web|grammar|columns)\.json$/.test(path)),
  ];
  const digest = digestOf([...sources, 'tsconfig.json', join('.tools', 'build.mjs'), 'package-lock.json']);
  if (stampIs(BUILD_STAMP, digest)) return;
  if (!step('Building', process.execPath, [join('.tools', 'build.mjs')])) fail('The build failed. The lines above say where.');
  mkdirSync('dist', { recursive: true });
  writeFileSync(BUILD_STAMP, digest);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old: Ponte needs 20.19 or newer.`);
install();
if (purpose !== 'dev') build();
