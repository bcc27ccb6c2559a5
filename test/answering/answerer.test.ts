import { join } from 'node:path';
import type { Answer } from '../../src/answering/answer';
import { Answerer } from '../../src/answering/answerer';
import { renderAnswer } from '../../src/answering/render-answer';
import type { Entry } from '../../src/domain/entry';
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { makeAsking } from '../../src/language/make-asking';
import { makePlaceFinder } from '../../src/language/places';
import { Languages } from '../../src/language/speech';
import { makeTermFinder } from '../../src/language/terms';
import { type Log, silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import type { Retriever } from '../../src/retrieval/retriever';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const languages = new Languages(join(__dirname, '..', '..', 'locales'));
const NOW = new Date('2026-11-21T12:00:00Z');

const WINDMILL: Entry = callEntry(
  {
    id: 'windmill-2024',
    areas: ['ES'],
    title: { en: 'Windmill repair grants 2024', es: 'Ayudas para reparar molinos 2024' },
    summary: {
      en: 'Grants for repairing windmills. It closed on 3 May 2024.',
      es: 'Ayudas para reparar molinos. Se cerró el 3 de mayo de 2024.',
    },
    call: {
      opens: '2024-03-01',
      closes: '2024-05-03',
      amounts: [{ what: 'grant', max: 127_000 }],
      nextCalls: 'https://mills.example.org/',
    },
  },
  { en: '## Who may apply\n\nMillers may apply for windmill repair.' },
);
const BEEHIVE: Entry = callEntry(
  {
    id: 'beehive',
    areas: ['ES'],
    title: { en: 'Beehive starter grants' },
    summary: { en: 'Grants for beekeepers who set up beehives.' },
    call: { opens: '2026-10-01', closes: '2027-03-31' },
  },
  { en: '## What is paid\n\nBeehives, suits and honey jars for new beekeepers are paid.' },
);
const POTTERY: Entry = guideEntry({
  id: 'pottery',
  title: { en: 'Pottery kilns explained' },
  summary: { en: 'How pottery kilns are fired in a cooperative.' },
});
const LANTERN: Entry = guideEntry({
  id: 'lantern',
  reviewBy: '2026-01-01',
  title: { en: 'Lantern festivals' },
  summary: { en: 'How lantern festivals are organised.' },
});
const FILLERS: Entry[] = ['sailing boats', 'mountain trails', 'village bakeries', 'music schools', 'river fishing', 'timber houses'].map(
  (thing, n) =>
    guideEntry({ id: `filler-${n}`, title: { en: `About ${thing}` }, summary: { en: `Some words on ${thing} and who looks after them.` } }),
);
const ENTRIES = [WINDMILL, BEEHIVE, POTTERY, LANTERN, ...FILLERS];

const answererOver = (knowledge: KnowledgeBase, retriever: Retriever, log: Log = silentLog): Answerer =>
  new Answerer({
    retriever,
    knowledge,
    asking: makeAsking(languages),
    places: makePlaceFinder(knowledge.vocabularies),
    applicants: makeTermFinder(knowledge.vocabularies.applicants),
    log,
  });

describe('Answerer', () => {
  const knowledge = makeKnowledgeBase(ENTRIES, SMALL_VOCABULARIES, 'a digest');
  let answerer: Answerer;
  beforeAll(async () => {
    const retriever = await buildRetriever(knowledge, { log: silentLog });
    answerer = answererOver(knowledge, retriever);
  });
  const ask = (text: string, given: { area?: string; homeArea?: string } = {}): Promise<Answer> =>
    answerer.answer({ text, locale: 'en', at: NOW, ...given });
  const told = async (text: string) => renderAnswer(await ask(text), languages.speechIn('en'), knowledge, NOW);

  it.each([
    ['too-long', 'windmill '.repeat(200)],
    ['personal-data', 'my mail is miller@example.org, windmill repair?'],
    ['crisis', 'I want to die, who repairs windmill grants'],
    ['abuse', 'you idiot'],
    ['out-of-scope', 'tell me a joke about the weather'],
    ['personal-case', 'will I get the beehive grant for new beekeepers?'],
    ['personal-case', 'what are my chances?'],
    ['call-closed', 'windmill repair grants'],
    ['answered', 'beehive starter grants for beekeepers'],
    ['stale-evidence', 'how are lantern festivals organised'],
    ['answered-partly', 'how much do beehive starter grants for beekeepers give and until when'],
    ['no-evidence', 'how much do beehive starter grants for beekeepers give'],
    ['no-evidence', 'who is the director of the beehive starter grants for beekeepers'],
    ['no-evidence', 'quantum chromodynamics lecture notes'],
  ])('tells %s: %s', async (outcome, text) => {
    expect((await ask(text)).outcome).toBe(outcome);
  });

  it('shows the entry that does not tell what is asked, and says that it does not', async () => {
    const { entries, sentences } = await ask('how much do beehive starter grants for beekeepers give');
    expect(entries.map(({ id }) => id)).toEqual(['beehive']);
    expect(sentences).toEqual([]);
    expect((await told('how much do beehive starter grants for beekeepers give')).text).toContain('does not say that');
  });

  it('answers a question that comes with an insult', async () => {
    expect((await ask('you idiot, tell me which beehive starter grants for beekeepers there are')).outcome).toBe('answered');
  });

  it('answers a word of other subjects when the folder clearly speaks of it', async () => {
    const football = guideEntry({
      id: 'football',
      title: { en: 'Football school grants' },
      summary: { en: 'Grants for a football school of a village.' },
    });
    const folder = makeKnowledgeBase([...ENTRIES, football], SMALL_VOCABULARIES, 'b');
    const retriever = await buildRetriever(folder, { log: silentLog });
    const own = answererOver(folder, retriever);
    expect((await own.answer({ text: 'football school grants village', locale: 'en', at: NOW })).outcome).toBe('answered');
  });

  it('says that nobody here decides, and shows what the rules say', async () => {
    const reply = await told('will I get the beehive grant for new beekeepers?');
    expect(reply.text).toContain(languages.speechIn('en').say('answers:outcome.personal-case'));
    expect(reply.entries).toEqual(['beehive']);
  });

  it('leads with the fact that was asked for, in the person’s language', async () => {
    const reply = await told('how much is paid for windmill repair');
    expect(reply.text).toMatch(/^This call is closed\. Closing date: 3 May 2024\.\n\nGrant: up to €127,000\n/);
    const spanish = await answerer.answer({ text: 'molinos', locale: 'es', at: NOW });
    expect(renderAnswer({ ...spanish, asked: new Set(['amount']) }, languages.speechIn('es'), knowledge, NOW).text).toContain('127.000');
  });

  it('tells the day a call closed once', async () => {
    const { text } = await told('until when could millers apply for windmill repair?');
    expect(text.match(/3 May 2024/gi)?.length).toBeLessThanOrEqual(2);
    expect(text).toContain('Opened: 1 March 2024');
  });

  it('offers the call of another place as that of another place', async () => {
    expect((await ask('beehive starter grants for beekeepers', { area: 'EL514' })).outcome).toBe('wrong-area');
  });

  it('tells what is for the Union as that when a country outside of it is named', async () => {
    expect((await ask('how pottery kilns are fired in a cooperative', { area: 'XK' })).outcome).toBe('wrong-area');
    expect((await ask('how pottery kilns are fired in a cooperative', { area: 'ES523' })).outcome).toBe('answered');
    expect((await ask('how pottery kilns are fired in a cooperative', { homeArea: 'XK' })).outcome).toBe('answered');
    expect((await ask('how pottery kilns are fired in a cooperative', { area: 'XK', homeArea: 'ES523' })).outcome).toBe('answered');
    expect((await ask('what are my chances, are pottery kilns fired in a cooperative', { area: 'XK' })).outcome).toBe('personal-case');
  });

  it('offers who looks for help what helps in the same country, and nothing of another one', async () => {
    const { id, title, summary, bodies } = BEEHIVE;
    const catalan = callEntry({ id, title, summary, areas: ['ES511'], call: { opens: '2026-10-01', closes: '2027-03-31' } }, bodies);
    const folder = makeKnowledgeBase([catalan, ...FILLERS], SMALL_VOCABULARIES, 'e');
    const own = answererOver(folder, await buildRetriever(folder, { log: silentLog }));
    const outcomeOf = async (text: string, area: string) => (await own.answer({ text, locale: 'en', at: NOW, area })).outcome;
    expect(await outcomeOf('beehive starter grants for beekeepers', 'EL514')).toBe('wrong-area');
    expect(await outcomeOf('who helps me with beehive starter grants for beekeepers', 'EL514')).not.toBe('wrong-area');
    expect(await outcomeOf('who helps me with beehive starter grants for beekeepers', 'ES523')).toBe('wrong-area');
  });

  it('shows where calls are published to who asks for one that is not here, as no answer', async () => {
    const guide = guideEntry({
      id: 'spanish-calls',
      areas: ['ES'],
      events: ['where-calls-are-published'],
      audience: ['cooperative'],
      title: { en: 'Where Spain publishes them' },
      summary: { en: 'A page of the ministry.' },
    });
    const folder = makeKnowledgeBase([guide, ...FILLERS], SMALL_VOCABULARIES, 'f');
    const own = answererOver(folder, await buildRetriever(folder, { log: silentLog }));
    const answer = await own.answer({ text: 'who may apply for a subsidy to shear llamas?', locale: 'en', at: NOW, homeArea: 'ES523' });
    expect(answer).toMatchObject({ outcome: 'no-evidence', shownAs: 'where-to-look', entries: [{ id: 'spanish-calls' }] });
    const { text } = renderAnswer(answer, languages.speechIn('en'), folder, NOW);
    expect(text).toContain('A page of the ministry.');
    expect(text).not.toContain('cooperative');
    expect((await own.answer({ text: 'who shears llamas?', locale: 'en', at: NOW, homeArea: 'ES523' })).entries).toEqual([]);
  });

  it('tells the call of another year as that, and asks back about a guide', async () => {
    const answer = await ask('windmill repair grants 2019');
    expect(answer).toMatchObject({
      outcome: 'no-evidence',
      shownAs: 'other-edition',
      edition: ['2019'],
      entries: [{ id: 'windmill-2024' }],
    });
    const { text, cards } = await told('windmill repair grants 2019');
    expect(text).toContain('I know nothing about 2019');
    expect(text).not.toContain('Millers may');
    expect(cards?.[0]?.badge?.text).toBe('Closed');
    expect((await ask('how pottery kilns are fired in a cooperative in 2019')).outcome).toBe('clarify');
  });

  it('puts the call of this year before its older sister, unless the year is asked for', async () => {
    const sister = (id: string, title: string, opens: string, closes: string) =>
      callEntry({ id, title: { en: title }, summary: { en: 'Grants for repairing windmills.' }, call: { opens, closes } });
    const older = sister('windmill-2019', 'Windmill repair grants', '2019-01-01', '2019-02-01');
    const current = sister('windmill-now', 'Windmill repair grants now', '2026-10-01', '2027-02-01');
    const folder = makeKnowledgeBase([older, current, ...FILLERS], SMALL_VOCABULARIES, 'c');
    const retriever = await buildRetriever(folder, { log: silentLog });
    const own = answererOver(folder, retriever);
    const { entries } = await own.answer({ text: 'windmill repair grants', locale: 'en', at: NOW });
    expect(entries[0]?.id).toBe('windmill-now');
  });

  it('shows both of two entries that tell one call otherwise, with the day each was checked', async () => {
    const version = (id: string, checked: string, closes: string) =>
      callEntry({
        id,
        checked,
        title: { en: 'Windmill repair grants', el: 'Επιχορηγήσεις για ανεμόμυλους' },
        summary: { en: 'Grants for repairing windmills.' },
        call: { opens: '2026-10-01', closes, amounts: [{ what: 'grant', max: 127_000 }] },
      });
    const [one, other] = [version('mills', '2026-11-02', '2027-02-01'), version('mills-too', '2026-11-19', '2027-03-15')];
    const folder = makeKnowledgeBase([one, other, ...FILLERS], SMALL_VOCABULARIES, 'd');
    const own = answererOver(folder, await buildRetriever(folder, { log: silentLog }));
    const asked = await own.answer({ text: 'until when can I apply for windmill repair grants', locale: 'en', at: NOW });
    const { text, cards } = renderAnswer(asked, languages.speechIn('en'), folder, NOW);
    for (const said of ['1 February 2027', '15 March 2027', '2 November 2026', '19 November 2026']) expect(text).toContain(said);
    expect(text.startsWith(languages.speechIn('en').say('answers:lead.contradiction'))).toBe(true);
    expect(cards?.map(({ entry }) => entry).sort()).toEqual(['mills', 'mills-too']);
    expect(renderAnswer(asked, languages.speechIn('el'), folder, NOW).text).toContain('15 Μαρτίου 2027');
    // They agree on the sum.
    const sums = await own.answer({ text: 'how much do windmill repair grants give', locale: 'en', at: NOW });
    expect(sums.shownAs).toBeUndefined();
  });

  it('tells a search that fails as that, and logs it', async () => {
    const degraded: string[] = [];
    const log: Log = { ...silentLog, degraded: ({ part }) => degraded.push(part) };
    const retriever = { search: () => Promise.reject(new Error('down')) } as never;
    const down = answererOver(knowledge, retriever, log);
    expect((await down.answer({ text: 'windmills', locale: 'en', at: NOW })).outcome).toBe('search-unavailable');
    expect(degraded).toEqual(['search']);
  });
});
