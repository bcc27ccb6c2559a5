/** Text → words, and the forms of a word that let it meet others: without accents, in Latin letters, by its sound. */
import { joinAbbreviations } from '../language/abbreviations';
import { fold } from '../language/fold';

/** Nothing people write as one word is longer; a stemmer given kilobytes would stop the server. */
export const LONGEST_WORD = 48;

/** 1 for each UTF-16 unit that is part of a word. A table, because a folder has millions of letters and a regular expression is slow. */
export const IN_WORD = Uint8Array.from({ length: 65_536 }, (_, code) => (/[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0));

/** Catalan writes a double l with a dot, which people type in all ways or leave out: `col·laborar`, `col.laborar`, `collaborar`. */
const joinDoubleL = (lower: string): string =>
  // Looked for first: most texts have none, and looking behind each letter took a tenth of the time of building an index.
  /l[·.•∙‧]l/.test(lower) ? lower.replace(/(?<=[aeiouàèéíòóúïü])l[·.•∙‧]l(?=[aeiouàèéíòóúïü])/g, 'll') : lower;

/** Thousands are parted in all ways or not at all: `5.500`, `5,500`, `5 500`, `5500`. A decimal comma has other than three digits behind it. */
const joinThousands = (lower: string): string =>
  // Looked for first, as above.
  /\d[., ]\d{3}/.test(lower)
    ? lower.replace(/(?<![\p{N}.,])[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*|(?: \d{3})+)(?![.,]?\p{N})/gu, joinDigits)
    : lower;

const joinDigits = (grouped: string): string => grouped.replace(/[., ]/g, '');

/**
 * The form in which words are looked for: NFKC, lower case, a Catalan l·l in one, numbers without what parts their thousands, abbreviations
 * without their points; accents stay because stemmers need them.
 */
export const lowered = (text: string): string => joinAbbreviations(joinThousands(joinDoubleL(text.normalize('NFKC').toLowerCase())));

/** Words in order. An apostrophe parts words. */
export function tokenise(text: string): string[] {
  const lower = lowered(text);
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    const isLetter = at < lower.length && IN_WORD[lower.charCodeAt(at)] === 1;
    if (isLetter && start < 0) start = at;
    if (isLetter || start < 0) continue;
    words.push(lower.slice(start, Math.min(at, start + LONGEST_WORD)));
    start = -1;
  }
  return words;
}

/** Most words are plain already, and `fold` looks a dozen times. */
export const foldWord = (word: string): string => (/^[a-z0-9]*$/.test(word) ? word : fold(word));

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
