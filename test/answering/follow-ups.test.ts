/** Conversations of people who tried it: what a few words after an answer are answered with, over the shipped folder. */
import { runPipeline } from '../../src/bot/turn-pipeline';
import type { ConversationState } from '../../src/domain/conversation';
import type { Locale } from '../../src/domain/locale';
import { roomsOf, type Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';

interface Told {
  readonly outcome: string | undefined;
  readonly entry: string | undefined;
  readonly text: string;
  readonly state: ConversationState;
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

async function play(locale: Locale, utterances: readonly string[]): Promise<Told[]> {
  const rooms = roomsOf(stage, new Date('2026-11-22T11:00:00Z'));
  let state: ConversationState = { site: 'demo', locale, localeChosen: false, greeted: true, profile: {}, said: [], shown: [], misses: 0 };
  const told: Told[] = [];
  for (const text of utterances) {
    const said = { conversation: 'c', channel: 'directline', activity: 'c|1', kind: 'message', text, locale, site: 'demo' } as const;
    const draft = await runPipeline({ ...said, isLocal: true, isShared: false }, state, rooms);
    state = draft.state;
    const [reply] = draft.replies;
    told.push({ outcome: reply?.outcome, entry: reply?.entries?.[0], text: reply?.text ?? '', state });
  }
  return told;
}

const last = async (locale: Locale, ...utterances: string[]): Promise<Told> => (await play(locale, utterances)).at(-1) as Told;

const WMAC = 'Υπάρχει πρόσκληση για ΚΑΛΟ στη Δυτική Μακεδονία;';
const ARAGON = 'ayudas para cooperativas en Aragón';

describe('a detail is told from the entry shown', () => {
  it.each<[Locale, string, string, string, RegExp]>([
    ['el', WMAC, 'ποιος μπορεί;', 'gr-call-wmac-kalo-2026', /μια κοινωνική επιχείρηση/],
    ['el', WMAC, 'poios mporei', 'gr-call-wmac-kalo-2026', /μια κοινωνική επιχείρηση/],
    [
      'el',
      'Τι είναι η ΚοινΣΕπ;',
      'ποσες πρεπει να ειμαστε;',
      'guide-social-enterprise-gr',
      /^Πόσα μέλη .*\n• Τουλάχιστον πέντε .*\n• Τουλάχιστον επτά/,
    ],
    ['it', 'Quanti soci servono per una cooperativa in Italia?', 'quanti soci', 'guide-found-cooperative', /^In Italia .*nove soci/],
    ['sq', 'RISE-ALB grante', 'sa ishin grantet?', 'al-call-rise-alb-2021', /90\.000/],
    ['sq', 'RISE-ALB grante', 'kush mund te aplikonte?', 'al-call-rise-alb-2021', /organizatë joqeveritare/],
    ['sq', 'RISE-ALB grante', 'deri kur?', 'al-call-rise-alb-2021', /26 prill 2021/],
    ['es', ARAGON, 'quien puede?', 'es-call-aragon-coop-2025', /cooperativa/],
    ['fr', "c'est quoi le DLA ?", "c'est gratuit ?", 'fr-svc-dla', /gratuit/],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'chi può fare domanda', 'it-call-veneto-lpu-2023', /un comune/],
  ])('%s: %s %s', async (locale, question, said, entry, words) => {
    const told = await last(locale, question, said);
    expect(told.entry).toBe(entry);
    expect(told.outcome).not.toBe('no-evidence');
    expect(told.text).toMatch(words);
  });

  it.each<[Locale, string, string, string]>([
    ['el', WMAC, 'πόσο διαρκεί;', 'gr-call-wmac-kalo-2026'],
    ['el', WMAC, 'τηλέφωνο;', 'gr-call-wmac-kalo-2026'],
  ])('or the source does not tell it, and it is still that entry (%s: %s %s)', async (locale, question, said, entry) => {
    const told = await last(locale, question, said);
    expect(told).toMatchObject({ outcome: 'no-evidence', entry });
  });
});

describe('"and in PLACE?" is the question before, there', () => {
  it('with its own follow-ups', async () => {
    const told = await play('el', [WMAC, 'και στην Ήπειρο;', 'και εκεί ποιος μπορεί;', 'και στη Λευκωσία;', 'μέχρι πότε;']);
    expect(told.map(({ entry }) => entry)).toEqual([
      'gr-call-wmac-kalo-2026',
      'gr-call-epirus-kalo-2025',
      'gr-call-epirus-kalo-2025',
      'guide-where-calls-cy',
      'guide-where-calls-cy',
    ]);
    expect(told.slice(3).map(({ outcome }) => outcome)).toEqual(['no-evidence', 'no-evidence']);
  });

  it.each<[Locale, string, string, string]>([
    ['fr', 'appel à projets FSE+ insertion Marseille', 'Bari ?', 'guide-where-calls-it'],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'e a Bari?', 'guide-where-calls-it'],
  ])('is no evidence with where to look, when nothing is known there (%s: %s %s)', async (locale, question, said, guide) => {
    expect(await last(locale, question, said)).toMatchObject({ outcome: 'no-evidence', entry: guide });
  });

  it.each<[Locale, string, string, string]>([
    ['es', ARAGON, '¿y en Huesca?', 'es-call-aragon-coop-2025'],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'e a Belluno?', 'it-call-veneto-lpu-2023'],
  ])('shows the same entry where it serves that place too (%s: %s %s)', async (locale, question, said, entry) => {
    const told = await last(locale, question, said);
    expect(told.entry).toBe(entry);
    expect(told.outcome).not.toBe('no-evidence');
  });

  it.each<[Locale, string, string, string]>([
    ['es', ARAGON, '¿y en Teruel?', 'ayudas para cooperativas en Teruel'],
    [
      'de',
      'Wir sind ein kleiner Verein in Graz und wollen Flüchtlingen helfen',
      'und in Wien?',
      'Wir sind ein kleiner Verein in Wien und wollen Flüchtlingen helfen',
    ],
  ])('keeps the question whole (%s: %s %s)', async (locale, question, said, whole) => {
    const { state } = await last(locale, question, said);
    expect([whole, question]).toContain(state.thread?.question);
    expect(state.said.join(' ')).not.toMatch(/ in und | en \?/);
  });
});

