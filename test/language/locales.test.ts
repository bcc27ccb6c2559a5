import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Meaning, readPhrases } from '../../dialogs/answers/heard-phrases';
import { makeUnderstanding } from '../../dialogs/answers/understanding';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import { Languages } from '../../src/language/speech';

const FOLDER = join(__dirname, '..', '..', 'locales');
const SPOKEN = LOCALES.filter((locale) => readdirSync(FOLDER).includes(locale));
const PARTS = readdirSync(join(FOLDER, 'en')).filter((name) => name.endsWith('.json'));
const OTHERS = SPOKEN.filter((locale) => locale !== 'en');

/** A language may lack what others have: Slovene has no articles. */
const MAY_BE_EMPTY = /^(?:grammar|columns):/;

/** Every text of a language by `<part>:<key>`; a list of phrases is one text. */
function textsOf(locale: Locale): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [name, inner] of Object.entries(value)) collect(inner, key === '' ? name : `${key}.${name}`);
    else texts.set(key, Array.isArray(value) ? value.join('\n') : String(value));
  };
  for (const name of readdirSync(join(FOLDER, locale)).filter((file) => file.endsWith('.json'))) {
    const words: unknown = JSON.parse(readFileSync(join(FOLDER, locale, name), 'utf8'));
    for (const [key, value] of Object.entries(words as object)) collect(value, `${name.slice(0, -5)}:${key}`);
  }
  return texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(PLURAL, '');
const basesOf = (locale: Locale): string[] =>
  [...new Set([...textsOf(locale).keys()].filter((key) => !key.startsWith('ways:named.')).map(baseOf))].sort();

/** `{{name}}` of the bot's words, `{name}` of the pages'; the forms of a plural count as one text. */
function placeholdersOf(locale: Locale): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const [key, text] of textsOf(locale)) {
    // Its braces hold ways to say something.
    if (key.startsWith('ways:')) continue;
    const names = found[baseOf(key)] ?? new Set<string>();
    for (const [name] of text.matchAll(/\{\{?[^{}]*\}?\}/g)) names.add(name.replace(/\s/g, ''));
    found[baseOf(key)] = names;
  }
  return Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names].sort()]));
}

/** The plural forms that counts of this size take. */
function pluralFormsOf(locale: Locale): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))].sort();
}

describe.each(OTHERS)('The words of %s', (locale) => {
  it('are in the same files as the English ones', () => {
    expect(
      readdirSync(join(FOLDER, locale))
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual([...PARTS].sort());
  });

  it('have the same keys', () => {
    expect(basesOf(locale)).toEqual(basesOf('en'));
  });

  it('have the same placeholders', () => {
    expect(placeholdersOf(locale)).toEqual(placeholdersOf('en'));
  });
});

describe.each(SPOKEN)('The words of %s', (locale) => {
  it('are never empty', () => {
    const empty = [...textsOf(locale)].filter(([key, text]) => text.trim() === '' && !MAY_BE_EMPTY.test(key));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('have each plural form that the language needs to count', () => {
    const keys = new Set(textsOf(locale).keys());
    const plurals = [...new Set([...textsOf('en').keys()].filter((key) => PLURAL.test(key)).map(baseOf))];
    const missing = plurals.flatMap((base) => pluralFormsOf(locale).map((form) => `${base}_${form}`)).filter((key) => !keys.has(key));
    expect(plurals.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

/** What a button says, and what is to be understood when it is pressed. */
const BUTTONS: Readonly<Record<string, Meaning>> = {
  'common:skip': 'skip',
  'common:offer.funding': 'funding',
  'common:offer.person': 'person',
  'common:offer.restart': 'restart',
  'common:offer.help': 'help',
  'common:offer.language': 'language',
  'common:offer.status': 'status',
  'common:offer.stop': 'stop',
  'dialogs:refer.send': 'yes',
  'dialogs:refer.do-not-send': 'no',
  'dialogs:funding.more': 'more',
  'web:say.person': 'person',
  'web:say.restart': 'restart',
  'teams:command-funding': 'funding',
  'teams:command-person': 'person',
};

describe('What a button says', () => {
  const understanding = makeUnderstanding(new Languages(FOLDER));
  const everyMeaning = Object.keys(JSON.parse(readFileSync(join(FOLDER, 'en', 'understood.json'), 'utf8'))) as Meaning[];

  it('covers every offer there is', () => {
    const offers = [...textsOf('en').keys()].filter((key) => /^common:(offer\.|skip)|^web:say\.|^teams:command-\w+$/.test(key));
    expect(Object.keys(BUTTONS)).toEqual(expect.arrayContaining(offers));
  });

  it.each(SPOKEN)('is understood in %s, and as nothing else', (locale) => {
    const texts = textsOf(locale);
    const wrong = Object.entries(BUTTONS).flatMap(([key, meaning]) => {
      const said = texts.get(key) ?? '';
      const meant = everyMeaning.filter((one) => understanding.is(said, one, locale));
      return meant.length === 1 && meant[0] === meaning
        ? []
        : [`${key} "${said}": ${meant.join(', ') || 'not understood'} instead of ${meaning}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(SPOKEN)('means one thing in %s, like every phrase that is understood', (locale) => {
    const meanings = new Map<string, string[]>();
    const { whole } = readPhrases(locale, new Languages(FOLDER), (text) => wordsOf(text).join(' '));
    for (const [meaning, phrases] of Object.entries(whole))
      for (const words of phrases) meanings.set(words, [...(meanings.get(words) ?? []), meaning]);
    // "Ciao" is said on coming and on going.
    const onBoth = (meant: readonly string[]) => meant.every((one) => one === 'greeting' || one === 'goodbye');
    expect([...meanings].filter(([, meant]) => meant.length > 1 && !onBoth(meant))).toEqual([]);
  });
});
