/** The staff command: `npm run ponte -- …`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEnvFile, readConfig } from './config';
import { PonteError } from './errors';
import { silentLog } from './log';
import { type AskRooms, askLines, askOne, readAsk } from './staff/ask';
import { makeCalibrateCommand } from './staff/calibrate/command';
import { check } from './staff/check/command';
import { rulesCommand } from './staff/check/rules-command';
import { type Command, type CommandRooms, EX_USAGE } from './staff/command';
import { makeDiffCommand } from './staff/diff/command';
import { makeFolderOpener } from './staff/diff/open-folders';
import { exportCommand } from './staff/export/command';
import { importCommand } from './staff/import/command';
import { learnCommand } from './staff/learn-words/command';
import { linksCommand } from './staff/links/command';
import { knowledge } from './staff/list-knowledge';
import { newCommand } from './staff/new-entry';
import { findNoFolder } from './staff/no-folder';
import { plainJson, plainLine } from './staff/plain-line';
import { reportCommand } from './staff/report/command';
import { reviewCommand } from './staff/review';
import { ASK_USAGE, usage } from './staff/usage';

type Config = ReturnType<typeof readConfig>;

/** The whole server hangs on it: half a second that most commands need not wait for. */
const loadCompose = () => import('./compose.js');

const print = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

/** The folder as it would be served. */
const openFolder = makeFolderOpener({
  openLanguages: async () => (await loadCompose()).openLanguages(),
  defaultSite: () => readConfig(process.env).defaultSite,
  findMemoFile: async () => (await loadCompose()).findMemoFile(readConfig(process.env).dataFolder),
});

/** Commands that work on the folder's files. */
const COMMANDS: readonly Command[] = [
  check,
  rulesCommand,
  newCommand,
  reviewCommand,
  importCommand,
  learnCommand,
  makeCalibrateCommand(openFolder),
  makeDiffCommand(openFolder),
  reportCommand,
  linksCommand,
  exportCommand,
  knowledge,
];

/** Exit code: 0 done, 1 findings, 64 wrong use (sysexits.h EX_USAGE). */
async function run([name, ...args]: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  if (name === undefined || isHelp) {
    print(usage([ASK_USAGE, ...COMMANDS.map((command) => command.usage)]));
    return isHelp ? 0 : EX_USAGE;
  }
  const command = COMMANDS.find((one) => one.name === name);
  // What check looks at can be read anywhere.
  const needsFolder = name === 'ask' || (command !== undefined && command !== rulesCommand);
  const noFolder = needsFolder ? await findNoFolder(config.knowledgeFolder) : undefined;
  if (noFolder !== undefined) {
    process.stderr.write(`ponte ${name}: ${noFolder}\n`);
    return 1;
  }
  if (name === 'ask') return runAsk(args, config);
  if (command) return command.run(args, roomsOf(config));
  process.stderr.write(`ponte: there is no command "${name}". "npm run ponte -- help" lists them.\n`);
  return EX_USAGE;
}

const roomsOf = (config: Config): CommandRooms => ({
  folder: config.knowledgeFolder,
  dataFolder: config.dataFolder,
  out: process.stdout,
  err: process.stderr,
  now: () => new Date(),
  isTerminal: process.stdout.isTTY === true && process.stdin.isTTY === true,
});

function runAsk(args: readonly string[], config: Config): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { jsonl: flag, json: flag, locale: text, site: text, at: text };
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  return ask(positionals.join(' '), values, config);
}

async function ask(
  question: string,
  values: { jsonl?: boolean; json?: boolean; locale?: string; site?: string; at?: string },
  config: Config,
): Promise<number> {
  if (!values.jsonl && question.trim() === '') {
    process.stderr.write('ponte ask: write the question after it, in quotes, or use --jsonl.\n');
    return EX_USAGE;
  }
  const { locale, site, at } = values;
  const asked = readAsk({ id: 1, question, locale, site, at });
  if (!asked.ok) {
    process.stderr.write(`ponte ask: ${asked.what}\n`);
    return EX_USAGE;
  }
  const { openDetector, openLanguages, openLibrary } = await loadCompose();
  const languages = openLanguages();
  const opening = openLibrary({
    folder: config.knowledgeFolder,
    languages,
    log: silentLog,
    isWatching: false,
    cacheFolder: join(config.dataFolder, 'cache'),
  });
  const [detector, library] = await Promise.all([openDetector(opening), opening]);
  const rooms: AskRooms = {
    ...library.current(),
    languages,
    detector,
    defaultSite: config.defaultSite,
    now: () => new Date(),
  };
  await library.close();
  if (site !== undefined && !rooms.knowledge.findSite(site)) {
    process.stderr.write(`ponte ask: there is no site "${site}"; name a file of ${join(config.knowledgeFolder, 'sites')}, such as demo.\n`);
    return EX_USAGE;
  }
  if (values.jsonl) {
    await askLines(process.stdin, process.stdout, rooms);
    return 0;
  }
  const answer = await askOne(asked.value, rooms);
  print(
    values.json
      ? [plainJson(answer)]
      : [
          ...answer.text.split('\n').map((line) => plainLine(line)),
          '',
          `[${answer.outcome}, confidence ${answer.confidence}, ${answer.locale}, ${answer.ms} ms]`,
        ],
  );
  return 0;
}

// A reader that has enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
loadEnvFile();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.exitCode = isUsage ? EX_USAGE : 70;
    const say = (line: string) => process.stderr.write(`${line}\n`);
    // What Node says after the first sentence tells how to call parseArgs.
    if (isUsage) say(`ponte: ${error.message.split('. ', 1)[0]}. "npm run ponte -- help" lists what each command takes.`);
    else if (error instanceof PonteError) say(error.message);
    else say(`ponte: an unforeseen fault. Please report it.\n${error instanceof Error ? error.stack : String(error)}`);
  },
);
