import { conceptsOf, contentStems, Glossary, readGlossary } from '../../src/retrieval/glossary';
import { SMALL_VOCABULARIES } from '../support/sample-entries';

const CONCEPTS = [
  { id: 'cooperative', words: { en: ['cooperative', 'workers’ co-op'], es: ['cooperativa'], de: ['Genossenschaft'] } },
  { id: 'social-enterprise', words: { en: ['social enterprise'], es: ['empresa social'], fr: ['entreprise sociale'] } },
];

describe('Glossary', () => {
  const glossary = new Glossary(readGlossary(CONCEPTS));
  const saysIn = (locale: 'en' | 'es' | 'de', text: string) => glossary.conceptsSaid(contentStems(text, locale), locale);

  it('knows a concept by any form of its words', () => {
    expect(saysIn('es', 'cooperativas')).toEqual([0]);
    expect(saysIn('en', 'the social enterprises')).toEqual([1]);
  });

  it('keeps the languages apart', () => {
    expect(saysIn('de', 'cooperativa')).toEqual([]);
  });

  it('gives the ways to say a concept as stems of content words', () => {
    expect(glossary.phrasesFor(0, 'de')).toEqual([contentStems('Genossenschaft', 'de')]);
    expect(glossary.phrasesFor(1, 'es')).toEqual([contentStems('empresa social', 'es')]);
    expect(glossary.phrasesFor(0, 'sq')).toEqual([]);
    expect(glossary.phrasesFor(99, 'en')).toEqual([]);
  });

  it('learns from the vocabularies of the folder: names, what people say, and places', () => {
    const learnt = new Glossary(readGlossary(conceptsOf(SMALL_VOCABULARIES)));
    const [coop] = learnt.conceptsSaid(contentStems('a coop', 'en'), 'en');
    expect(learnt.phrasesFor(coop ?? -1, 'es')).toContainEqual(contentStems('cooperativa', 'es'));
    const [drama] = learnt.conceptsSaid(contentStems('Δράμα', 'el'), 'el');
    expect(learnt.phrasesFor(drama ?? -1, 'en')).toEqual([contentStems('Drama', 'en')]);
  });
});
