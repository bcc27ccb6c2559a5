/** Names that are announced: "my name is Maria", "Frau Müller". */
import type { Locale } from '../domain/locale';
import { inAnyLanguage } from '../language/grammar';
import { oneOf } from '../language/word-patterns';
import { isStopWord } from '../retrieval/stop-words';
import { foldWord } from '../retrieval/words';

const announcing = (phrases: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(phrases)}(?:\\.?:? )`, 'giu');

const ANNOUNCED: readonly (readonly [RegExp, isSure: boolean])[] = [
  [announcing(inAnyLanguage(({ names }) => names.announced)), true],
  [announcing(inAnyLanguage(({ names }) => names.beforeCapital)), false],
];

const PARTICLES = new Set(inAnyLanguage(({ names }) => names.particles));
/** First name, second name, two family names, a particle. */
const LONGEST_NAME = 5;
/** Somebody who writes no capitals: first name and family name. */
const LONGEST_LOWER = 2;

export function maskNames(text: string, locale: Locale): string {
  const plain = text.replace(/[’ʼ`´]/g, "'");
  // Who writes all in capitals announces no name with them.
  const hasLowerCase = /\p{Ll}/u.test(plain);
  return ANNOUNCED.reduce((left, [pattern, isSure]) => (isSure || hasLowerCase ? maskAfter(left, pattern, isSure, locale) : left), plain);
}

function maskAfter(text: string, pattern: RegExp, isSure: boolean, locale: Locale): string {
  let masked = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].length;
    const length = nameLength(text.slice(start), isSure, locale);
    if (start < from || length === 0) continue;
    masked += `${text.slice(from, start)}[name]`;
    from = start + length;
  }
  return masked + text.slice(from);
}

/** How many characters at the beginning are a name. A full stop ends it, unless it follows an initial. */
function nameLength(text: string, isSure: boolean, locale: Locale): number {
  const words = [...text.slice(0, 200).matchAll(/([\p{L}\p{M}'-]+)(\.?)( ?)/guy)].slice(0, LONGEST_NAME);
  let length = 0;
  let end = 0;
  for (const [n, [whole, word = '', stop, blank]] of words.entries()) {
    const isLower = isSure && n < LONGEST_LOWER && !isStopWord(foldWord(word), locale);
    // A particle counts when a name comes after it: "Juan de la Cruz".
    if (!isCapital(word) && !isLower && !PARTICLES.has(word)) break;
    if (isCapital(word) || isLower) end = length + word.length;
    length += whole.length;
    if (!blank || (stop && word.length > 2)) break;
  }
  return end;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
