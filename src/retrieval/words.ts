/** Text → words, and the forms of a word that let it meet others: without accents, in Latin letters, by its sound. */
import { fold } from '../language/fold';

/** Nothing people write as one word is longer; a stemmer given kilobytes would stop the server. */
const LONGEST_WORD = 48;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words in order: NFKC, lower case, accents kept because stemmers need them. An apostrophe parts words. */
export function tokenise(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word));
}

export const foldWord = (word: string): string => fold(word);

const GREEK_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'u'],
  [/αι/g, 'e'],
  [/ει|οι/g, 'i'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/γκ/g, 'g'],
  [/ευ/g, 'ev'],
  [/αυ/g, 'av'],
];
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
const LATIN = 'a v g d e z i th i k l m n x o p r s t y f ch ps o'.split(' ');
const GREEK_LETTERS = new Map([...GREEK].map((letter, n) => [letter, LATIN[n] ?? letter]));

/** A folded Greek word in Latin letters, as names are heard abroad; other words stay as they are. */
export function transliterate(folded: string): string {
  if (!/[α-ω]/.test(folded)) return folded;
  const paired = GREEK_PAIRS.reduce((word, [pair, latin]) => word.replace(pair, latin), folded);
  return paired.replace(/[α-ω]/g, (letter) => GREEK_LETTERS.get(letter) ?? letter);
}

/** One spelling for sounds that Europe's languages write differently, so that cognates meet: `philosophie`, `filozofija`. */
export function soundOf(folded: string): string {
  return transliterate(folded)
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ch|ck|qu|c|q/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/x/g, 'ks')
    .replace(/(.)\1/g, '$1')
    .replace(/h/g, '');
}

/** Numbers and codes mean exactly what they say: "2024" is never a misspelt "2025". */
export const hasDigit = (word: string): boolean => /\p{N}/u.test(word);
