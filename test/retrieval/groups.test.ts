import type { Locale } from '../../src/domain/locale';
import { Glossary, readGlossary } from '../../src/retrieval/glossary';
import { groupsFor } from '../../src/retrieval/groups';
import { analyseQuestion } from '../../src/retrieval/question';
import { conceptsIn } from '../../src/retrieval/said-concepts';
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
    { id: 'cooperative', words: { de: ['Genossenschaft'], en: ['cooperative'], el: ['συνεταιρισμός'], es: ['cooperativa'] } },
    { id: 'support', words: { de: ['Förderung'], en: ['support'], es: ['ayuda'] } },
    { id: 'list-support', words: { de: ['Förderung'], en: ['furtherance'] }, isImported: true },
    { id: 'list-welder', words: { de: ['Schweißer'], en: ['welder'] }, isImported: true },
    { id: 'list-work-integration', words: { en: ['work integration'], es: ['trabajo integrador'] }, isImported: true },
    { id: 'list-integration-welder', words: { en: ['integration welder'], es: ['soldadura'] }, isImported: true },
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

describe('a German compound', () => {
  it('is looked for by its words when no text has the whole', async () => {
    const groups = await groupsIn('Genossenschaftsförderung', 'de', 'de', 'Förderung der Genossenschaft');
    expect(groups.slice(1)).toEqual([{ genossenschaft: 0.71 }, { förderung: 0.71 }]);
  });

  it('stays whole when a text has it', async () => {
    expect(await groupsIn('Genossenschaftsförderung', 'de', 'de', 'Förderung', 'Genossenschaftsförderung')).toHaveLength(1);
  });

  it('is translated word by word', async () => {
    expect(await groupsIn('Genossenschaftsförderung', 'de', 'en', 'support for a cooperative')).toEqual([
      { cooperative: 0.71 },
      { support: 0.71 },
    ]);
  });
});

describe('a word that the glossary has not as it was typed', () => {
  it('is translated as the word most like it, with less weight', async () => {
    const [group] = await groupsIn('cooperativve', 'es', 'de', 'Genossenschaft');
    expect(group?.genossenschaft).toBeGreaterThan(0.3);
    expect(group?.genossenschaft).toBeLessThan(1);
  });

  it('is not translated when nothing is like it', async () => {
    expect(await groupsIn('zoológico', 'es', 'de', 'Genossenschaft')).toEqual([{}]);
  });

  it('may be Greek in Latin letters', async () => {
    expect(await groupsIn('synetairismos', 'el', 'en', 'a cooperative')).toEqual([{ cooperative: 1 }]);
    expect(await groupsIn('gia tous synetairismous', 'el', 'el', 'οι συνεταιρισμοί')).toEqual([{ συνεταιρισμοί: 1 }]);
  });
});

describe('an imported word list', () => {
  it('translates what the glossary does not know, with less weight', async () => {
    expect(await groupsIn('Schweißer', 'de', 'en', 'a welder')).toEqual([{ welder: 0.6 }]);
  });

  it('says nothing of what the glossary knows', async () => {
    expect(await groupsIn('Förderung', 'de', 'en', 'support', 'furtherance')).toEqual([{ support: 1 }]);
    expect(await groupsIn('work integration', 'en', 'es', 'inserción laboral', 'trabajo integrador')).toEqual([
      { inserción: 0.71, laboral: 0.71 },
    ]);
  });

  it('has a say on a phrase of which the glossary knows a part only', async () => {
    expect(await groupsIn('integration welder', 'en', 'es', 'integración', 'soldadura')).toEqual([{ soldadura: 0.6 }]);
  });
});

it('a question of stop words alone has no groups', async () => {
  expect(await groupsIn('what is this?', 'en', 'en', 'a shelter')).toEqual([]);
});
