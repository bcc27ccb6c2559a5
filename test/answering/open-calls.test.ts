import { renderAnswer } from '../../src/answering/render-answer';
import type { Entry } from '../../src/domain/entry';
import type { Locale } from '../../src/domain/locale';
import { callEntry, guideEntry } from '../support/sample-entries';
import { languages, smallAnswerer } from '../support/small-answerer';

const NOW = new Date('2026-11-21T12:00:00Z');
const call = (id: string, areas: string[], en: string, facts: object): Entry =>
  callEntry({ id, areas, title: { en, el: `Πρόσκληση ${id}`, es: `Convocatoria ${id}` }, summary: { en: `${en}.` }, call: facts });
const SHUT = call('shut', ['ES523'], 'Grants for beekeepers', { opens: '2026-01-01', closes: '2026-03-31' });
const UNDATED = call('undated', ['ES'], 'Help for windmills', { opens: '2026-02' });
const ANCIENT = call('ancient', ['ES'], 'Help for lanterns', { opens: '2014' });
const FADED = call('faded', ['ES'], 'Support for kite builders', { opens: '2025-03' });
const LANDED = call('landed', ['ES'], 'Support for young kite builders in schools', { opens: '2023-01-01', closes: '2023-02-28' });
const OPEN = call('open', ['EL'], 'Pottery grants', { opens: '2026-10-01', closes: '2026-12-31' });
const COMING = call('coming', ['EL'], 'Weaving grants', { opens: '2027-01-15', closes: '2027-02-28' });
const GUIDE = guideEntry({
  id: 'where-es',
  areas: ['ES'],
  events: ['where-calls-are-published'],
  title: { en: 'Where Spain publishes' },
  summary: { en: 'A page of the ministry.' },
});
const HOURS = guideEntry({ id: 'desk', title: { en: 'The desk of the beekeepers' }, summary: { en: 'The desk is open on Monday.' } });

describe('Who asks which calls are open', () => {
  let opened: Awaited<ReturnType<typeof smallAnswerer>>;
  beforeAll(async () => {
    opened = await smallAnswerer([SHUT, UNDATED, ANCIENT, FADED, LANDED, OPEN, COMING, GUIDE, HOURS]);
  });
  const ask = async (text: string, locale: Locale = 'en', area?: string) => {
    const answer = await opened.answerer.answer({ text, locale, at: NOW, ...(area ? { area } : {}) });
    return { answer, text: renderAnswer(answer, languages.speechIn(locale), opened.knowledge, NOW).text };
  };
  const idsOf = (answer: { entries: readonly Entry[] }) => answer.entries.map(({ id }) => id);

  it.each<[Locale, string]>([
    ['en', 'which calls are open today in Greece?'],
    ['el', 'ποιες προσκλήσεις είναι ανοιχτές σήμερα στην Ελλάδα;'],
    ['el', 'τι υπάρχει ανοιχτό στην Ελλάδα;'],
  ])('in %s is shown those, the first to close first: "%s"', async (locale, question) => {
    const { answer, text } = await ask(question, locale, 'EL');
    expect(answer).toMatchObject({ outcome: 'answered', shownAs: 'open-now' });
    expect(idsOf(answer)).toEqual(['open', 'coming']);
    expect(text).not.toContain('Pottery');
  });

  it.each<[Locale, string]>([
    ['en', 'what ESF+ is open now in Barcelona?'],
    ['es', '¿hay algo abierto en Barcelona?'],
    ['ca', 'què hi ha obert a Barcelona?'],
    ['it', 'cosa c’è di aperto a Barcellona?'],
    ['pt', 'o que está aberto em Barcelona?'],
    ['fr', "qu'est-ce qui est ouvert à Barcelone ?"],
    ['de', 'was ist gerade offen in Barcelona?'],
    ['sl', 'kateri razpisi ESS+ so trenutno odprti v Barceloni?'],
    ['hr', 'što je otvoreno u Barceloni?'],
    ['sq', 'çfarë është e hapur në Barcelonë?'],
  ])('in %s is told that none is known, for which no closing day is, and where the next come: "%s"', async (locale, question) => {
    const { answer, text } = await ask(question, locale, 'ES511');
    expect(answer).toMatchObject({ outcome: 'answered', shownAs: 'none-open', askedArea: 'ES511' });
    expect(idsOf(answer)).toEqual(['undated', 'where-es']);
    const speech = languages.speechIn(locale);
    expect(text).toContain(speech.say('answers:lead.undated'));
    expect(text).toContain(speech.say('answers:lead.next-here'));
  });

  it('about something is told what closed of it', async () => {
    const { answer, text } = await ask('are any grants for hobby beekeepers with a small garden open right now?', 'en', 'ES523');
    expect(answer).toMatchObject({ outcome: 'call-closed', shownAs: 'none-open' });
    expect(idsOf(answer)[0]).toBe('shut');
    expect(text).not.toContain('no closing day');
  });

  it('is told the last first, be it one that has no closing day but is long gone', async () => {
    const { answer } = await ask('are any grants for kite builders with a small shed open right now?', 'en', 'ES523');
    expect(answer).toMatchObject({ outcome: 'call-closed', shownAs: 'none-open' });
    expect(idsOf(answer)).toEqual(['faded', 'landed', 'where-es']);
  });

  it('and names one call is told of that', async () => {
    const { answer, text } = await ask('are the grants for beekeepers still open?', 'en', 'ES523');
    expect(answer.shownAs).toBeUndefined();
    expect(text).toContain('Closing date: 31 March 2026');
  });

  it('is not who asks when a desk is open', async () => {
    expect((await ask('is the desk of the beekeepers open on Monday?')).answer.shownAs).toBeUndefined();
  });
});
