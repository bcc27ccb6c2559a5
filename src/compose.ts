/** Builds every object once, from the settings; the only file that names concrete stores, indexes and mailers. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeUnderstanding } from '../dialogs/answers/understanding';
import type { Library } from '../dialogs/dialog';
import { Answerer } from './answering/answerer';
import { PonteBot } from './bot/ponte-bot';
import type { PipelineRooms } from './bot/turn-pipeline';
import type { SiteView } from './channels/site-view';
import type { Config } from './config';
import type { SiteEntry } from './domain/entry';
import type { Finding } from './domain/finding';
import type { KnowledgeBase } from './domain/knowledge-base';
import { textIn } from './domain/locale';
import { PonteError } from './errors';
import { readKnowledge } from './knowledge/knowledge-base';
import { MemoFile, ParseMemo } from './knowledge/parse-memo';
import { watchFolder } from './knowledge/watch-folder';
import { type Asking, makeAsking } from './language/asking';
import { makeDetector } from './language/detect';
import { makePlaceFinder } from './language/places';
import { Languages } from './language/speech';
import { makeTermFinder } from './language/terms';
import type { Log } from './log';
import { Delivery } from './referral/deliver';
import { makeFileMailer, makeSmtpMailer } from './referral/mailer';
import { newReference, newSecret } from './referral/references';
import { Sealer, secretFits } from './referral/sealing';
import { buildRetriever, type Indexer } from './retrieval/build-index';
import { IndexingThread } from './retrieval/indexing-thread';
import { KeptIndex } from './retrieval/kept-index';
import { makeOpenData } from './staff/export/open-data';
import { MissFile } from './store/miss-file';
import { readOrMakeSecret } from './store/secrets';
import { openStore, type Store } from './store/sqlite-store';

/** Beside the built code and beside the sources alike: `locales/` and `dist/` lie at the top of the project. */
const PROJECT = __filename.endsWith('.ts') ? join(__dirname, '..') : join(__dirname, '..', '..');
export const WEB_FOLDER = join(PROJECT, 'dist', 'web');

export const openLanguages = (): Languages => new Languages(join(PROJECT, 'locales'));

/** The folder as it serves now, with everything built from it. A reload replaces all of it at once. */
export interface LiveLibrary {
  current(): Library;
  findings(): readonly Finding[];
  close(): Promise<void>;
}

export interface LibraryOptions {
  readonly folder: string;
  readonly languages: Languages;
  readonly log: Log;
  readonly isWatching: boolean;
  /** Where what was parsed and indexed is kept for the next start. */
  readonly cacheFolder?: string;
  /** Passages indexed so far, of how many. */
  onProgress?(done: number, total: number): void;
}

/** Throws KNOWLEDGE_EMPTY when no entry is usable: a bot that knows nothing must not look alive. */
export async function openLibrary(options: LibraryOptions): Promise<LiveLibrary> {
  const { folder, log } = options;
  const { memoFile, indexer, close } = await openCaches(options);
  const memo = (await memoFile?.read()) ?? new ParseMemo();
  const read = async (last?: KnowledgeBase) => {
    const reading = await readKnowledge(folder, last, memo);
    if (memo.turnOver()) await memoFile?.write(memo);
    return reading;
  };
  let { knowledge, findings } = await read().catch((cause: unknown) => {
    throw new PonteError('KNOWLEDGE_EMPTY', folder, { cause });
  });
  if (knowledge.passages.length === 0) throw new PonteError('KNOWLEDGE_EMPTY', folder);
  report(findings, log);
  const asking = makeAsking(options.languages);
  let library = await buildLibrary(knowledge, asking, options, indexer);
  const reload = async (): Promise<void> => {
    const started = performance.now();
    const reading = await read(knowledge);
    findings = reading.findings;
    report(findings, log);
    if (reading.knowledge.passages.length === 0 || isSame(reading.knowledge, knowledge)) return;
    library = await buildLibrary(reading.knowledge, asking, { log }, indexer);
    knowledge = reading.knowledge;
    logKnowledge(knowledge, findings, log, started);
  };
  const watching = options.isWatching ? watchFolder(folder, log, reload) : undefined;
  return {
    current: () => library,
    findings: () => findings,
    close: async () => {
      watching?.close();
      await close();
    },
  };
}

/** Only a build has a name, and a thread to build indexes in; sources under development parse and index on the spot. */
async function openCaches({ cacheFolder, isWatching, log }: LibraryOptions) {
  const build = await readFile(join(PROJECT, 'dist', '.ponte-built'), 'utf8').catch(() => undefined);
  if (!cacheFolder || !build || __filename.endsWith('.ts')) return { close: async () => {} };
  const thread = new IndexingThread();
  return {
    memoFile: new MemoFile(join(cacheFolder, 'knowledge.json'), build),
    indexer: new KeptIndex({ path: join(cacheFolder, 'index.bin'), build, thread, log, isWatching }),
    close: () => thread.close(),
  };
}