describe('"and for associations?" after a call', () => {
  it.each<[Locale, string, string, 'yes' | 'unknown']>([
    ['es', ARAGON, '¿y para asociaciones?', 'unknown'],
    ['el', WMAC, 'και σύλλογοι;', 'unknown'],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'e per i comuni?', 'yes'],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'e per le associazioni?', 'unknown'],
    ['sq', 'RISE-ALB grante', 'po për shoqatat?', 'unknown'],
  ])('is told yes only when the source lists them by name (%s: %s %s)', async (locale, question, said, is) => {
    const [call, told] = await play(locale, [question, said]);
    expect(told?.entry).toBe(call?.entry);
    const speech = stage.languages.speechIn(locale);
    const [answer = ''] = speech.say(`answers:lead.may-apply.${is}`, { who: '' }).split('.');
    expect(told?.text).toContain(answer);
  });
});

describe('"and in 2026?" after a call', () => {
  it.each<[Locale, string, string]>([
    ['es', ARAGON, 'y en 2026?'],
    ['ca', 'ajuts a cooperatives a la Comunitat Valenciana 2017', 'i per l any 2026?'],
    ['it', 'lavori di pubblica utilità in Veneto bando', 'e nel 2026?'],
  ])('asks for that call, not for the next budget of the Union (%s: %s %s)', async (locale, question, said) => {
    const [call, told] = await play(locale, [question, said]);
    expect(told).toMatchObject({ outcome: 'no-evidence', entry: call?.entry });
  });
});

describe('a question of its own', () => {
  it('leaves the place that was only asked about', async () => {
    const told = await last('it', 'bandi per associazioni in Emilia-Romagna', 'prémio António Sérgio 2026 já abriu?');
    expect(told.text).not.toMatch(/Emil/);
  });

  it('keeps where somebody said they are', async () => {
    const { state } = await last('en', 'We are an association in Aragón. What is there for us?', 'Which calls are there in Slovenia?');
    expect(state.askedArea).toEqual({ area: 'SI', home: 'ES24' });
  });
});
