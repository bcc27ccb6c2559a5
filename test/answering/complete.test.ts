import { entryCard } from '../../src/answering/entry-card';
import { renderAnswer } from '../../src/answering/render-answer';
import type { Locale } from '../../src/domain/locale';
import { callEntry, guideEntry } from '../support/sample-entries';
import { languages, smallAnswerer } from '../support/small-answerer';

const NOW = new Date('2026-11-21T12:00:00Z');
const GUIDE = guideEntry(
  {
    id: 'windmills',
    title: { en: 'Windmills and their keepers', it: 'Mulini a vento e i loro custodi' },
    summary: { en: 'What windmill keepers ask.', it: 'Che cosa chiedono i custodi.' },
  },
  {
    en: `## Is there a law on windmills?

Yes. The windmill act of 2017 protects them. A keeper needs a licence.

## What does the windmill inspector do?

It is an office with three people. Among other things it

- visits each windmill in spring;
- keeps the register of sails.

## Which windmill museums are free?

- The museum of sails in Alden, all year.
- The museum of stones in Barrow, in summer.`,
  },
);
const CALL = callEntry({
  id: 'sails',
  title: { en: 'Grants for new sails 2026', el: 'Επιχορήγηση για πανιά 2026', es: 'Ayudas para velas nuevas 2026' },
  summary: {
    en: 'Money for new sails of windmills. No closing date is known, so do not count on it being open.',
    el: 'Χρήματα για νέα πανιά ανεμόμυλων. Η ημερομηνία λήξης δεν είναι γνωστή: μη θεωρείτε ότι είναι ανοιχτή.',
    es: 'Dinero para velas nuevas de molinos. No se conoce la fecha de cierre: no la dé por abierta.',
  },
  audience: ['cooperative', 'association'],
  locale: 'el',
  call: { fund: 'ESF+', authority: 'Περιφέρεια Κρήτης' },
});
const AHEAD = guideEntry({
  id: 'after-2027',
  title: { en: 'What comes after 2027: the windmill fund 2028-2034' },
  summary: { en: 'A windmill fund for 2028-2034 was proposed. It is not yet law.' },
});

describe('An answer', () => {
  let opened: Awaited<ReturnType<typeof smallAnswerer>>;
  beforeAll(async () => {
    opened = await smallAnswerer([GUIDE, CALL, AHEAD]);
  });
  const ask = async (text: string, locale: Locale = 'en') => {
    const answer = await opened.answerer.answer({ text, locale, at: NOW });
    return { answer, text: renderAnswer(answer, languages.speechIn(locale), opened.knowledge, NOW).text };
  };

  it('that begins with yes says what it is yes to', async () => {
    expect((await ask('is there a law on windmills')).text).toMatch(/^Is there a law on windmills\?\nYes\. The windmill act/);
  });

  it('that begins with "it" says what it is about, and keeps the list that its last words lead to', async () => {
    expect((await ask('what does the windmill inspector do')).text).toMatch(
      /^What does the windmill inspector do\?\nIt is an office.*Among other things it\n• visits.*\n• keeps/,
    );
  });

  it('that is a bare list stands below its heading', async () => {
    expect((await ask('which windmill museums are free')).text).toMatch(/^Which windmill museums are free\?\n• The museum of sails/);
  });

  it('from an undated call tells what its entry warns of, once', async () => {
    const { text } = await ask('grants for new sails');
    expect(text.match(/do not count on it being open/g)).toHaveLength(1);
    expect(text).not.toContain('The source gives no closing day');
  });

  it('warns in the language of the question', async () => {
    expect((await ask('ayudas para velas nuevas', 'es')).text).toContain('no la dé por abierta');
  });

  it('from a call for others than the one who asks says first whom it is for', async () => {
    expect((await ask('we are a municipality: grants for new sails')).text).toMatch(
      /^Who may apply, by my source: a cooperative or an association\. Not on that list: a municipality\./,
    );
    expect((await ask('we are a cooperative: grants for new sails')).text).not.toContain('Not on that list');
  });

  it('tells what is proposed for the years to come, and no day that nobody has published', async () => {
    const proposed = await ask('what comes after 2027 for windmills: the windmill fund from 2028');
    if (proposed.answer.asked.has('future')) expect(proposed.text).not.toMatch(/^I do not know/);
    expect((await ask('when will the next call for new sails open')).answer.outcome).toBe('no-evidence');
  });

  it('calls a fund of the EU by its name in each language, and leaves others as they are', () => {
    const fund = (locale: Locale, name: string) => languages.speechIn(locale).say('facts:fund-name', { fund: name, context: name });
    expect([fund('es', 'ESF+'), fund('el', 'ESF+'), fund('sl', 'ESF'), fund('fr', 'ERDF')]).toEqual(['FSE+', 'ΕΚΤ+', 'ESS', 'FEDER']);
    expect(fund('de', 'Ajuntament de Barcelona')).toBe('Ajuntament de Barcelona');
  });

  it('leaves the space before a colon that French has', () => {
    const labelled = (locale: Locale) => languages.speechIn(locale).say('facts:labelled', { label: 'Pour', value: 'tous' });
    expect([labelled('fr'), labelled('it')]).toEqual(['Pour\u202f: tous', 'Pour: tous']);
  });

  it('marks a name in letters that the reader may not know with its language, and names the fund in theirs', () => {
    const card = entryCard(CALL, languages.speechIn('es'), opened.knowledge, { at: NOW });
    expect(card.facts).toContainEqual({ label: 'Fondo', value: 'FSE+' });
    expect(card.facts).toContainEqual({ label: 'Quién la gestiona', value: 'Περιφέρεια Κρήτης (en griego)' });
  });
});
