/** Phrases looked for among the words of a text. A star in one stands for up to six words. */
import { wordsOf } from './fold';

/** How the words of a phrase and of a text are written to be compared. */
export type Spelling = (word: string) => string;
export const asFolded: Spelling = (word) => wordsOf(word).join('');

export interface Words {
  readonly surfaces: readonly string[];
  readonly folded: readonly string[];
}

export function readWords(text: string, spelling: Spelling): Words {
  const surfaces = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { surfaces, folded: surfaces.map(spelling) };
}

export interface Phrase<About> {
  readonly about: About;
  readonly phrase: string;
  /** It must begin the text. */
  readonly isFirst?: boolean;
}

export interface Found<About> {
  readonly about: About;
  /** Numbers of its words in the text, without what its stars stand for. */
  readonly at: readonly number[];
}

interface Known<About> extends Phrase<About> {
  /** The words between its stars; worked out when a text first holds how it begins. */
  parts?: readonly (readonly string[])[];
}

/** Words that a star stands for. */
const MOST_BETWEEN = 6;

/** Thousands of phrases: only those are compared whose first words stand in the text. */
export class PhraseTable<About> {
  readonly #byBeginning = new Map<string, Known<About>[]>();
  readonly #spelling: Spelling;

  constructor(phrases: readonly Phrase<About>[], spelling: Spelling = asFolded) {
    this.#spelling = spelling;
    for (const phrase of phrases) {
      const beginning = this.#spell(phrase.phrase.split('*', 1)[0] ?? '')
        .slice(0, 2)
        .join(' ');
      const known = this.#byBeginning.get(beginning) ?? [];
      this.#byBeginning.set(beginning, known);
      known.push({ ...phrase });
    }
  }

  /** Each phrase once, where it stands first. */
  *findIn({ folded }: Words): Iterable<Found<About>> {
    const told = new Set<Known<About>>();
    for (const from of folded.keys())
      for (const known of this.#beginningAt(folded, from)) {
        const at = told.has(known) ? undefined : wordsFrom(folded, from, this.#partsOf(known));
        if (!at) continue;
        told.add(known);
        yield { about: known.about, at };
      }
  }

  /** Those whose first two words, or only word, stand here. */
  #beginningAt(folded: readonly string[], from: number): readonly Known<About>[] {
    const [word = '', next = ''] = folded.slice(from, from + 2);
    const known = [word, `${word} ${next}`].flatMap((beginning) => this.#byBeginning.get(beginning) ?? []);
    return from > 0 ? known.filter(({ isFirst }) => !isFirst) : known;
  }

  #partsOf(known: Known<About>): readonly (readonly string[])[] {
    known.parts ??= known.phrase.split('*').map((part) => this.#spell(part));
    return known.parts;
  }

  /** Folded words need no folding again. */
  #spell(part: string): readonly string[] {
    const words = wordsOf(part);
    return this.#spelling === asFolded ? words : words.map(this.#spelling);
  }
}

/** Numbers of the words of all parts, the first one right here, each other one up to six words after the one before. */
function wordsFrom(words: readonly string[], from: number, [part = [], ...others]: readonly (readonly string[])[]): number[] | undefined {
  if (!part.every((word, n) => words[from + n] === word)) return undefined;
  const own = part.map((_, n) => from + n);
  if (others.length === 0) return own;
  const next = from + part.length;
  for (let start = next; start <= next + MOST_BETWEEN && start < words.length; start++) {
    const rest = wordsFrom(words, start, others);
    if (rest) return [...own, ...rest];
  }
  return undefined;
}
