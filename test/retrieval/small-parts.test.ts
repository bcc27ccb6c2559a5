import { Best } from '../../src/retrieval/best';
import { BoundedMap } from '../../src/retrieval/bounded-map';
import { makeBreath } from '../../src/retrieval/breathing';
import { Gate } from '../../src/retrieval/gate';
import { growingUint32 } from '../../src/retrieval/growing-array';
import { KnownWords } from '../../src/retrieval/known-words';
import { pack, unpack } from '../../src/retrieval/packed-image';
import { makeNormal, makeRandom } from '../../src/retrieval/random';
import { Scores } from '../../src/retrieval/scores';
import { StringTable } from '../../src/retrieval/string-table';
import { tokenise } from '../../src/retrieval/words';

describe('BoundedMap', () => {
  it('makes a value once while it keeps it', () => {
    const made: string[] = [];
    const map = new BoundedMap<string, number>(3);
    const ask = (key: string) => map.getOrMake(key, (one) => made.push(one));
    for (const key of ['a', 'b', 'a', 'b']) ask(key);
    expect(made).toEqual(['a', 'b']);
  });

  it('never holds more than its limit', () => {
    const map = new BoundedMap<number, number>(10);
    for (let key = 0; key < 1000; key++) {
      map.getOrMake(key, (one) => one);
      expect(map.size).toBeLessThanOrEqual(10);
    }
  });
});

describe('Best', () => {
  it('keeps the best few in order, whatever order they come in', () => {
    const best = new Best<number>(3, (a, b) => a > b);
    for (const candidate of [4, 9, 1, 7, 3, 8]) best.offer(candidate);
    expect(best.all()).toEqual([9, 8, 7]);
  });

  it('keeps nothing when nothing is wanted', () => {
    const best = new Best<number>(0, (a, b) => a > b);
    best.offer(1);
    expect(best.all()).toEqual([]);
  });
});

describe('makeBreath', () => {
  it('pauses once in each stretch of work', async () => {
    let time = 0;
    let turns = 0;
    const breathe = makeBreath(() => time, 10);
    const count = setInterval(() => {}, 1000);
    const watch = () => setImmediate(() => (turns += 1));
    for (let step = 0; step < 30; step++) {
      time += 1;
      watch();
      const before = turns;
      await breathe();
      if (time % 10 === 0) expect(turns).toBeGreaterThan(before);
      else expect(turns).toBe(before);
    }
    clearInterval(count);
  });
});

describe('Scores', () => {
  const AS_IT_IS = { share: 1, foreign: 1 };
  const OPEN = new Gate(Uint8Array.of(1, 1, 1, 1));
  const raise = (scores: Scores, texts: readonly number[], values: readonly number[], lift = AS_IT_IS, gate = OPEN) =>
    scores.raise(Uint32Array.from(texts), Float32Array.from(values), lift, gate);

  it('keep the greatest score of each text', () => {
    const scores = new Scores(4);
    raise(scores, [2, 3], [1, 0]);
    raise(scores, [2], [3]);
    raise(scores, [0, 2], [0.25, 2]);
    expect([0, 1, 2, 3].map((text) => scores.of(text))).toEqual([0.25, 0, 3, 0]);
    expect([scores.highest, scores.floor]).toEqual([3, 0.1 * 3]);
    expect([[...scores.atLeast(0.25)], [...scores.atLeast(0.5)]]).toEqual([[0, 2], [2]]);
  });

  it('leave out what the gate keeps closed, by itself or with its entry, and lift what is foreign as such', () => {
    const scores = new Scores(4);
    const gate = new Gate(Uint8Array.of(0, 1, 2, 1), { open: Uint8Array.of(1, 0), of: Uint32Array.of(0, 0, 0, 1) });
    raise(scores, [0, 1, 2, 3], [1, 1, 1, 1], { share: 0.5, foreign: 2 }, gate);
    expect([0, 1, 2, 3].map((text) => scores.of(text))).toEqual([0, 0.5, 2, 0]);
  });

  it('are empty again for the next question', () => {
    const scores = new Scores(4);
    raise(scores, [2], [1]);
    scores.clear();
    expect([scores.of(2), scores.highest, [...scores.atLeast(0.01)]]).toEqual([0, 0, []]);
  });
});

