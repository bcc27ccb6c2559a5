/** Builds every object once, from the settings; the only file that names concrete stores, indexes and mailers. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeUnderstanding } from '../dialogs/answers/understanding';
import type { Library } from '../dialogs/dialog';
import { Answerer } from './answering/answerer';
import { openModelEndpoint } from './answering/model-endpoint';
import { RestingModel } from './answering/resting-model';
import { Writer } from './answering/writer';
import { MessagePace } from './bot/message-pace';
import { PonteBot } from './bot/ponte-bot';
import type { PipelineRooms } from './bot/turn-draft';
import type { SiteView } from './channels/site-view';
import type { Config } from './config';
import type { Entry, SiteEntry } from './domain/entry';
import type { Finding } from './domain/finding';
import type { KnowledgeBase } from './domain/knowledge-base';
import { textIn } from './domain/locale';
import { PonteError } from './errors';
import { readKnowledge } from './knowledge/knowledge-base';
import { MemoFile } from './knowledge/memo-file';
import { ParseMemo } from './knowledge/parse-memo';
import { watchFolder } from './knowledge/watch-folder';
import type { Asking } from './language/asking';
import { type Detector, makeDetector } from './language/detect';
import { KeptTongues, type TonguesFile } from './language/kept-tongues';
import { makeAsking } from './language/make-asking';
import { makePlaceFinder } from './language/places';
import { Languages } from './language/speech';
import { makeTermFinder } from './language/terms';
import type { Tongues, TonguesImage } from './language/tongues';
import type { Log } from './log';
import { Delivery } from './referral/deliver';
import { makeFileMailer, makeSmtpMailer } from './referral/mailer';
import { newReference, newSecret } from './referral/references';
import { Sealer, secretFits } from './referral/sealing';
import { buildRetriever, type Indexer } from './retrieval/build-index';
import { IndexingThread } from './retrieval/indexing-thread';
import { readKeptFile, writeKeptFile } from './retrieval/kept-file';
import { KeptIndex } from './retrieval/kept-index';
import { isStopWord } from './retrieval/stop-words';
import { openLive } from './staff/live/open-live';
import { MissFile } from './store/miss-file';
import { readOrMakeSecret } from './store/secrets';
import { openStore, type Store } from './store/sqlite-store';
import { removeStaleDrafts } from './store/stale-drafts';

/** Beside the built code and beside the sources alike: `locales/` and `dist/` lie at the top of the project. */
const PROJECT = __filename.endsWith('.ts') ? join(__dirname, '..') : join(__dirname, '..', '..');
export const WEB_FOLDER = join(PROJECT, 'dist', 'web');

export const openLanguages = (): Languages => new Languages(join(PROJECT, 'locales'));

/** Hears languages by the words of the folder too, from when it is open. */
export async function openDetector(opening: Promise<LiveLibrary>): Promise<Detector> {
  let library: LiveLibrary | undefined;
  const [detector, opened] = await Promise.all([makeDetector(() => library?.tongues()), opening]);
  await opened.openTongues();
  library = opened;
  return detector;
}

/** The folder as it serves now, with everything built from it. A reload replaces all of it at once. */
export interface LiveLibrary {
  current(): Library;
  /** What tells languages, by the words of `locales/` and of this version. */
  tongues(): Tongues;
  /** Makes it ready, or takes what an earlier start kept: before, the first to ask for it waits a quarter of a second. */
  openTongues(): Promise<void>;
  findings(): readonly Finding[];
  /** When this version began to serve, how the last reading of the folder went, and what it holds that is not shown. */
  reading(): ReadingState;
  close(): Promise<void>;
}

interface ReadingState {
  readonly servingSince: Date;
  readonly lastRead: Date;
  /** Nothing of the last reading could serve. */
  readonly hasFailed: boolean;
  readonly unshown: readonly Entry[];
}

export interface LibraryOptions {
  readonly folder: string;
  readonly languages: Languages;
  readonly log: Log;
  readonly isWatching: boolean;
  /** Where what was parsed and indexed is kept for the next start. */
  readonly cacheFolder?: string;
  /** Take the place of those in `cacheFolder`. */
  readonly caches?: Caches;
  /** Passages indexed so far, of how many. */
  onProgress?(done: number, total: number): void;
}