const isSame = (a: KnowledgeBase, b: KnowledgeBase): boolean => a.digest === b.digest;

async function buildLibrary(
  knowledge: KnowledgeBase,
  asking: Asking,
  { log, onProgress }: Pick<LibraryOptions, 'log' | 'onProgress'>,
  indexer?: Indexer,
): Promise<Library> {
  const retriever = await buildRetriever(knowledge, { log, ...(onProgress && { onProgress }), ...(indexer && { indexer }) });
  const places = makePlaceFinder(knowledge.vocabularies);
  const applicants = makeTermFinder(knowledge.vocabularies.applicants);
  return {
    knowledge,
    answerer: new Answerer({ retriever, knowledge, asking, places, applicants, log }),
    places,
    applicants,
    topics: makeTermFinder(knowledge.vocabularies.topics),
  };
}

function report(findings: readonly Finding[], log: Log): void {
  for (const { rule, file, line, severity } of findings) if (severity === 'error') log.finding({ rule, file, line });
}

function logKnowledge(knowledge: KnowledgeBase, findings: readonly Finding[], log: Log, started: number): void {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  log.knowledge({
    digest: knowledge.digest.slice(0, 12),
    entries: knowledge.entries.length,
    errors,
    warnings: findings.length - errors,
    ms: Math.round(performance.now() - started),
  });
}

export interface Ponte {
  readonly bot: PonteBot;
  readonly store: Store;
  readonly library: LiveLibrary;
  readonly languages: Languages;
  readonly delivery: Delivery;
  readonly tokenSecret: string;
  close(): Promise<void>;
}

/** Everything behind the channels. */
export async function composePonte(config: Config, log: Log, onProgress?: LibraryOptions['onProgress']): Promise<Ponte> {
  const languages = openLanguages();
  const understanding = makeUnderstanding(languages);
  const [detector, library] = await Promise.all([
    makeDetector(),
    openLibrary({
      folder: config.knowledgeFolder,
      languages,
      log,
      isWatching: true,
      cacheFolder: join(config.dataFolder, 'cache'),
      ...(onProgress ? { onProgress } : {}),
    }),
  ]);
  const store = await openStore(config.dataFolder);
  const sealer = new Sealer(config.masterKey ?? (await readOrMakeSecret(config.dataFolder, 'master', 32)));
  const tokenSecret = config.tokenSecret ?? (await readOrMakeSecret(config.dataFolder, 'tokens', 32));
  const mailer = config.mail.smtpUrl ? makeSmtpMailer(config.mail.smtpUrl) : makeFileMailer(join(config.dataFolder, 'outbox'));
  const now = () => new Date();
  const misses = new MissFile(config.dataFolder, (error) => log.degraded({ part: 'misses', error }));
  const delivery = new Delivery({
    store: store.referrals,
    sealer,
    mailer,
    languages,
    knowledge: () => library.current().knowledge,
    log,
    now,
    from: config.mail.from,
  });
  const findReferral: PipelineRooms['findReferral'] = async (reference, secret) => {
    const status = await store.referrals.findStatus(reference);
    return secretFits(secret, status?.secretHash) && status ? status : undefined;
  };
  const bot = new PonteBot({
    roomsNow: () => ({ ...library.current(), languages, understanding, detector, findReferral, now, newReference, newSecret }),
    conversations: store.conversations,
    inbox: store.inbox,
    sealer,
    log,
    defaultSite: config.defaultSite,
    onReferral: () => delivery.poke(),
    onMiss: (miss) => misses.record(miss),
  });
  const close = async (): Promise<void> => {
    await library.close();
    await delivery.stop();
    await misses.settled();
    await store.close();
  };
  return { bot, store, library, languages, delivery, tokenSecret, close };
}

/** What the pages may know of a site. */
export function siteView({ id, title, site }: SiteEntry, languages: Languages): SiteView {
  return {
    id,
    name: (locale) => textIn(title, locale).text,
    locales: site.locales.filter((locale) => languages.spoken.includes(locale)),
    theme: site.theme,
    allowedOrigins: site.allowedOrigins,
  };
}

/** The folder for other machines; `baseUrl` is the address people use, of which the ids are made. */
export const openDataOf = (library: LiveLibrary, baseUrl: string) =>
  makeOpenData({ knowledge: () => library.current().knowledge, baseUrl, now: () => new Date() });
