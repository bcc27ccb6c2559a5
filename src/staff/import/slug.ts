/** Ids of entries made from words of any of our scripts. */
import { createHash } from 'node:crypto';
import { fold } from '../../language/fold';

/** ELOT 743 (ISO 843), letter by letter, after folding; two letters that sound as one first. */
const GREEK: readonly (readonly [string, string])[] = [
  ['ου', 'ou'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
  ['μπ', 'b'],
  ['θ', 'th'],
  ['χ', 'ch'],
  ['ψ', 'ps'],
  ['ξ', 'x'],
  ['α', 'a'],
  ['β', 'v'],
  ['γ', 'g'],
  ['δ', 'd'],
  ['ε', 'e'],
  ['ζ', 'z'],
  ['η', 'i'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['λ', 'l'],
  ['μ', 'm'],
  ['ν', 'n'],
  ['ο', 'o'],
  ['π', 'p'],
  ['ρ', 'r'],
  ['σ', 's'],
  ['τ', 't'],
  ['υ', 'y'],
  ['φ', 'f'],
  ['ω', 'o'],
];

/**
 * Lower-case Latin letters, digits and hyphens, at most `max` long. What is cut or cannot be written so is told apart by a digest, so
 * that two long titles with one beginning stay two.
 */
export function slug(text: string, max: number): string {
  const latin = GREEK.reduce((done, [from, to]) => done.replaceAll(from, to), fold(text));
  const plain = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const isWhole = plain.length <= max && !/\p{L}/u.test(latin.replace(/[a-z]/g, ''));
  if (isWhole && plain !== '') return plain;
  const digest = createHash('sha256').update(fold(text)).digest('hex').slice(0, 6);
  const start = plain.slice(0, max - 7).replace(/-+$/, '');
  return start === '' ? digest : `${start}-${digest}`;
}