/** What earlier starts parsed and built. Each may be empty, and is filled then. */
export interface Caches {
  readonly memoFile?: MemoFile;
  readonly indexer?: Indexer;
  readonly tonguesFile?: TonguesFile;
  close(): Promise<void>;
}

/** Throws KNOWLEDGE_EMPTY when no entry is usable: a bot that knows nothing must not look alive. */
export async function openLibrary(options: LibraryOptions): Promise<LiveLibrary> {
  const { folder, log } = options;
  const { memoFile, indexer, tonguesFile, close } = options.caches ?? (await openCaches(options));
  const memo = (await memoFile?.read()) ?? new ParseMemo();
  let state: ReadingState | undefined;
  const read = async (last?: KnowledgeBase) => {
    const reading = await readKnowledge(folder, last, memo).catch((error: unknown) => {
      if (state) state = { ...state, lastRead: new Date(), hasFailed: true };
      throw error;
    });
    const unshown = reading.files.entries.filter(({ verified }) => !verified);
    const now = new Date();
    state = { servingSince: now, ...state, lastRead: now, hasFailed: reading.knowledge.passages.length === 0, unshown };
    if (memo.turnOver()) void memoFile?.write(memo);
    return reading;
  };
  let { knowledge, findings } = await read().catch((cause: unknown) => {
    throw new PonteError('KNOWLEDGE_EMPTY', folder, { cause });
  });
  if (knowledge.passages.length === 0) throw new PonteError('KNOWLEDGE_EMPTY', folder);
  report(findings, log);
  const asking = makeAsking(options.languages);
  let library = await buildLibrary(knowledge, asking, options, indexer);
  const reload = async (isStale: () => boolean): Promise<void> => {
    const started = performance.now();
    const reading = await read(knowledge);
    // Files saved together are served together; they are read again in a moment.
    if (isStale()) return;
    // A second reading of the same files says nothing new.
    if (!isDeepStrictEqual(findings, reading.findings)) report(reading.findings, log);
    findings = reading.findings;
    if (reading.knowledge.passages.length === 0 || isSame(reading.knowledge, knowledge)) return;
    library = await buildLibrary(reading.knowledge, asking, { log }, indexer);
    knowledge = reading.knowledge;
    if (state) state = { ...state, servingSince: new Date() };
    logKnowledge(knowledge, findings, log, started);
  };
  const tongues = new KeptTongues({ languages: options.languages, isStopWord, file: tonguesFile });
  const watching = options.isWatching ? watchFolder(folder, log, reload) : undefined;
  return {
    current: () => library,
    tongues: () => tongues.of(knowledge.vocabularies),
    openTongues: () => tongues.open(knowledge.vocabularies),
    findings: () => findings,
    reading: () => state ?? { servingSince: new Date(), lastRead: new Date(), hasFailed: false, unshown: [] },
    close: async () => {
      watching?.close();
      await tongues.settled();
      await close();
    },
  };
}

/** Only a build has a name, and a thread to build indexes in; sources under development parse and index on the spot. */
async function openCaches({ cacheFolder, isWatching, log }: LibraryOptions): Promise<Caches> {
  const build = await readBuildName();
  if (!cacheFolder || !build) return { close: async () => {} };
  await removeStaleDrafts(cacheFolder);
  const thread = new IndexingThread();
  return {
    memoFile: memoFileIn(cacheFolder, build),
    indexer: new KeptIndex({ path: join(cacheFolder, 'index.bin'), build, thread, log, isWatching }),
    tonguesFile: tonguesFileIn(cacheFolder, build),
    close: () => thread.close(),
  };
}

/** `build` names the code that makes them, as everything that is kept does. */
export function tonguesFileIn(cacheFolder: string, build: string): TonguesFile {
  const path = join(cacheFolder, 'tongues.bin');
  return {
    read: async (key) => (await readKeptFile(path, 'ponte-tongues', `${build} ${key}`)) as TonguesImage | undefined,
    write: (key, image) => writeKeptFile(path, 'ponte-tongues', `${build} ${key}`, image),
  };
}