describe('Gate', () => {
  it('opens for passages that are in scope and whose entry is', () => {
    const gate = new Gate(Uint8Array.of(1, 1, 0), { open: Uint8Array.of(0, 1), of: Uint32Array.of(0, 1, 1) });
    expect([0, 1, 2, 3, -1].map((passage) => gate.isOpen(passage))).toEqual([false, true, false, false, false]);
  });
});

describe('KnownWords', () => {
  it('visits the same words as tokenise, and is asked once for each', () => {
    const text = `L’Economia social és social: ajuts (2026) per a ${'x'.repeat(100)} empreses`;
    const asked: string[] = [];
    const seen: string[] = [];
    const words = new KnownWords((surface) => {
      asked.push(surface);
      return surface;
    });
    words.visit(text, (word) => seen.push(word));
    words.visit(text, (word) => seen.push(word));
    expect(seen).toEqual([...tokenise(text), ...tokenise(text)]);
    expect(asked).toEqual([...new Set(tokenise(text))]);
  });

  it('still knows each word after growing', () => {
    const words = new KnownWords((surface) => surface);
    const many = Array.from({ length: 20_000 }, (_, n) => `w${n.toString(36)}`);
    const seen: string[] = [];
    words.visit(many.join(' '), () => {});
    words.visit(many.join(' '), (word) => seen.push(word));
    expect(seen).toEqual(many);
  });
});

describe('StringTable', () => {
  const words = Array.from({ length: 5_000 }, (_, n) => `λέξη ${n.toString(36)}`);
  const filled = () => {
    const table = new StringTable();
    for (const word of words) table.add(word);
    return table;
  };

  it('numbers each string once, in order, and tells it again', () => {
    const table = filled();
    expect(words.map((word) => table.add(word))).toEqual([...words.keys()]);
    expect([0, 1, 4_999].map((number) => table.textOf(number))).toEqual([words[0], words[1], words[4_999]]);
    expect([table.size, table.find('λέξη'), table.find('')]).toEqual([5_000, -1, -1]);
    expect([table.add(''), table.find(''), table.textOf(5_000)]).toEqual([5_000, 5_000, '']);
  });

  it('is the same when it is read from its image, and leaves the strings of the image as they are', () => {
    const image = filled().toImage();
    const copy = new StringTable({ ...image, slots: image.slots.slice() });
    expect(words.map((word) => copy.find(word))).toEqual([...words.keys()]);
    copy.add('more');
    expect([new StringTable(image).find('more'), new StringTable(image).size]).toEqual([-1, 5_000]);
  });
});

describe('A packed value', () => {
  it('is what it was, with its arrays as views', () => {
    const value = {
      a: Uint8Array.of(1, 2, 3),
      b: [{ c: Float32Array.of(0.5), d: 'é' }],
      e: new Uint32Array(0),
      f: Uint16Array.of(65_535),
      g: 7,
    };
    const bytes = Buffer.concat(pack(value));
    const back = unpack(bytes) as typeof value;
    expect(back).toEqual(value);
    expect(back.a.buffer).toBe(bytes.buffer);
  });
});

describe('numbers', () => {
  it('that look random are the same each time and differ by seed', () => {
    const take = (seed: number) => Array.from({ length: 5 }, makeRandom(seed));
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
  });

  it('of a normal distribution have mean 0 and deviation 1', () => {
    const values = Array.from({ length: 20_000 }, makeNormal(makeRandom(3)));
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('outgrow their first array', () => {
    const growing = growingUint32();
    for (let n = 0; n < 5000; n++) growing.push(n % 200);
    expect(growing.length).toBe(5000);
    expect(growing.view()[4999]).toBe(4999 % 200);
  });
});
