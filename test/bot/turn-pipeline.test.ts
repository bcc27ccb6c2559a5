import type { Incoming } from '../../src/bot/incoming';
import type { PipelineRooms, TurnDraft } from '../../src/bot/turn-draft';
import { runPipeline } from '../../src/bot/turn-pipeline';
import type { ConversationState } from '../../src/domain/conversation';
import type { Locale } from '../../src/domain/locale';
import { roomsOf, type Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';

let stage: Stage;
let rooms: PipelineRooms;

beforeAll(async () => {
  stage = await openStage();
  rooms = roomsOf(stage, new Date('2026-11-21T11:00:00Z'));
});
afterAll(() => stage.library.close());

/** An enquirer who was greeted. */
const someone = (locale: Locale): ConversationState => ({
  site: 'demo',
  locale,
  localeChosen: false,
  greeted: true,
  profile: {},
  said: [],
  shown: [],
  misses: 0,
});

const saying = (text: string, more: Partial<Incoming> = {}): Incoming => ({
  conversation: 'one',
  channel: 'directline',
  activity: 'one|1',
  kind: 'message',
  text,
  locale: undefined,
  site: 'demo',
  isLocal: true,
  isShared: false,
  ...more,
});

/** Plays utterances one after another; gives the last turn. */
async function talk(state: ConversationState, ...cues: readonly (string | Incoming)[]): Promise<TurnDraft> {
  let draft: TurnDraft | undefined;
  for (const cue of cues) draft = await runPipeline(typeof cue === 'string' ? saying(cue) : cue, draft?.state ?? state, rooms);
  if (!draft) throw new RangeError('nothing was said');
  return draft;
}

const asked = ({ replies }: TurnDraft) => replies.at(-1)?.asks;
const words = ({ replies }: TurnDraft) => replies.map(({ text }) => text).join('\n');

describe('an interruption', () => {
  it('helps and asks the open question again', async () => {
    const draft = await talk(someone('es'), 'buscar financiación', 'Valencia', 'ayuda');
    expect(asked(draft)).toBe('applicant');
    expect(draft.state.profile.area).toBe('ES523');
  });

  it('changes to a named language without losing what was answered', async () => {
    const draft = await talk(someone('el'), 'θέλω να μιλήσω με άνθρωπο', 'Δράμα', 'Νίκος', 'in english please');
    expect(draft.state.locale).toBe('en');
    expect(asked(draft)).toBe('contact');
    expect(draft.state.active).toMatchObject({ dialog: 'refer', state: { answers: { name: 'Νίκος' } } });
  });

  it('asks which language, then goes on where it was', async () => {
    const question = await talk(someone('el'), 'θέλω να μιλήσω με άνθρωπο', 'Δράμα', 'Νίκος', 'αλλαγή γλώσσας', 'αλλαγή γλώσσας');
    expect(asked(question)).toBe('locale');
    const draft = await talk(question.state, 'Français');
    expect(draft.replies.map(({ locale }) => locale)).toEqual(['fr', 'fr']);
    expect(asked(draft)).toBe('contact');
  });

  it('takes what is no language as the answer of the dialog that waits', async () => {
    const draft = await talk(someone('es'), 'hablar con una persona', 'Valencia', 'Ana', 'cambiar de idioma', 'ana@example.org');
    expect(asked(draft)).toBe('message');
    expect(draft.state.said).toEqual([]);
  });

  it('by "talk to a person" on the way to a person gives no name', async () => {
    const draft = await talk(someone('fr'), 'Parler à une personne', 'Lyon', 'Parler à une personne');
    expect(asked(draft)).toBe('name');
    expect(draft.state.active).not.toHaveProperty('state.answers.name');
  });
});

describe('ending', () => {
  it('by "start again" forgets everything but the language', async () => {
    const draft = await talk(someone('es'), 'buscar financiación', 'Valencia', '¿qué es el FSE+?', 'empezar de nuevo');
    expect(draft.state).toEqual({ ...someone('es'), localeHeard: true });
  });

  it('by "stop" leaves the dialog and offers a way on', async () => {
    const draft = await talk(someone('fr'), 'Parler à une personne', 'arrêter');
    expect(draft.state.active).toBeUndefined();
    expect(draft.replies.at(-1)?.choices?.length).toBeGreaterThan(0);
  });
});

it('repeats the question in the new language when the page switches', async () => {
  const draft = await talk(someone('es'), 'buscar financiación', saying('', { kind: 'language', locale: 'el' }));
  expect(asked(draft)).toBe('area');
  expect(draft.replies.every(({ locale }) => locale === 'el')).toBe(true);
  expect(draft.state).toMatchObject({ locale: 'el', localeChosen: true });
});

describe('a state of another release', () => {
  const left = (active: NonNullable<ConversationState['active']>) => talk({ ...someone('en'), active }, 'what is ESF+?');

  it('is left when its shape is unknown, and the utterance is answered', async () => {
    const draft = await left({ dialog: 'refer', state: { step: 3 } });
    expect(draft.dialog).toBe('ask');
    expect(draft.state.active).toBeUndefined();
  });

  it('goes on without the answers that a newer one asked for', async () => {
    const answers = { area: 'ES', name: 'Ana', pronoun: 'she' };
    const draft = await talk({ ...someone('en'), active: { dialog: 'refer', state: { answers, pace: 2 } } }, 'ana@example.org');
    expect(draft.state.active).toMatchObject({
      dialog: 'refer',
      state: { answers: { name: 'Ana', contact: { value: 'ana@example.org' } } },
    });
    expect(JSON.stringify(draft.state.active)).not.toMatch(/pronoun|pace/);
  });

  it('is left when its dialog is gone', async () => {
    const draft = await left({ dialog: 'quiz', state: {} });
    expect(draft.dialog).toBe('ask');
  });

  it('of a language question that let nothing wait is read', async () => {
    const draft = await talk({ ...someone('en'), active: { dialog: 'change-language', state: null } }, 'Shqip');
    expect(draft.state.locale).toBe('sq');
  });

  it('that waited and cannot be read does not hold the conversation', async () => {
    const active = { dialog: 'change-language', state: { paused: { dialog: 'refer', state: { step: 3 } } } };
    const draft = await talk({ ...someone('en'), active }, 'Deutsch', 'Was ist der ESF+?');
    expect(draft.dialog).toBe('ask');
  });
});

describe('in a group chat', () => {
  const inGroup = (text: string) => saying(text, { channel: 'msteams', isLocal: false, isShared: true });

  it.each(['talk to a person', 'status of my request', 'PO-7K3F9QTM'])('nothing personal is asked after "%s"', async (text) => {
    const draft = await talk(someone('en'), inGroup(text));
    expect(draft.state.active).toBeUndefined();
    expect(draft.replies.map(({ asks }) => asks)).toEqual([undefined]);
    expect(words(draft)).toMatch(/private chat/);
  });

  it('questions are answered', async () => {
    const draft = await talk(someone('en'), inGroup('what is ESF+?'));
    expect(draft.dialog).toBe('ask');
  });
});

describe('secrets and references', () => {
  it('a pasted reference with its secret tells the status at once', async () => {
    const draft = await talk(someone('fr'), 'PO-7K3F9QTM K7QM-3TXA-9PBW');
    expect(words(draft)).toContain('PO-7K3F9QTM');
    expect(asked(draft)).toBeUndefined();
  });

  it('a secret typed at the wrong moment is not kept for a desk', async () => {
    const draft = await talk(someone('en'), 'K7QM-3TXA-9PBW');
    expect(draft.state.said).toEqual([]);
  });

  it('the Slovene "po sredstva" is no reference', async () => {
    const draft = await talk(someone('sl'), 'Kje lahko dobim po sredstva za zadrugo?');
    expect(draft.dialog).not.toBe('referral-status');
  });
});

it('a skipped question is not asked again', async () => {
  const draft = await talk(someone('es'), 'buscar financiación', 'Omitir', 'empresa social');
  expect(draft.state.profile.area).toBeNull();
  expect(asked(draft)).toBe('topic');
});

it('software says that it is software before its first answer, also where nobody was announced', async () => {
  const draft = await talk({ ...someone('en'), greeted: false }, 'what is ESF+?');
  expect(draft.replies[0]?.text).toMatch(/not a person/);
  expect(draft.replies).toHaveLength(2);
});

describe('What is kept for a desk', () => {
  it('is what was typed, with every entry shown, and no insult', async () => {
    const cues = ['Busco financiación para una cooperativa de Zaragoza', 'empleo', '¿y en Sevilla?', 'cabrones', '¿eres un robot?'];
    const { state } = await talk(someone('es'), ...cues);
    expect(state.said).toEqual([cues[0], cues[2]]);
    expect(state.seen?.length).toBeGreaterThan(state.shown.length);
  });

  it('does not take who is asked about for who asks', async () => {
    const told = await talk(someone('en'), 'We are a cooperative in Zaragoza. What is ESF+?', 'and for associations?', 'and in Vlorë?');
    expect(told.state.profile).toMatchObject({ area: 'ES243', applicant: 'cooperative' });
    const { state } = await talk(told.state, 'We are an association in Vlorë');
    expect(state.profile).toMatchObject({ area: 'AL035', applicant: 'association' });
  });
});

describe('On the way to a person', () => {
  it('a short answer, a request and where somebody is are asked again, and taken the third time', async () => {
    const asks = await talk(someone('fr'), 'Parler à une personne', 'Lyon', 'oui', 'appels ouverts');
    expect(asked(asks)).toBe('name');
    const { state } = await talk(asks.state, 'Oui');
    expect(state.active).toMatchObject({ state: { answers: { name: 'Oui' } } });
  });

  it('"yes" asks for the message, and "yes, send it" sends', async () => {
    const way = ['θέλω άνθρωπο', 'Δράμα', 'Νίκος', 'nikos@example.org', 'ναι'];
    const message = await talk(someone('el'), ...way);
    expect(asked(message)).toBe('message');
    const sent = await talk(message.state, 'Έχουμε μια ιδέα', 'ναι, στείλε το');
    expect(sent.effects).toMatchObject([{ kind: 'refer', referral: { packet: { message: 'Έχουμε μια ιδέα', said: [] } } }]);
  });

  it.each<[Locale, string, string]>([
    ['el', 'Δράμα', 'Καλέστε με το πρωί'],
    ['de', 'Wien', 'Rufen Sie mich bitte zurück'],
    ['en', 'Dublin', 'That is not the answer I wanted, can I talk to somebody?'],
  ])('what is said as the message is the message, a wish to be called too (%s)', async (locale, place, message) => {
    const speech = rooms.languages.speechIn(locale);
    const way = [speech.say('common:offer.person'), place, 'Maria', 'maria@example.org'];
    const draft = await talk(someone(locale), ...way, message);
    expect(asked(draft)).toBe('consent');
    expect(draft.state.active).toMatchObject({ state: { answers: { message } } });
  });
});

describe('Small talk', () => {
  it('answers an insult of another language calmly in the language of the conversation', async () => {
    const draft = await talk(someone('it'), 'che cos’è il FSE+?', 'scheiß Bot');
    expect(draft.replies).toMatchObject([{ locale: 'it', outcome: 'abuse' }]);
    expect(draft.state.locale).toBe('it');
  });

  it('hears "γεια" as a greeting first and as a goodbye later', async () => {
    const hello = words(await talk(someone('el'), 'γεια'));
    const bye = words(await talk(someone('el'), 'Τι είναι το ΕΚΤ+;', 'γεια'));
    expect(hello).toMatch(/Ponte/);
    expect(bye).toMatch(/^Αντίο/);
  });

  it('offers the last question again in the language that was asked for', async () => {
    const changed = await talk(someone('it'), 'Che cos’è il FSE+?', 'in francese per favore');
    const again = changed.replies.at(-1)?.choices?.[0]?.say ?? '';
    const draft = await talk(changed.state, again);
    expect([draft.dialog, draft.replies[0]?.locale]).toEqual(['ask', 'fr']);
    expect(draft.state.said).toEqual(['Che cos’è il FSE+?']);
  });
});

describe('beside what was asked', () => {
  it.each([
    ['en', 'another language', 'Polish'],
    ['es', 'otro idioma', 'en polaco, por favor'],
    ['el', 'άλλη γλώσσα', 'ουκρανικά'],
    ['fr', 'autre langue', 'polski'],
  ] as const)('a language that Ponte does not speak is nobody’s name (%s)', async (locale, ask, other) => {
    const speech = rooms.languages.speechIn(locale);
    const question = await talk(someone(locale), speech.say('common:offer.person'), 'Lyon', ask, other);
    expect([asked(question), question.replies[0]?.text]).toEqual(['locale', speech.say('dialogs:language.not-spoken')]);
    const draft = await talk(question.state, 'Deutsch');
    expect([draft.state.locale, asked(draft)]).toEqual(['de', 'name']);
  });

  it('a greeting of any language is neither a name nor a message to a desk, nor does it end a search', async () => {
    const draft = await talk(someone('en'), 'talk to a person', 'Spain', 'salut', 'Ana', 'salut', 'ana@example.org', 'guten Tag');
    expect(asked(draft)).toBe('message');
    expect(draft.state.active).toMatchObject({ state: { answers: { name: 'Ana', contact: { value: 'ana@example.org' } } } });
    expect(asked(await talk(someone('en'), 'find funding', 'Spain', 'hello'))).toBe('applicant');
  });

  it('the way to a person is told before its first question, which may be the one that was open', async () => {
    const draft = await talk(someone('en'), 'find funding', 'a person');
    expect(words(draft)).toContain(rooms.languages.speechIn('en').say('dialogs:refer.begin'));
  });

  it('the title of an entry asks for that entry, whatever words stand in it', async () => {
    const title = 'ESF+ in Portugal: where to find calls and ask';
    for (const before of [[], ['find funding'], ['find funding', 'Spain']]) {
      const draft = await talk(someone('en'), ...before, title);
      expect(draft.replies[0]?.entries).toEqual([rooms.knowledge.entries.find((one) => one.title.en === title)?.id]);
      expect(asked(draft)).toBe([undefined, 'area', 'applicant'][before.length]);
    }
  });
});

describe('who says where they are', () => {
  it.each([
    ['ca', "soc d'Alacant", 'ES521'],
    ['es', 'ahora vivo en Zaragoza', 'ES243'],
    ['el', 'μένω στη Λάρισα', 'EL612'],
    ['sl', 'prihajam iz Kopra', 'SI044'],
    ['sq', 'jam nga Vlora', 'AL035'],
    ['fr', 'Lille', 'FRE11'],
  ] as const)('and asks nothing is told that it was heard (%s)', async (locale, said, area) => {
    const draft = await talk(someone(locale), said);
    const speech = rooms.languages.speechIn(locale);
    expect(words(draft)).toContain(speech.say('dialogs:place-noted', { place: '\n' }).split('\n').at(-1));
    expect(draft.state).toMatchObject({ profile: { area }, said: [said] });
  });

  it('is asked about there until they say another place', async () => {
    const first = await talk(someone('es'), 'soy de Alicante', 'quién asesora a cooperativas');
    expect(first.replies[0]?.entries?.[0]).toMatch(/fevecta/);
    const moved = await talk(first.state, 'ahora vivo en Zaragoza');
    expect(moved.state.profile.area).toBe('ES243');
    const later = await talk(moved.state, 'quién asesora a cooperativas');
    expect(later.replies[0]?.entries?.[0]).not.toMatch(/fevecta/);
  });

  it('by a name alone after a question goes on with that question', async () => {
    const draft = await talk(someone('es'), '¿qué es el FSE+?', 'Zaragoza');
    expect(draft.dialog).toBe('ask');
  });
});
