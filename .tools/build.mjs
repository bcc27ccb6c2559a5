/**
 * Builds everything that runs: the server with tsc to dist/src, the browser files with esbuild to dist/web. Sizes are printed,
 * and a chat heavier than its budget fails the build. `--web` builds the browser files alone.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import ts from 'typescript';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WEB = join(ROOT, 'dist', 'web');
/** Bytes of JavaScript and style of the chat page, gzip: an info point behind a slow line opens it in a few seconds. */
const CHAT_BUDGET = 30 * 1024;
const CHAT_FILES = ['chat.js', 'chat.css'];
/** The loader carries the words of its one button; everything else comes with the page it opens. */
const LAUNCHER_WORDS = ['open', 'close', 'title'];

/** Type-checks and writes the server; tests are checked by `npm run types` and are not needed to run. True if it is sound. */
function buildServer() {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createIncrementalProgram({
    rootNames: fileNames.filter((name) => !relative(ROOT, name).startsWith('test')),
    options: { ...options, types: ['node'], incremental: true, tsBuildInfoFile: join(ROOT, 'dist', 'server.tsbuildinfo') },
  });
  const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics(), ...program.emit().diagnostics];
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => '\n' };
  if (found.length > 0) console.error(ts.formatDiagnostics(found, host));
  return found.length === 0;
}

/** `{ el: { open, close, title } }` for every language with words for the pages. */
async function readLauncherWords() {
  const words = {};
  for (const locale of await readdir(join(ROOT, 'locales'))) {
    const text = await readFile(join(ROOT, 'locales', locale, 'web.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const all = JSON.parse(text);
    words[locale] = Object.fromEntries(LAUNCHER_WORDS.map((key) => [key, all[`widget.${key}`]]));
  }
  return words;
}

/** Throws when esbuild finds an error; it has printed it then. */
async function buildWeb() {
  const source = (name) => join(ROOT, 'src', 'web', name);
  const target = 'es2020';
  const style = await transform(await readFile(source('widget.css'), 'utf8'), { loader: 'css', minify: true, target: 'es2020' });
  await rm(WEB, { recursive: true, force: true });
  const shared = { outdir: WEB, bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'error' };
  await build({
    ...shared,
    entryPoints: ['chat', 'kiosk', 'demo', 'widget'].map((name) => source(`${name}.ts`)),
    format: 'iife',
    target,
    define: { WIDGET_WORDS: JSON.stringify(await readLauncherWords()), WIDGET_STYLE: JSON.stringify(style.code) },
  });
  await build({ ...shared, entryPoints: ['chat.css', 'demo.css', 'entry.css', 'staff.css'].map(source) });
}

/** Prints a line a file and gives the sizes of all by name, gzip. */
async function weigh() {
  const sizes = {};
  for (const name of (await readdir(WEB)).sort()) {
    const bytes = await readFile(join(WEB, name));
    sizes[name] = gzipSync(bytes, { level: 9 }).length;
    console.log(`  ${name.padEnd(12)}${String(bytes.length).padStart(8)} B ${String(sizes[name]).padStart(8)} B gzip`);
  }
  return sizes;
}

const startedAt = performance.now();
const isSound = process.argv.includes('--web') || buildServer();
await buildWeb();
const sizes = await weigh();
const chat = CHAT_FILES.reduce((sum, name) => sum + sizes[name], 0);
console.log(`  chat in all ${chat} of ${CHAT_BUDGET} B gzip; built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
if (chat > CHAT_BUDGET) console.error('The chat is heavier than its budget.');
if (!isSound || chat > CHAT_BUDGET) process.exitCode = 1;
