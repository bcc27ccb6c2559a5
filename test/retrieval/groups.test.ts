import type { Locale } from '../../src/domain/locale';
import { Glossary, readGlossary } from '../../src/retrieval/glossary';
import { conceptsIn, groupsFor } from '../../src/retrieval/groups';
import { analyseQuestion } from '../../src/retrieval/question';
import { stem } from '../../src/retrieval/stemming';
import { WordIndex } from '../../src/retrieval/word-index';
import { WordIndexBuilder } from '../../src/retrieval/word-index-builder';
import { withoutPause } from './small-folder';

const glossary = new Glossary(
  readGlossary([
    {
      id: 'homeless',
      words: { en: ['homeless', 'people without a home'], es: ['sin hogar', 'sintecho', 'persona de la calle'], de: ['wohnungslos'] },
    },
    { id: 'work-integration', words: { en: ['work integration'], es: ['inserción laboral'] } },
    { id: 'integration', words: { en: ['integration'], es: ['integración'] } },
  ]),
);

/** Weights by stem, for each word or phrase of the question that found something. */
async function groupsIn(text: string, asked: Locale, indexed: Locale, ...passages: string[]) {
  const texts = passages.map((text, passage) => ({ passage, text }));
  const index = new WordIndex(await new WordIndexBuilder(indexed).build(texts, withoutPause));
  const words =
    passages
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const nameOf = new Map(words.map((word) => [index.findTerm(stem(word, indexed)) ?? -1, word]));
  const groups = groupsFor(analyseQuestion(text, asked), index, glossary);
  return groups.map(({ terms }) =>
    Object.fromEntries(terms.map(({ term, weight }) => [nameOf.get(term) ?? '?', Math.round(weight * 100) / 100])),
  );
}

describe('a question in its own language', () => {
  it('looks for its words with full weight', async () => {
    expect(await groupsIn('shelter families', 'en', 'en', 'A shelter for a family')).toEqual([{ shelter: 1 }, { family: 1 }]);
  });

  it('looks for what a misspelt word must mean', async () => {
    const [group] = await groupsIn('cooperetive', 'en', 'en', 'a cooperative', 'a training');
    expect(Object.keys(group ?? {})).toEqual(['cooperative']);
    expect(group?.cooperative).toBeLessThan(1);
  });

  it('looks for other ways to say the same, with less weight', async () => {
    const [group] = await groupsIn('sintecho', 'es', 'es', 'sintecho', 'sin hogar');
    expect(group).toEqual({ sintecho: 1, hogar: 0.1 });
  });

  it('does not take one number for another', async () => {
    expect(await groupsIn('call 2026', 'en', 'en', 'the call of 2025')).toEqual([{ call: 1 }, {}]);
  });
});

describe('a question put to another language', () => {
  it('looks for translations', async () => {
    const [group] = await groupsIn('homeless', 'en', 'de', 'wohnungslos');
    expect(group).toEqual({ wohnungslos: 1 });
  });

  it('looks for cognates of words that have no translation', async () => {
    const [group] = await groupsIn('cooperative', 'en', 'it', 'una cooperativa', 'un corso');
    expect(Object.keys(group ?? {})).toEqual(['cooperativa']);
  });

  it('takes the longest phrase that the glossary knows', async () => {
    const question = analyseQuestion('help with work integration', 'en');
    expect(conceptsIn(question, glossary).map(({ at, length, concepts }) => [at, length, concepts.length])).toEqual([
      [0, 1, 0],
      [1, 2, 1],
    ]);
    const groups = await groupsIn('work integration', 'en', 'es', 'inserción laboral', 'integración');
    expect(groups).toHaveLength(1);
    expect(Object.keys(groups[0] ?? {})).toEqual(['inserción', 'laboral']);
  });

  it('does not take the parts of a longer phrase when a word says it all', async () => {
    const [group] = await groupsIn('homeless', 'en', 'es', 'sintecho', 'la calle');
    expect(Object.keys(group ?? {})).toEqual(['sintecho']);
  });

  it('finds Greek names written in Latin letters', async () => {
    const [group] = await groupsIn('Kavala', 'en', 'el', 'η Καβάλα', 'η Δράμα');
    expect(Object.values(group ?? {})).toEqual([1]);
  });
});

it('a question of stop words alone has no groups', async () => {
  expect(await groupsIn('what is this?', 'en', 'en', 'a shelter')).toEqual([]);
});
