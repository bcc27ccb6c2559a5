import type { Answerer } from '../../../src/answering/answerer';
import type { Entry } from '../../../src/domain/entry';
import { PLAIN } from '../../../src/retrieval/confidence';
import { NO_EVIDENCE } from '../../../src/retrieval/evidence';
import type { CalibrationQuestion } from '../../../src/staff/calibrate/calibration-questions';
import { samplesOf, takeSamples, weightOf } from '../../../src/staff/calibrate/samples';
import { guideEntry } from '../../support/sample-entries';

/** Finds the first of these that is not left out. */
class Finder implements Pick<Answerer, 'weigh'> {
  readonly asked: (readonly string[])[] = [];
  readonly #entries: readonly Entry[];
  readonly #own: boolean;

  constructor(ids: readonly string[], own = true) {
    this.#entries = ids.map((id) => guideEntry({ id }));
    this.#own = own;
  }

  async weigh(_: unknown, without: readonly string[] = []) {
    this.asked.push(without);
    const found = this.#entries.filter(({ id }) => !without.includes(id)).map(({ id }) => id);
    const best = this.#entries.find(({ id }) => id === found[0]);
    const evidence = {
      ...NO_EVIDENCE,
      coverage: 0.5,
      own: this.#own,
      score: 0.4,
      margin: 0.2,
      whole: 0.4,
      lacking: 2,
    };
    return best && { best, evidence, setting: PLAIN, hits: found.slice(0, 1) };
  }
}

const question = (about: string, given: Partial<CalibrationQuestion> = {}): CalibrationQuestion => ({
  question: { text: about, locale: 'en', at: new Date('2026-11-22T10:00:00Z') },
  relevant: [about],
  source: 'golden',
  about,
  ...given,
});

const take = (questions: readonly CalibrationQuestion[], finder: Finder) => takeSamples(questions, finder, () => undefined);

describe('Samples of a question', () => {
  it('are one with all entries, and one of little weight without those that answer it, which is wrong by construction', async () => {
    const finder = new Finder(['bakery', 'dairy']);
    const samples = await take([question('bakery')], finder);
    expect(finder.asked).toEqual([[], ['bakery']]);
    expect(samples.map(({ isRight, weight }) => [isRight, weight])).toEqual([
      [true, 1],
      [false, 0.1],
    ]);
    expect(samples[0]?.features).toMatchObject({ base: 1, coverage: 0.5, lacking: 0.4 });
  });

  it('look past the neighbours as well, which may answer a part', async () => {
    const finder = new Finder(['dairy', 'bakery', 'winery']);
    const samples = await take([question('bakery')], finder);
    expect(finder.asked).toEqual([[], ['bakery', 'dairy']]);
    expect(samples.map(({ isLeftOut }) => isLeftOut)).toEqual([false, true]);
  });

  it('are wrong when another entry comes first', async () => {
    const [first] = await take([question('dairy')], new Finder(['bakery', 'dairy', 'winery']));
    expect(first?.isRight).toBe(false);
  });

  it('are one alone for a question that the folder cannot answer', async () => {
    const finder = new Finder(['bakery']);
    expect(await take([question('volcano', { relevant: [] })], finder)).toMatchObject([{ isRight: false, weight: 1 }]);
    expect(finder.asked).toEqual([[]]);
  });

  it('are none where nothing is found: that is no matter of confidence', async () => {
    expect(await take([question('bakery')], new Finder(['bakery']))).toHaveLength(1);
  });

  it('are told apart by the language of the best hit', async () => {
    const across = await take([question('bakery')], new Finder(['bakery', 'dairy'], false));
    expect(samplesOf('own', across)).toEqual([]);
    expect(samplesOf('across', across)).toHaveLength(2);
  });

  it('that were made weigh at most as much as the judged ones, however many they are', async () => {
    const made = Array.from({ length: 40 }, () => question('dairy', { source: 'made' }));
    const samples = await take([question('bakery'), question('bakery'), ...made], new Finder(['bakery', 'dairy', 'winery']));
    const own = samplesOf('own', samples);
    expect(own).toHaveLength(84);
    expect(weightOf(own)).toBeCloseTo(2.2 + 2.2, 10);
    expect(samplesOf('own', await take(made, new Finder(['dairy', 'bakery'])))).toEqual([]);
  });
});
