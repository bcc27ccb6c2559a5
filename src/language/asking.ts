/**
 * What a question asks about: a fact that stands in the front matter, the enquirer's own case, or something Ponte does not speak of.
 * The phrases are data, `locales/<locale>/asked.json`; case, accents and punctuation do not matter. A star stands for up to six words:
 * "when does * close".
 */
import { z } from 'zod';
import { LOCALES, type Locale } from '../domain/locale';
import { wordsOf } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';
import type { Languages } from './speech';

const List = z.array(z.string().min(1));
const Phrases = z.strictObject({
  /** Facts of an entry. */
  amount: List,
  deadline: List,
  applicant: List,
  place: List,
  authority: List,
  contact: List,
  /** Several entries at once: "which calls are there", "which courses", and of whatever kind. */
  calls: List,
  /** Speaks of calls, whatever it asks about them. */
  grants: List,
  courses: List,
  list: List,
  /** Somebody who helps. */
  help: List,
  /** What nobody has published yet: the day of the next call. */
  future: List,
  /** How the enquirer's own case will be decided. */
  prediction: List,
  /** Who a private person is, or where one lives. */
  persons: List,
  /** Somebody is in danger now. */
  crisis: List,
  abuse: List,
  /** Weather, football, poems. */
  elsewhere: List,
  /** First words of what goes on from the last question: "and …", "what about …". */
  follow: List,
});
export type AskedAbout = keyof z.infer<typeof Phrases>;

/** Facts of an entry: what asks for one says nothing about which entry is meant. */
const FACTS: readonly AskedAbout[] = ['amount', 'deadline', 'applicant', 'place', 'authority', 'contact'];

export interface Asked {
  readonly about: ReadonlySet<AskedAbout>;
  /** The question without the words that ask for a fact: "how much money can I get from the CEPES call" → "from the CEPES call". */
  readonly subject: string;
  /** What is left of it then; empty for "how much?". */
  readonly rest: string;
}

export interface Asking {
  /** By the phrases of these languages. The subject is the whole text when nothing else would be left. */
  read(text: string, locales: readonly Locale[]): Asked;
}

interface Phrase {
  readonly about: AskedAbout;
  readonly pattern: RegExp;
}

/** How the words of a phrase and of a question are written to be compared. */
type Spelling = (word: string) => string;
const asFolded: Spelling = (word) => wordsOf(word).join('');
/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (word) => greekSoundOf(wordsOf(toGreekLetters(word)).join(''));

export function makeAsking(languages: Languages): Asking {
  const tables = new Map<Locale, readonly Phrase[]>();
  let greekByEar: readonly Phrase[] = [];
  for (const locale of LOCALES) {
    if (!languages.spoken.includes(locale)) continue;
    const phrases = Object.entries(Phrases.parse(languages.part(locale, 'asked'))) as [AskedAbout, readonly string[]][];
    const spelt = (spelling: Spelling): Phrase[] =>
      phrases.flatMap(([about, list]) => list.map((phrase) => ({ about, pattern: patternOf(phrase, about === 'follow', spelling) })));
    tables.set(locale, spelt(asFolded));
    if (locale === 'el') greekByEar = spelt(byEar);
  }
  return {
    read: (text, locales) => {
      const said = readWords(text, asFolded);
      const heard = locales.flatMap((locale) => hear(said, tables.get(locale) ?? []));
      const isByEar = locales.includes('el') && isInLatinLetters(text);
      return readAsked(text, said, isByEar ? [...heard, ...hear(readWords(text, byEar), greekByEar)] : heard);
    },
  };
}

interface Heard {
  readonly about: AskedAbout;
  /** Numbers of the words that the phrase itself covers. */
  readonly at: readonly number[];
}

const hear = (words: Words, phrases: readonly Phrase[]): Heard[] =>
  phrases.flatMap(({ about, pattern }) => {
    const found = pattern.exec(words.line);
    return found ? [{ about, at: literalSpans(found).flatMap((span) => words.at(span)) }] : [];
  });

function readAsked(text: string, { surfaces }: Words, heard: readonly Heard[]): Asked {
  const asks = new Set(heard.filter(({ about }) => FACTS.includes(about)).flatMap(({ at }) => at));
  const left = surfaces.filter((_, n) => !asks.has(n));
  const rest = asks.size > 0 ? left.join(' ') : text;
  return { about: new Set(heard.map(({ about }) => about)), subject: rest || text, rest };
}

interface Words {
  readonly surfaces: readonly string[];
  /** The words folded, parted by single spaces, with one before the first and after the last. */
  readonly line: string;
  /** Numbers of the words that a stretch of the line covers. */
  at(span: readonly [number, number]): readonly number[];
}

function readWords(text: string, spelling: Spelling): Words {
  const surfaces = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const folded = surfaces.map(spelling);
  const starts: number[] = [];
  let line = ' ';
  for (const word of folded) {
    starts.push(line.length);
    line += `${word} `;
  }
  return { surfaces, line, at: ([from, to]) => starts.flatMap((start, n) => (start >= from && start < to ? [n] : [])) };
}

/** A star stands for up to six words. Bounded: it repeats no repetition. */
function patternOf(phrase: string, isFirst: boolean, spelling: Spelling): RegExp {
  const parts = phrase.split('*').map((part) => `( ${wordsOf(part).map(spelling).join(' ')})`);
  return new RegExp(`${isFirst ? '^' : ''}${parts.join('(?: [^ ]+){0,6}')}(?= )`, 'du');
}

/** Where the words of the phrase stand, without what its stars stand for. */
const literalSpans = (found: RegExpExecArray): (readonly [number, number])[] => (found.indices ?? []).slice(1).filter(Boolean);
