import type { Locale } from '../../src/domain/locale';
import { PhraseFinder } from '../../src/language/phrases';

type Row = readonly [value: string, text: string, needsCapital?: boolean];

function finderOf(phrases: readonly Row[], of: 'names' | 'words' = 'names'): PhraseFinder<string> {
  const finder = new PhraseFinder<string>(of);
  for (const [value, text, needsCapital] of phrases) finder.add(value, text, needsCapital);
  return finder;
}

const found = (finder: PhraseFinder<string>, text: string, locale: Locale = 'en') => finder.find(text, locale).map(({ value }) => value);

describe('Finding phrases', () => {
  const finder = finderOf(
    [
      ['coop', 'cooperative'],
      ['worker-coop', 'cooperative of workers'],
      ['jobs', 'jobs'],
      ['kalo', 'Κοιν.Σ.Επ.'],
    ],
    'words',
  );

  it('finds each where it stands, in order', () => {
    expect(finder.find('Jobs in a cooperative', 'en')).toEqual([
      { value: 'jobs', at: 0, length: 1 },
      { value: 'coop', at: 3, length: 1 },
    ]);
  });

  it('does not mind case, accents, punctuation and line ends', () => {
    expect(found(finder, 'COÓPERATIVE?')).toEqual(['coop']);
    expect(found(finder, '(cooperative\nof\nworkers)')).toEqual(['worker-coop']);
    expect(found(finder, 'ΚΟΙΝ ΣΕΠ ή κοιν. σ. επ.', 'el')).toEqual(['kalo']);
  });

  it('takes the longest at one place', () => {
    expect(found(finder, 'a cooperative of workers')).toEqual(['worker-coop']);
    expect(found(finder, 'a cooperative of firms')).toEqual(['coop']);
  });

  it('finds no phrase inside a word', () => {
    expect(found(finder, 'jobseeker, intercooperative')).toEqual([]);
  });

  it('finds nothing in nothing, and takes no phrase without words', () => {
    finder.add('nothing', '…');
    expect(found(finder, '')).toEqual([]);
    expect(found(finder, '… !')).toEqual([]);
  });

  it('keeps the phrase that came first where two are the same', () => {
    expect(
      found(
        finderOf([
          ['first', 'desk'],
          ['second', 'Desk'],
        ]),
        'the desk',
      ),
    ).toEqual(['first']);
  });
});

describe('The endings of a name', () => {
  const finder = finderOf([
    ['Drama', 'Δράμα'],
    ['Maribor', 'Maribor'],
    ['Athens', 'Αθήνα'],
    ['Rome', 'Rim'],
  ]);

  it('may differ in languages that decline names', () => {
    expect(found(finder, 'της Δράμας', 'el')).toEqual(['Drama']);
    expect(found(finder, 'v Mariboru, iz Maribora', 'sl')).toEqual(['Maribor', 'Maribor']);
    expect(found(finder, 'των Αθηνών', 'el')).toEqual(['Athens']);
  });

  it('may not differ in languages that do not', () => {
    expect(found(finder, 'Mariboru', 'en')).toEqual([]);
    expect(found(finder, 'Mariboru', 'es')).toEqual([]);
  });

  it('may not differ in short words, nor by much', () => {
    expect(found(finder, 'rima', 'sl')).toEqual([]);
    expect(found(finder, 'Mariborčanka', 'sl')).toEqual([]);
  });

  it('are few: a word that only begins like a name is another word', () => {
    const zadar = finderOf([['Zadar', 'Zadar']]);
    for (const word of ['zadruga', 'zadrugu', 'zadovoljni']) expect(found(zadar, word, 'hr')).toEqual([]);
  });

  it('are less than a word that is the same', () => {
    const both = finderOf([
      ['region', 'Podravska'],
      ['people', 'podravske'],
    ]);
    expect(found(both, 'podravske', 'sl')).toEqual(['people']);
    expect(found(both, 'podravska', 'sl')).toEqual(['region']);
  });
});

describe('The endings of an ordinary word', () => {
  const finder = finderOf(
    [
      ['non-profit', 'μη κερδοσκοπική'],
      ['coop', 'zadruga'],
    ],
    'words',
  );

  it('may differ by three letters in languages that decline', () => {
    expect(found(finder, 'μιας μη κερδοσκοπικής οργάνωσης', 'el')).toEqual(['non-profit']);
    expect(found(finder, 'zadrugama', 'hr')).toEqual(['coop']);
    expect(found(finder, 'zadrugarstvo', 'hr')).toEqual([]);
    expect(found(finder, 'zadrugama', 'en')).toEqual([]);
  });
});

describe('A name that is also a word', () => {
  const finder = finderOf([
    ['Como', 'Como', true],
    ['Rome', 'Roma', true],
    ['Lyon', 'Lyon', true],
    ['Nice', 'ville de Nice', true],
  ]);

  it('counts with a capital inside a sentence', () => {
    expect(found(finder, 'Vivo a Como da anni')).toEqual(['Como']);
    expect(found(finder, 'vivo a como da anni')).toEqual([]);
  });

  it('does not count at the beginning of a sentence, where every word has one', () => {
    for (const text of ['Como puedo pedirlo', 'Hola. Como puedo pedirlo', 'Hola\nComo puedo pedirlo', '¿Como puedo pedirlo?'])
      expect(found(finder, text, 'es')).toEqual([]);
  });

  it('does not count in a text all in capitals, where every word has one', () => {
    expect(found(finder, 'NO SE COMO PEDIRLO', 'es')).toEqual([]);
  });

  it('counts when it is the whole answer, however it is written', () => {
    for (const text of ['Roma', 'roma', 'ROMA', ' Roma. ']) expect(found(finder, text, 'it')).toEqual(['Rome']);
    expect(found(finder, 'lyon', 'fr')).toEqual(['Lyon']);
  });

  it('does not count when it asks back', () => {
    expect(found(finder, '¿Como?', 'es')).toEqual([]);
    expect(found(finder, 'Como;', 'el')).toEqual([]);
  });
});

describe('A long text', () => {
  it('is searched in a moment', () => {
    const finder = finderOf([
      ['a', 'aaaa aaaa aaaa aaaa'],
      ['b', 'aaaa aaaa aaaa bbbb'],
    ]);
    const started = performance.now();
    found(finder, 'aaaa '.repeat(20_000), 'sl');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