const readBuildName = async (): Promise<string | undefined> =>
  __filename.endsWith('.ts') ? undefined : readFile(join(PROJECT, 'dist', '.ponte-built'), 'utf8').catch(() => undefined);

const memoFileIn = (cacheFolder: string, build: string): MemoFile => new MemoFile(join(cacheFolder, 'knowledge.json'), build);

/** What the server parsed last, for commands beside it; undefined when nothing is kept for this code. */
export async function findMemoFile(dataFolder: string): Promise<MemoFile | undefined> {
  const build = await readBuildName();
  return build === undefined ? undefined : memoFileIn(join(dataFolder, 'cache'), build);
}

const isSame = (a: KnowledgeBase, b: KnowledgeBase): boolean => a.digest === b.digest;

async function buildLibrary(
  knowledge: KnowledgeBase,
  asking: Asking,
  { log, onProgress }: Pick<LibraryOptions, 'log' | 'onProgress'>,
  indexer?: Indexer,
): Promise<Library> {
  const retriever = await buildRetriever(knowledge, { log, ...(onProgress && { onProgress }), ...(indexer && { indexer }) });
  const finders = findersOf(knowledge.vocabularies);
  return { knowledge, retriever, answerer: new Answerer({ retriever, knowledge, asking, ...finders, log }), ...finders };
}

type Finders = Pick<Library, 'places' | 'applicants' | 'topics'>;
const finders = new WeakMap<KnowledgeBase['vocabularies'], Finders>();

/** The names of two thousand areas take a tenth of a second, and hardly an edit touches them. */
function findersOf(vocabularies: KnowledgeBase['vocabularies']): Finders {
  const { applicants, topics } = vocabularies;
  const made = finders.get(vocabularies) ?? {
    places: makePlaceFinder(vocabularies),
    applicants: makeTermFinder(applicants),
    topics: makeTermFinder(topics),
  };
  finders.set(vocabularies, made);
  return made;
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
  readonly detector: Detector;
  readonly delivery: Delivery;
  readonly tokenSecret: string;
  close(): Promise<void>;
}

/** Everything behind the channels. */
export async function composePonte(config: Config, log: Log, onProgress?: LibraryOptions['onProgress']): Promise<Ponte> {
  const languages = openLanguages();
  const understanding = makeUnderstanding(languages);
  const opening = openLibrary({
    folder: config.knowledgeFolder,
    languages,
    log,
    isWatching: true,
    cacheFolder: join(config.dataFolder, 'cache'),
    ...(onProgress ? { onProgress } : {}),
  });
  const [detector, library] = await Promise.all([openDetector(opening), opening]);
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
  const writer = openWriter(config, detector, log);
  const rooms = { languages, understanding, detector, findReferral, now, newReference, newSecret, ...(writer && { writer }) };
  const bot = new PonteBot({
    roomsNow: () => ({ ...library.current(), ...rooms }),
    conversations: store.conversations,
    inbox: store.inbox,
    sealer,
    log,
    defaultSite: config.defaultSite,
    ...(config.hasRateLimits && { pace: new MessagePace(config.messagesPerMinute, () => performance.now()) }),
    onReferral: () => delivery.poke(),
    onMiss: (miss) => misses.record(miss),
  });
  const close = async (): Promise<void> => {
    await library.close();
    await delivery.stop();
    await misses.settled();
    await store.close();
  };
  return { bot, store, library, languages, detector, delivery, tokenSecret, close };
}

/** Undefined unless the operator names a model: without one, nothing is asked of anybody. */
function openWriter({ model }: Config, detector: Detector, log: Log): Writer | undefined {
  if (!model) return undefined;
  const resting = new RestingModel({ model: openModelEndpoint(model), log, now: () => performance.now() });
  return new Writer({ model: resting, detector, log, newFence: () => randomBytes(12).toString('hex') });
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

/** What the server shows of the folder besides answers. `baseUrl` gives the address people use. */
export const openShown = ({ library, languages, detector }: Ponte, { dataFolder, defaultSite }: Config, log: Log, baseUrl: () => string) =>
  openLive({
    folderNow: () => ({ ...library.current(), ...library.reading(), findings: library.findings() }),
    languages,
    detector,
    dataFolder,
    defaultSite,
    baseUrl,
    log,
    now: () => new Date(),
  });
