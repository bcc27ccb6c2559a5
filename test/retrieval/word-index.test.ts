import type { Locale } from '../../src/domain/locale';
import { Gate } from '../../src/retrieval/gate';
import { Glossary, readGlossary } from '../../src/retrieval/glossary';
import { groupsFor } from '../../src/retrieval/groups';
import { analyseQuestion } from '../../src/retrieval/question';
import { Scores } from '../../src/retrieval/scores';
import { WordIndex } from '../../src/retrieval/word-index';
import { WordIndexBuilder } from '../../src/retrieval/word-index-builder';
import { withoutPause } from './small-folder';

const NO_GLOSSARY = new Glossary(readGlossary([]));

/** Passages are numbered 10, 20, 30 …; gives the numbers found, best first. */
async function found(locale: Locale, passages: readonly string[], text: string, closed: readonly number[] = []): Promise<number[]> {
  const texts = passages.map((text, n) => ({ passage: (n + 1) * 10, text }));
  const index = new WordIndex(await new WordIndexBuilder(locale).build(texts, withoutPause));
  const size = (passages.length + 1) * 10;
  const gate = new Gate(Uint8Array.from({ length: size }, (_, number) => (closed.includes(number) ? 0 : 1)));
  const scores = new Scores(size);
  const question = analyseQuestion(text, locale);
  const terms = groupsFor(question, index, NO_GLOSSARY).map((group) => group.terms);
  index.scoreOwn(terms, question.letters, 1, gate, scores);
  return [...scores.atLeast(Number.MIN_VALUE)].sort((a, b) => scores.of(b) - scores.of(a));
}

const PASSAGES = ['Grants for cooperatives', 'Training for young people', 'A night shelter for families'];

describe('WordIndex', () => {
  it('puts first the passage with the words', async () => {
    expect((await found('en', PASSAGES, 'grant for a cooperative'))[0]).toBe(10);
  });

  it('finds by the runs of letters what no whole word finds', async () => {
    expect((await found('de', ['Sozialunternehmen fördern', 'Wohnungen bauen'], 'Sozialunternehmerinnen'))[0]).toBe(10);
  });

  it('finds nothing behind a closed gate, and the others keep their order', async () => {
    const all = await found('en', PASSAGES, 'training for families');
    const some = await found('en', PASSAGES, 'training for families', [all[0] ?? -1]);
    expect(some).toEqual(all.slice(1));
  });

  it('finds nothing for an empty question', async () => {
    expect(await found('en', PASSAGES, '')).toEqual([]);
  });

  it('knows the row of a passage, and that a passage is not its own', async () => {
    const texts = [
      { passage: 3, text: 'three' },
      { passage: 8, text: 'eight' },
    ];
    const index = new WordIndex(await new WordIndexBuilder('en').build(texts, withoutPause));
    expect([3, 8, 4, 0, 99].map((passage) => index.rowOf(passage))).toEqual([0, 1, -1, -1, -1]);
  });

  it.each(['en', 'es', 'ca', 'fr', 'it', 'pt', 'de', 'el', 'sl', 'hr', 'sq'] as const)('works in %s', async (locale) => {
    const texts = { en: 'cooperative', es: 'cooperativa', ca: 'cooperativa', fr: 'coopérative', it: 'cooperativa', pt: 'cooperativa' };
    const more = { de: 'Genossenschaft', el: 'συνεταιρισμός', sl: 'zadruga', hr: 'zadruga', sq: 'kooperativë' };
    const word = { ...texts, ...more }[locale];
    expect((await found(locale, ['xyz 123', word.toUpperCase()], word))[0]).toBe(20);
  });
});
