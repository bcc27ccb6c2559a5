/** The staff command: `npm run ponte -- …`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLanguages, openLibrary } from './compose';
import { loadEnvFile, readConfig } from './config';
import { dayIn } from './domain/day';
import { PonteError } from './errors';
import { readKnowledge } from './knowledge/knowledge-base';
import { makeDetector } from './language/detect';
import { silentLog } from './log';
import { type AskRooms, askLines, askOne, readAsk } from './staff/ask';
import { checkFolder } from './staff/check/check-folder';
import { type CheckFormat, findingLines, isClean } from './staff/check/print-findings';
import { knowledgeLines, knowledgeTable } from './staff/list-knowledge';
import { USAGE } from './staff/usage';

type Config = ReturnType<typeof readConfig>;

const print = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

/** Exit code: 0 done, 1 findings, 64 wrong use (sysexits.h EX_USAGE). */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean' },
      json: { type: 'boolean' },
      format: { type: 'string' },
      locale: { type: 'string' },
      site: { type: 'string' },
      at: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...rest] = positionals;
  const config = readConfig(process.env);
  if (values.help || command === undefined || command === 'help') {
    print(USAGE);
    return values.help || command ? 0 : 64;
  }
  if (command === 'ask') return ask(rest.join(' '), values, config);
  if (command === 'knowledge') return knowledge(values.json ?? false, config);
  if (command === 'check') return check(values.json ? 'json' : values.format === 'github' ? 'github' : 'text', config);
  process.stderr.write(`ponte: there is no command "${command}". "npm run ponte -- help" lists them.\n`);
  return 64;
}

async function ask(
  question: string,
  values: { jsonl?: boolean; json?: boolean; locale?: string; site?: string; at?: string },
  config: Config,
): Promise<number> {
  if (!values.jsonl && question.trim() === '') {
    process.stderr.write('ponte ask: write the question after it, in quotes, or use --jsonl.\n');
    return 64;
  }
  const { locale, site, at } = values;
  const asked = readAsk({ id: 1, question, locale, site, at });
  if (!asked.ok) {
    process.stderr.write(`ponte ask: ${asked.what}\n`);
    return 64;
  }
  const languages = openLanguages();
  const [detector, library] = await Promise.all([
    makeDetector(),
    openLibrary({
      folder: config.knowledgeFolder,
      languages,
      log: silentLog,
      isWatching: false,
      cacheFolder: join(config.dataFolder, 'cache'),
    }),
  ]);
  const rooms: AskRooms = {
    ...library.current(),
    languages,
    detector,
    defaultSite: config.defaultSite,
    now: () => new Date(),
  };
  await library.close();
  if (values.jsonl) {
    await askLines(process.stdin, process.stdout, rooms);
    return 0;
  }
  const answer = await askOne(asked.value, rooms);
  print(
    values.json
      ? [JSON.stringify(answer)]
      : [answer.text, '', `[${answer.outcome}, confidence ${answer.confidence}, ${answer.locale}, ${answer.ms} ms]`],
  );
  return 0;
}

async function knowledge(isJson: boolean, config: Config): Promise<number> {
  const reading = await readKnowledge(config.knowledgeFolder);
  print(isJson ? knowledgeLines(reading.knowledge, new Date()) : knowledgeTable(reading.knowledge));
  return isClean(reading.findings) ? 0 : 1;
}

async function check(format: CheckFormat, config: Config): Promise<number> {
  const reading = await readKnowledge(config.knowledgeFolder);
  const findings = checkFolder(reading, dayIn(new Date(), 'UTC'));
  print(findingLines(findings, format));
  if (format === 'text') process.stderr.write(`${reading.knowledge.entries.length} entries, ${findings.length} findings\n`);
  return isClean(findings) ? 0 : 1;
}

loadEnvFile();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(
      `${error instanceof PonteError || isUsage ? (error as Error).message : 'ponte: an unforeseen fault. Please report it.'}\n`,
    );
    if (!(error instanceof PonteError) && !isUsage) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = isUsage ? 64 : 70;
  },
);
