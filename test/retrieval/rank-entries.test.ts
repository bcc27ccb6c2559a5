import { Corpus } from '../../src/retrieval/corpus';
import { Gate } from '../../src/retrieval/gate';
import { makeRandom } from '../../src/retrieval/random';
import { rankEntries } from '../../src/retrieval/rank-entries';
import { Scores } from '../../src/retrieval/scores';
import { aFolder, aPassage } from './small-folder';

const WEIGHTS = { secondSection: 0.5, vectors: 0.2, said: 0.8 };
const PASSAGES = [
  aPassage('b', 'en', '', 0),
  aPassage('a', 'en', '', 0),
  aPassage('a', 'en', '', 1),
  aPassage('a', 'es', '', 1),
  aPassage('c', 'en', '', 0),
];
const corpus = new Corpus(aFolder(PASSAGES));

function scoresOf(values: readonly number[]): Scores {
  const scores = new Scores(values.length);
  const gate = new Gate(new Uint8Array(values.length).fill(1));
  scores.raise(Uint32Array.from(values.keys()), Float32Array.from(values), { share: 1, foreign: 1 }, gate);
  return scores;
}

function rank(scored: Readonly<Record<string, number>>, likeness: Readonly<Record<string, number>> = {}, limit = 10) {
  const scores = scoresOf(PASSAGES.map(({ id }) => scored[id] ?? 0));
  const near = new Map(Object.entries(likeness).map(([entry, cosine]) => [corpus.numberOf(entry), cosine]));
  return rankEntries({ corpus, scores, likeness: near }, WEIGHTS, limit);
}
const order = (...given: Parameters<typeof rank>) => rank(...given).map(({ entry, score }) => [entry, Math.round(score * 100) / 100]);

describe('entries', () => {
  it('are worth their best passage and a share of another section', () => {
    expect(order({ 'b#0.en': 5, 'a#0.en': 4, 'a#1.en': 2 })).toEqual([
      ['a', 5],
      ['b', 5],
    ]);
  });

  it('gain nothing by saying the same section in two languages', () => {
    expect(order({ 'a#1.en': 4, 'a#1.es': 3 })).toEqual([['a', 4]]);
    expect(order({ 'a#1.es': 3, 'a#1.en': 4, 'a#0.en': 2 })).toEqual([['a', 5]]);
  });

  it('of equal worth stand in the order of their ids', () => {
    expect(order({ 'c#0.en': 1, 'b#0.en': 1, 'a#0.en': 1 }).map(([entry]) => entry)).toEqual(['a', 'b', 'c']);
  });

  it('are lifted by a near vector, the nearest most', () => {
    expect(order({ 'b#0.en': 5, 'a#0.en': 4.5 }, { a: 0.8, b: 0.1 })).toEqual([
      ['a', 5.5],
      ['b', 5.13],
    ]);
  });

  it('are found by their vector alone, without a passage', () => {
    const [, second] = rank({ 'b#0.en': 5 }, { c: 0.5 });
    expect(second).toMatchObject({ entry: 'c', score: 1, passages: [] });
  });

  it('gain nothing from a vector that points away', () => {
    expect(order({ 'b#0.en': 5 }, { c: -0.5, a: 0 })).toEqual([['b', 5]]);
  });

  it('are at most as many as wanted', () => {
    expect(order({ 'c#0.en': 1, 'b#0.en': 2, 'a#0.en': 3 }, {}, 2).map(([entry]) => entry)).toEqual(['a', 'b']);
  });

  it('are the same when fewer are wanted, whatever else shares words with the question', () => {
    const random = makeRandom(7);
    const passages = Array.from({ length: 900 }, (_, n) => aPassage(`e${n % 300}`, 'en', '', Math.floor(n / 300)));
    const large = new Corpus(aFolder(passages));
    for (let time = 0; time < 20; time += 1) {
      const values = passages.map(() => random() ** (1 + (time % 5)));
      const likeness = new Map(Array.from({ length: 10 }, () => [Math.floor(300 * random()), random()]));
      const best = (limit: number) => rankEntries({ corpus: large, scores: scoresOf(values), likeness }, WEIGHTS, limit);
      expect(best(7)).toEqual(best(300).slice(0, 7));
    }
  });

  it('give their passages best first', () => {
    const [best] = rank({ 'a#0.en': 1, 'a#1.en': 3, 'a#1.es': 2 });
    expect(best?.passages.map(({ passage }) => passage.id)).toEqual(['a#1.en', 'a#1.es', 'a#0.en']);
  });

  it('are none when nothing was found', () => {
    expect(order({})).toEqual([]);
  });
});
