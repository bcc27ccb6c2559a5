/**
 * "No, I meant Ioannina", "not for employers, for me", "for a small firm, not a social enterprise": what is left when what somebody refuses
 * is taken away. The phrases are data, `correction` in `locales/<locale>/asked.json`.
 */
import { z } from 'zod';
import { wordsOf } from './fold';

const List = z.array(z.string().min(1));
export const CorrectionPhrases = z.strictObject({
  /** A whole part of the sentence: "no, in Aragón". */
  no: List,
  /** By which a part begins that is refused; "not" alone would begin "not sure" as well. */
  not: List,
  /** By which a part begins that says what is meant. */
  meant: List,
  /** Between what is refused and what is meant: "not for firms but for associations". */
  but: List,
});
export type CorrectionPhrases = z.infer<typeof CorrectionPhrases>;

export interface Corrected {
  /** What is meant. */
  readonly text: string;
  /** What is refused, in its words; empty for "no, I meant …". */
  readonly refused: readonly string[];
}

interface Part {
  readonly text: string;
  readonly is: 'no' | 'refused' | 'meant' | 'said';
}

/** Undefined when nothing is corrected, or nothing is left. */
export function readCorrection(text: string, phrases: CorrectionPhrases): Corrected | undefined {
  const parts = text
    .split(/[,:.!…–—\n]+|\s-\s/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .flatMap((part) => partsOf(part, phrases));
  const left = parts.filter(({ is }) => is === 'meant' || is === 'said').map((part) => part.text);
  if (left.length === 0 || parts.every(({ is }) => is === 'said')) return undefined;
  return { text: left.join(', '), refused: parts.filter(({ is }) => is === 'refused').map((part) => part.text) };
}

function partsOf(part: string, phrases: CorrectionPhrases): Part[] {
  const words = part.trim().split(/\s+/);
  if (phrases.no.some((phrase) => beginning(words, phrase) === words.length)) return [{ text: part, is: 'no' }];
  const afterNo = words.slice(longest(words, phrases.no));
  const meant = longest(afterNo, phrases.meant);
  if (meant > 0) return meant < afterNo.length ? [{ text: afterNo.slice(meant).join(' '), is: 'meant' }] : [{ text: part, is: 'no' }];
  const not = longest(words, phrases.not) || beforeName(words, phrases.no);
  if (not === 0 || not === words.length) return [{ text: words.slice(longest(words, phrases.but)).join(' '), is: 'said' }];
  const but = words.findIndex((_, n) => n > not && longest(words.slice(n), phrases.but) > 0);
  if (but < 0) return [{ text: words.slice(not).join(' '), is: 'refused' }];
  const after = words.slice(but + longest(words.slice(but), phrases.but)).join(' ');
  return [{ text: words.slice(not, but).join(' '), is: 'refused' }, ...(after ? ([{ text: after, is: 'meant' }] as const) : [])];
}

/** "No Valencia": how many words stand before the name; 0 when none follows. */
function beforeName(words: readonly string[], no: readonly string[]): number {
  const count = longest(words, no);
  return count > 0 && /^\p{Lu}/u.test(words[count] ?? '') ? count : 0;
}

/** How many words the longest of these takes at the beginning. */
const longest = (words: readonly string[], phrases: readonly string[]): number =>
  Math.max(0, ...phrases.map((phrase) => beginning(words, phrase)));

/** How many words a phrase takes at the beginning; 0 when another stands there. */
function beginning(words: readonly string[], phrase: string): number {
  const wanted = wordsOf(phrase);
  let count = 0;
  let taken: string[] = [];
  while (taken.length < wanted.length && count < words.length) taken = [...taken, ...wordsOf(words[count++] ?? '')];
  return taken.length === wanted.length && wanted.every((word, n) => word === taken[n]) ? count : 0;
}
