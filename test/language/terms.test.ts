import type { Locale } from '../../src/domain/locale';
import { readVocabularies } from '../../src/knowledge/read-vocabularies';
import { makeTermFinder, type TermFinder } from '../../src/language/terms';
import { SMALL_VOCABULARIES } from '../support/sample-entries';
import { readSharedMemo, SHIPPED } from '../support/shipped-folder';

describe('The kinds of applicant people speak of', () => {
  let applicants: TermFinder;
  let topics: TermFinder;
  beforeAll(async () => {
    const { vocabularies } = await readVocabularies(SHIPPED, await readSharedMemo());
    applicants = makeTermFinder(vocabularies.applicants);
    topics = makeTermFinder(vocabularies.topics);
  });

  it.each<[Locale, string, string]>([
    ['es', 'somos una pyme', 'sme'],
    ['es', 'tengo una PYME familiar', 'sme'],
    ['el', 'είμαστε Κοιν.Σ.Επ.', 'social-cooperative'],
    ['el', 'έχουμε μια ΚοινΣΕπ', 'social-cooperative'],
    ['el', 'είμαστε μη κερδοσκοπική', 'non-profit'],
    ['el', 'μιας μη κερδοσκοπικής οργάνωσης', 'non-profit'],
    ['ca', 'som un ajuntament', 'municipality'],
    ['ca', "l'Ajuntament de Barcelona", 'municipality'],
    ['en', 'we are a cooperative', 'cooperative'],
    ['fr', 'nous sommes une PME', 'sme'],
    ['it', 'siamo una piccola impresa', 'sme'],
    ['de', 'wir sind eine GmbH', 'company'],
  ])('%s: "%s" is %s', (locale, said, id) => {
    expect(applicants.find(said, locale)[0]).toBe(id);
  });

  it('are understood in another language than the one spoken', () => {
    expect(applicants.find('pyme', 'en')).toEqual(['sme']);
    expect(applicants.find('ajuntament', 'el')).toEqual(['municipality']);
  });

  it('are none in a sentence that names none', () => {
    expect(applicants.find('What is ESF+?', 'en')).toEqual([]);
    expect(applicants.find('', 'en')).toEqual([]);
  });

  it('are understood by the very name their button shows, in every language', async () => {
    const { vocabularies } = await readVocabularies(SHIPPED, await readSharedMemo());
    const wrong: string[] = [];
    for (const [finder, terms] of [
      [applicants, vocabularies.applicants],
      [topics, vocabularies.topics],
    ] as const)
      for (const term of terms.values())
        for (const [locale, name] of Object.entries(term.name) as [Locale, string][]) {
          const [found] = finder.find(name, locale);
          if (found !== term.id) wrong.push(`${locale} "${name}": ${found ?? 'nothing'} instead of ${term.id}`);
        }
    expect(wrong).toEqual([]);
  });
});

describe('Finding terms', () => {
  const finder = makeTermFinder(SMALL_VOCABULARIES.applicants);

  it('gives each once, in the order they were said', () => {
    expect(finder.find('a municipality, a coop, a cooperative and a company', 'en')).toEqual(['municipality', 'cooperative', 'company']);
  });

  it('prefers what the language spoken says', () => {
    expect(finder.find('una empresa social', 'es')).toEqual(['social-enterprise']);
  });
});
