/** Hears what a question asks about, by the phrases of each language. */
import type { z } from 'zod';
import type { Locale } from '../domain/locale';
import { type Asked, type AskedAbout, AskedPhrases, type Asking, FACTS, ToldPhrases } from './asking';
import { readCorrection } from './correction';
import { wordsOf } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';
import { asFolded, type Found, type Phrase, PhraseTable, readWords, type Spelling, type Words } from './phrase-table';
import type { Languages } from './speech';

/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (word) => greekSoundOf(wordsOf(toGreekLetters(word)).join(''));

/** Made when a language is first heard: its phrases are many. */
export function makeAsking(languages: Languages): Asking {
  const data = byLocale((locale) => AskedPhrases.parse(languages.part(locale, 'asked')));
  const phrases = byLocale((locale) => phrasesIn(data(locale)));
  const alone = byLocale((locale) => [...phrases(locale), ...phrasesOf(data(locale).alone)]);
  const heardIn = byLocale((locale) => new PhraseTable(phrases(locale)));
  const heardByEar = byLocale((locale) => new PhraseTable(phrases(locale), byEar));
  const aloneIn = byLocale((locale) => new PhraseTable(alone(locale)));
  const aloneByEar = byLocale((locale) => new PhraseTable(alone(locale), byEar));
  const agesIn = byLocale((locale) => new PhraseTable(agePhrasesIn(data(locale))));
  const agesByEar = byLocale((locale) => new PhraseTable(agePhrasesIn(data(locale)), byEar));
  const told = byLocale((locale) => new PhraseTable(phrasesOf(ToldPhrases.parse(languages.part(locale, 'told')))));
  const isSpoken = (locale: Locale): boolean => languages.spoken.includes(locale);
  const hear = (text: string, locales: readonly Locale[], asked: Tables, greekByEar: Tables, gone: readonly AskedAbout[]): Asked => {
    const said = readWords(text, asFolded);
    const isByEar = locales.includes('el') && isSpoken('el') && isInLatinLetters(text);
    const hearBy = (tables: Tables, tablesByEar: Tables, readBy: typeof readWords): Found<AskedAbout>[] => {
      const words = readBy(text, asFolded);
      const found = locales.filter(isSpoken).flatMap((locale) => [...tables(locale).findIn(words)]);
      return isByEar ? [...found, ...tablesByEar('el').findIn(readBy(text, byEar))] : found;
    };
    const ages = hearBy(agesIn, agesByEar, readAges);
    const heard = [...hearBy(asked, greekByEar, readWords), ...ages];
    const age = ages.flatMap(({ at }) => at.map((n) => said.surfaces[n] ?? '')).find(isAge);
    return { ...readAsked(text, said, heard, gone), ...(age === undefined ? {} : { age: Number(age) }) };
  };
  return {
    read: (text, locales) => hear(text, locales, heardIn, heardByEar, FACTS),
    readAlone: (text, locales) => hear(text, locales, aloneIn, aloneByEar, [...FACTS, 'thing', 'follow']),
    corrected: (text, locales) => {
      for (const locale of locales.filter(isSpoken)) {
        const found = readCorrection(text, data(locale).correction);
        if (found) return found;
      }
      return undefined;
    },
    tells: (detail, text, locale) => {
      if (!isSpoken(locale)) return false;
      for (const { about } of told(locale).findIn(readWords(text, asFolded))) if (about === detail) return true;
      return false;
    },
  };
}

type Tables = (locale: Locale) => PhraseTable<AskedAbout>;

const phrasesIn = ({ alone: _, age: __, correction: ___, ...lists }: z.infer<typeof AskedPhrases>): Phrase<AskedAbout>[] =>
  phrasesOf(lists);

const agePhrasesIn = ({ age }: z.infer<typeof AskedPhrases>): Phrase<AskedAbout>[] => phrasesOf({ age });

/** What phrases of ages say for any. */
const ANY_AGE = '99';
/** Of somebody who may work, or soon; a smaller number is one of years, children or members. */
const isAge = (word: string): boolean => /^(?:1[4-9]|[2-9]\d)$/.test(word);
const readAges = (text: string, spelling: Spelling): Words => {
  const { surfaces, folded } = readWords(text, spelling);
  return { surfaces, folded: folded.map((word, n) => (isAge(surfaces[n] ?? '') ? spelling(ANY_AGE) : word)) };
};

function byLocale<T>(make: (locale: Locale) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const phrasesOf = <About extends string>(lists: Readonly<Record<About, readonly string[]>>): Phrase<About>[] =>
  (Object.entries(lists) as [About, readonly string[]][]).flatMap(([about, list]) =>
    list.map((phrase) => ({ about, phrase, isFirst: about === 'follow' || about === 'onward' })),
  );

/** "How much does it cost" asks for a price, and "how much is paid per person" for that, though "how much" and "how much is" ask for an amount. "How many members
 * does a cooperative need" may ask who may apply, and asks for a number; "how many" of money asks for none. */
const isPartOfOther = ({ about, at }: Found<AskedAbout>, heard: readonly Found<AskedAbout>[]): boolean =>
  FACTS.includes(about) &&
  (about !== 'members' || at.length === 1) &&
  heard.some((other) => FACTS.includes(other.about) && other.at.length > at.length && isWithin(at, other.at));

const SUMS: readonly AskedAbout[] = ['amount', 'rate', 'each'];

/** "5500 euros per member" says the sum that "euros per member" alone asks for: it speaks of money, and of this much. */
const isSumSaid = ({ about, at }: Found<AskedAbout>, surfaces: readonly string[]): boolean =>
  SUMS.includes(about) && /^\p{N}+$/u.test(surfaces[(at[0] ?? 0) - 1] ?? '');

/** From the first word to the last, with what the stars stand for. */
const isWithin = (at: readonly number[], other: readonly number[]): boolean =>
  (at[0] ?? 0) >= (other[0] ?? 0) && (at.at(-1) ?? 0) <= (other.at(-1) ?? 0);

/** What is looked for is told in these words too: "which calls are open for hiring young people". */
const OF_SUBJECT: readonly AskedAbout[] = ['hiring', 'oneself'];

/** `gone`: what is left out of the rest. */
function readAsked(text: string, { surfaces }: Words, found: readonly Found<AskedAbout>[], gone: readonly AskedAbout[]): Asked {
  const all = found.filter((one) => !isSumSaid(one, surfaces));
  const heard = all.filter((one) => !isPartOfOther(one, all));
  const asks = new Set(heard.filter(({ about }) => gone.includes(about)).flatMap(({ at }) => at));
  const left = surfaces.filter((_, n) => !asks.has(n));
  const rest = asks.size > 0 ? left.join(' ') : text;
  const said = new Set(all.filter(({ about }) => !OF_SUBJECT.includes(about)).flatMap(({ at }) => at));
  const core = surfaces.filter((_, n) => !said.has(n)).join(' ');
  const about = new Set(heard.map((one) => one.about));
  if (all.length < found.length) about.add('money');
  const surely = new Set(heard.filter(({ at }) => at.length > 1).map((one) => one.about));
  return { about, surely, subject: rest || text, rest, core };
}
