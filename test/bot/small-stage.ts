/** A bot over a handful of entries with made-up names, the same in ten languages and in Greek letters; for what does not need the shipped folder. */
import { join } from 'node:path';
import type { Activity, TurnContext } from 'botbuilder';
import { makeUnderstanding } from '../../dialogs/answers/understanding';
import { Answerer } from '../../src/answering/answerer';
import type { MessagePace } from '../../src/bot/message-pace';
import { PonteBot } from '../../src/bot/ponte-bot';
import type { PipelineRooms } from '../../src/bot/turn-draft';
import type { ConversationState } from '../../src/domain/conversation';
import { type Entry, type SiteEntry, SiteFacts } from '../../src/domain/entry';
import { LOCALES, type Locale, type LocalisedText } from '../../src/domain/locale';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { makeDetector } from '../../src/language/detect';
import { makeAsking } from '../../src/language/make-asking';
import { makePlaceFinder } from '../../src/language/places';
import { Languages } from '../../src/language/speech';
import { makeTermFinder } from '../../src/language/terms';
import { makeLog, silentLog } from '../../src/log';
import { Sealer } from '../../src/referral/sealing';
import { buildRetriever } from '../../src/retrieval/build-index';
import { type Kept, memoryStores, nothingKept } from '../channels/support/memory-stores';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

export const NOW = new Date('2026-11-21T11:00:00Z');

const everywhere = (text: string): LocalisedText => Object.fromEntries(LOCALES.map((locale) => [locale, text]));

const NAMES = {
  open: { name: 'Apiarica', inGreek: 'Απιάρικα' },
  closed: { name: 'Molinoria Ventosa Restauria', inGreek: 'Μολινόρια Βεντόζα Ρεσταούρια' },
  stale: { name: 'Lanternalia', inGreek: 'Λαντερνάλια' },
} as const;

/** What an entry is called in a language: a call that is open, one that closed, a guide that is due for a check. */
export const called = (id: keyof typeof NAMES, locale: Locale): string => NAMES[id][locale === 'el' ? 'inGreek' : 'name'];

const named = (id: string, name: string, inGreek = name) => ({
  id,
  title: { ...everywhere(name), el: inGreek },
  summary: { ...everywhere(`${name}.`), el: `${inGreek}.` },
});
const known = (id: keyof typeof NAMES) => named(id, NAMES[id].name, NAMES[id].inGreek);

const SITE = {
  ...guideEntry(named('demo', 'Pontevilla')),
  kind: 'site',
  site: SiteFacts.parse({
    locales: [...LOCALES],
    theme: { accent: '#0b5d66', onAccent: '#ffffff' },
    controller: everywhere('Pontevilla'),
    desks: [{ id: 'all', name: everywhere('Pontevilla'), areas: ['EU'], languages: ['en'], email: 'desk@example.org' }],
  }),
} as SiteEntry;

const ENTRIES: readonly Entry[] = [
  SITE,
  callEntry({ ...known('open'), areas: ['ES'], call: { opens: '2026-10-01', closes: '2027-03-31' } }),
  callEntry({ ...known('closed'), areas: ['ES'], call: { opens: '2024-03-01', closes: '2024-05-03' } }),
  guideEntry({ ...known('stale'), reviewBy: '2026-01-01' }),
  ...['Barcaveria', 'Montesendo', 'Panaderix', 'Musikolando'].map((name, n) => guideEntry(named(`filler-${n}`, name))),
];

export type SmallStage = Awaited<ReturnType<typeof openSmallStage>>;

export async function openSmallStage() {
  const languages = new Languages(join(__dirname, '..', '..', 'locales'));
  const knowledge = makeKnowledgeBase(ENTRIES, SMALL_VOCABULARIES, 'small');
  const [detector, retriever] = await Promise.all([makeDetector(), buildRetriever(knowledge, { log: silentLog })]);
  const finders = {
    places: makePlaceFinder(knowledge.vocabularies),
    applicants: makeTermFinder(knowledge.vocabularies.applicants),
    topics: makeTermFinder(knowledge.vocabularies.topics),
  };
  const answererOver = (search: typeof retriever) =>
    new Answerer({ retriever: search, knowledge, asking: makeAsking(languages), ...finders, log: silentLog });
  const rooms: PipelineRooms = {
    knowledge,
    retriever,
    answerer: answererOver(retriever),
    ...finders,
    languages,
    detector,
    understanding: makeUnderstanding(languages),
    now: () => NOW,
    newReference: () => 'PO-22222222',
    newSecret: () => 'AAAA-BBBB-CCCC',
    findReferral: async () => undefined,
  };
  return { rooms, languages, answererOver };
}

/** What a bot sends in one turn. */
export async function sentBy(bot: PonteBot, activity: object): Promise<Partial<Activity>[]> {
  const sent: Partial<Activity>[] = [];
  const sendActivities = async (activities: Partial<Activity>[]) => void sent.push(...activities);
  await bot.run({ activity, sendActivities } as unknown as TurnContext);
  return sent;
}

export interface SmallBotOptions {
  readonly rooms?: Partial<PipelineRooms>;
  readonly pace?: MessagePace;
}

/** `say` speaks in one web conversation, `run` takes any activity. */
export function openSmallBot(stage: SmallStage, { rooms, pace }: SmallBotOptions = {}) {
  const kept: Kept = nothingKept();
  const { conversations, inbox } = memoryStores(kept);
  const lines: string[] = [];
  const bot = new PonteBot({
    roomsNow: () => ({ ...stage.rooms, ...rooms }),
    conversations,
    inbox,
    sealer: new Sealer('0'.repeat(64)),
    log: makeLog('info', { write: (line) => lines.push(line) }),
    defaultSite: 'demo',
    ...(pace && { pace }),
    onReferral: () => {},
    onMiss: () => {},
  });
  const run = (activity: object) => sentBy(bot, activity);
  const say = async (text: string) => {
    const local = { channelId: 'directline', serviceUrl: 'urn:ponte:local', conversation: { id: 'c' } };
    return run((await inbox.accept('c', { type: 'message', text, ...local })).activity);
  };
  /** The conversation is greeted, and in a language that the person chose. */
  const choose = (locale: Locale, more: Partial<ConversationState> = {}): void => {
    const state = { site: 'demo', locale, localeChosen: true, greeted: true, profile: {}, said: [], shown: [], misses: 0, ...more };
    kept.states.set('c', { state, version: 1 });
  };
  return { kept, inbox, lines, run, say, choose };
}
