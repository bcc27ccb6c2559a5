import { renderAnswer } from '../../src/answering/render-answer';
import type { Locale } from '../../src/domain/locale';
import { guideEntry } from '../support/sample-entries';
import { languages, smallAnswerer } from '../support/small-answerer';

const NOW = new Date('2026-11-21T12:00:00Z');
const GUIDE = guideEntry(
  {
    id: 'beekeeping',
    title: { en: 'Beekeeping allowance by country', es: 'Ayuda a la apicultura por países', el: 'Επίδομα μελισσοκομίας ανά χώρα' },
    summary: { en: 'What beekeepers get.', es: 'Lo que reciben los apicultores.', el: 'Τι παίρνουν οι μελισσοκόμοι.' },
  },
  {
    en: '## How much is the beekeeping allowance?\n\n- Spain: 10 euros a hive. Ask in spring.\n- Portugal: 20 euros a hive.\n- Greece: 30 euros a hive.\n- Slovenia: 40 euros a hive.',
    es: '## ¿Cuánto es la ayuda a la apicultura?\n\n- España: 10 euros por colmena. Se pide en primavera.\n- Portugal: 20 euros por colmena.\n- Grecia: 30 euros por colmena.\n- Eslovenia: 40 euros por colmena.',
    el: '## Πόσο είναι το επίδομα μελισσοκομίας;\n\n- Ισπανία: 10 ευρώ ανά κυψέλη.\n- Πορτογαλία: 20 ευρώ ανά κυψέλη.\n- Στην Ελλάδα: 30 ευρώ ανά κυψέλη.\n- Σλοβενία: 40 ευρώ ανά κυψέλη.',
  },
);

describe('A guide to many countries', () => {
  let opened: Awaited<ReturnType<typeof smallAnswerer>>;
  beforeAll(async () => {
    opened = await smallAnswerer([GUIDE]);
  });
  const ask = async (text: string, locale: Locale, given: { area?: string; homeArea?: string } = {}) => {
    const answer = await opened.answerer.answer({ text, locale, at: NOW, ...given });
    return { answer, text: renderAnswer(answer, languages.speechIn(locale), opened.knowledge, NOW).text };
  };

  it.each<[Locale, string, { area?: string; homeArea?: string }, string]>([
    ['en', 'how much is the beekeeping allowance in Greece', { area: 'EL' }, 'Greece: 30 euros'],
    ['en', 'how much is the beekeeping allowance', { homeArea: 'PT150' }, 'Portugal: 20 euros'],
    ['es', 'cuánto es la ayuda a la apicultura', {}, 'España: 10 euros por colmena. Se pide en primavera.'],
    ['el', 'πόσο είναι το επίδομα μελισσοκομίας', {}, 'Ελλάδα: 30 ευρώ'],
  ])('in %s tells "%s" the line of the one country', async (locale, question, given, line) => {
    const { answer, text } = await ask(question, locale, given);
    expect(answer.outcome).toBe('answered');
    expect(text).toContain(line);
    expect(text.match(/hive|colmena|κυψέλη/g)).toHaveLength(1);
  });

  it('tells all where no country is known', async () => {
    expect((await ask('how much is the beekeeping allowance', 'en')).text).toMatch(
      /^How much is the beekeeping allowance\?\n(• \w+: \d0 euros a hive\..*\n?){4}$/,
    );
  });

  it('is not for a country that it does not name', async () => {
    const { answer, text } = await ask('how much is the beekeeping allowance in Malta', 'en', { area: 'MT' });
    expect(answer).toMatchObject({ outcome: 'wrong-area', askedArea: 'MT', otherAreas: ['ES', 'PT', 'EL', 'SI'] });
    expect(text).toContain('I know of nothing like this for Malta. This is for Spain, Portugal, Greece and Slovenia.');
  });
});
