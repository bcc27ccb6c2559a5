/** Whatever is said, as a question and in a referral: a reply in words, never a fault, and nothing that acts on a screen. */
import type { Incoming } from '../../src/bot/incoming';
import type { PipelineRooms } from '../../src/bot/turn-draft';
import { runPipeline } from '../../src/bot/turn-pipeline';
import { openLanguages } from '../../src/compose';
import type { ConversationState } from '../../src/domain/conversation';
import { Outcome } from '../../src/domain/outcome';
import type { Referral } from '../../src/domain/referral';
import { makeDetector } from '../../src/language/detect';
import { type Log, silentLog } from '../../src/log';
import { composeMail } from '../../src/referral/compose-mail';
import { askOne } from '../../src/staff/ask';
import { naughtyStrings } from '../support/naughty-strings';
import { oddQuestions } from '../support/odd-questions';
import { roomsOf } from '../support/play-conversation';
import { openShippedLibrary } from '../support/stage';

// Hundreds of questions to the shipped folder: half a minute on a busy machine, more with the public list.
jest.setTimeout(240_000);

const NOW = new Date('2026-11-21T12:00:00Z');
/** What a screen or a terminal obeys instead of showing it; a line end is no such sign. */
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

const NAUGHTY = naughtyStrings();
const QUESTIONS = [...NAUGHTY, ...oddQuestions().values()];

const INCOMING: Incoming = {
  conversation: 'bad',
  channel: 'directline',
  activity: 'bad|1',
  kind: 'message',
  text: '',
  locale: 'en',
  site: 'demo',
  isLocal: true,
  isShared: false,
};
const FRESH: ConversationState = {
  site: 'demo',
  locale: 'en',
  localeChosen: false,
  greeted: true,
  profile: { area: 'ES523' },
  said: [],
  shown: [],
  misses: 0,
};

/** What a referral asks for, in order. */
const FIELDS = ['name', 'contact', 'message'] as const;
const PROPER = { name: 'Maria Testing', contact: 'maria@example.org', message: 'Please call' };

describe('Whatever is said', () => {
  let rooms: PipelineRooms;
  /** Parts that did not work: an answer without them would hide a fault. */
  const degraded: string[] = [];
  beforeAll(async () => {
    const log: Log = { ...silentLog, degraded: ({ part, error }) => degraded.push(`${part}: ${String(error)}`) };
    const languages = openLanguages();
    rooms = roomsOf({ languages, library: await openShippedLibrary(languages, log), detector: await makeDetector() }, NOW);
  });
  afterEach(() => {
    expect(degraded.splice(0)).toEqual([]);
  });

  const say = (text: string, state: ConversationState) => runPipeline({ ...INCOMING, text }, state, rooms);

  async function sayAll(texts: readonly string[], first: ConversationState): Promise<ConversationState> {
    let state = first;
    for (const text of texts) state = (await say(text, state)).state;
    return state;
  }

  it('as a question to the answerer, ends in an outcome with words', async () => {
    for (const question of QUESTIONS) {
      const { outcome, text } = await askOne({ id: 1, question }, { ...rooms, defaultSite: 'demo' });
      expect([question, Outcome.safeParse(outcome).success, text.trim() === '', ACTS.test(text)]).toEqual([question, true, false, false]);
    }
  });

  it('as a message, is replied to', async () => {
    for (const text of QUESTIONS) {
      const { replies, state } = await say(text, FRESH);
      const told = replies.map((reply) => reply.text);
      expect([text, told.length > 0, told.some((one) => one.trim() === ''), ACTS.test(told.join(' '))]).toEqual([text, true, false, false]);
      expect(JSON.stringify(state).length).toBeLessThan(20_000);
    }
  });

  it.each(FIELDS)('as the %s of a referral, is taken as it can be shown, or asked for again', async (field) => {
    const at = FIELDS.indexOf(field);
    const proper = FIELDS.map((name) => PROPER[name]);
    const asked = await sayAll(['Talk to a person', ...proper.slice(0, at)], FRESH);
    let taken = 0;
    for (const text of NAUGHTY) {
      const draft = await say(text, asked);
      expect([text, draft.replies.length > 0]).toEqual([text, true]);
      if (!hasAnswer(draft.state, field)) continue;
      taken += 1;
      const ready = await sayAll(proper.slice(at + 1), draft.state);
      const { effects } = await say('Send', ready);
      expect([text, effects.length]).toEqual([text, 1]);
      for (const { referral } of effects) expectSafeMail(text, referral);
    }
    expect(taken).toBeGreaterThan(field === 'contact' ? 1 : 50);
  });

  function expectSafeMail(text: string, referral: Referral): void {
    const { knowledge, languages } = rooms;
    const desk = knowledge.findSite('demo')?.site.desks.find(({ id }) => id === referral.desk);
    if (!desk) throw new Error(`no desk ${referral.desk}`);
    const mail = composeMail({ ...referral, desk, from: 'ponte@example.org' }, languages, knowledge);
    const head = [mail.subject, mail.replyTo?.name, mail.replyTo?.address].join(' ');
    expect([text, ACTS.test(mail.text), /[\r\n]/.test(head) || ACTS.test(head)]).toEqual([text, false, false]);
  }
});

function hasAnswer({ active }: ConversationState, field: string): boolean {
  if (active?.dialog !== 'refer') return false;
  const { answers = {} } = active.state as { answers?: Readonly<Record<string, unknown>> };
  return answers[field] !== undefined && answers[field] !== null;
}
