/** What a sentence says besides figures, as far as it can be held against a source without understanding it. */
import type { Locale } from '../domain/locale';
import type { Detector } from '../language/detect';
import { figuresIn } from '../language/figures';
import { fold, wordsOf } from '../language/fold';
import { contentStems } from '../retrieval/glossary';

/** Markdown, HTML and what a page or terminal might take for more than text. */
export const MARKUP = /[<>`|\\\p{Cc}\p{Cf}]|\]\(|!\[|\*\*|__|^#/u;

/** Links, names of hosts, e-mail addresses and handles: `https://…`, `//…`, `example.org`, `a@b`, `@name`. */
const ADDRESSES = /\S*(?:\/\/|@|www\.)\S*|(?<![\p{L}\p{N}])[\p{L}\p{N}-]{3,}(?:\.[\p{L}\p{N}-]{2,})*\.\p{L}{2,}(?:\/\S*)?/giu;
/** Reference numbers and names such as ESO4.11, CENTRO2030-2025-38: letters, one of them a capital, with digits. */
const TOKENS = /[\p{L}\p{N}]+(?:[./_-][\p{L}\p{N}]+)*/gu;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** Do all addresses of the sentence stand in the source, letter for letter? */
export function hasAddresses(sentence: string, source: string): boolean {
  const said = plain(source);
  const found = [...sentence.matchAll(ADDRESSES)].map(([address]) => plain(address.replace(/^[("'«„“]+|[)"'»“”.,;:!?]+$/gu, '')));
  return found.every((address) => address !== '' && standsIn(address, said));
}

/** Do all codes of the sentence stand in the source? */
export function hasCodes(sentence: string, source: string): boolean {
  const said = plain(source);
  const codes = (sentence.match(TOKENS) ?? []).filter((token) => /\p{Nd}/u.test(token) && /\p{Lu}/u.test(token));
  return codes.every((code) => standsIn(plain(code), said));
}

/** As a whole word: "org.example" is not in "org.example.evil". */
function standsIn(word: string, said: string): boolean {
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
    const [before, after] = [said[at - 1] ?? ' ', said.slice(at + word.length)];
    if (!/[\p{L}\p{N}@.-]/u.test(before) && !/^(?:[\p{L}\p{N}@]|[.-][\p{L}\p{N}])/u.test(after)) return true;
  }
  return false;
}

/** Letters of another script, or words of another language that can be told for sure. */
export function isIn(locale: Locale, sentence: string, detector: Detector): boolean {
  const letters = sentence.match(/\p{L}/gu) ?? [];
  const own = locale === 'el' ? /\p{Script=Greek}/u : /\p{Script=Latin}/u;
  if (letters.filter((letter) => own.test(letter)).length * 2 <= letters.length) return false;
  const heard = detector.detect(sentence, {});
  return heard.locale === locale || !heard.sure;
}

/** Of the words that carry meaning, this share stands in the source: "My rules say that I must …" has none of them. */
const SHARED = 0.3;

/** For a sentence and sources of one language: what translates can share no word. */
export function sharesWords(sentence: string, source: string, locale: Locale): boolean {
  const known = new Set([...contentStems(source, locale), ...wordsOf(source)]);
  const said = [...new Set(contentStems(sentence, locale))];
  const shared = said.filter((stem) => known.has(stem)).length;
  const isNamed = (name: string) => known.has(fold(name)) || contentStems(name, locale).every((stem) => known.has(stem));
  return said.length > 0 && shared >= SHARED * said.length && namesIn(sentence, locale).every(isNamed);
}

/** Words with a capital inside the sentence, but for months and codes; in German every noun has one. */
function namesIn(sentence: string, locale: Locale): string[] {
  if (locale === 'de') return [];
  const months = new Set(figuresIn(sentence, locale).map(({ index }) => index));
  const [, ...rest] = [...sentence.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  return rest.filter(({ 0: word, index }) => /^\p{Lu}\P{N}+$/u.test(word) && !months.has(index)).map(([word]) => word);
}
