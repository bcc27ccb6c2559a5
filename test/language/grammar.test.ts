import { LOCALES } from '../../src/domain/locale';
import { grammarOf, inAnyLanguage } from '../../src/language/grammar';

/** Every list by its key. */
function* listsIn(value: unknown, key = ''): Iterable<readonly [string, readonly string[]]> {
  if (Array.isArray(value)) yield [key, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* listsIn(inner, key === '' ? name : `${key}.${name}`);
}

describe.each(LOCALES)('The grammar of %s', (locale) => {
  const lists = [...listsIn(grammarOf(locale))];

  it('says nothing twice', () => {
    expect(lists.filter(([, words]) => new Set(words).size < words.length).map(([key]) => key)).toEqual([]);
  });

  it('has no blanks around a word, and a hyphen only behind a beginning', () => {
    const isOdd = (word: string) => word !== word.trim() || /\s\s|^-|-\s/.test(word);
    expect(lists.flatMap(([key, words]) => words.filter(isOdd).map((word) => `${key}: ${word}`))).toEqual([]);
  });

  it('tells how names and editions are announced', () => {
    const { names, editions } = grammarOf(locale);
    expect(
      [names.announced, names.beforeCapital, editions.since, editions.number, editions.round].filter((one) => one.length === 0),
    ).toEqual([]);
  });
});

describe('The words of all languages', () => {
  it('stand together, each once', () => {
    const since = inAnyLanguage(({ editions }) => editions.since);
    expect(since).toEqual(expect.arrayContaining(['since', 'depuis', 'από το']));
    expect(new Set(since).size).toBe(since.length);
  });
});
