/** Known phrases in what was said: whether it is made of them, begins with one, or holds one. Everything folded. */

/** The longest phrase that is known. Words. */
const LONGEST_PHRASE = 10;

export interface Spans {
  readonly text: string;
  /** By where they begin, the shortest first: "we", "we are", "we are three". */
  readonly from: readonly (readonly string[])[];
}

/** Of a text whose words are parted by one blank. */
export function spansOf(text: string): Spans {
  const words = text === '' ? [] : text.split(' ');
  const from = words.map((_, at) => {
    const lengths = Array.from({ length: Math.min(LONGEST_PHRASE, words.length - at) }, (__, n) => n + 1);
    return lengths.map((length) => words.slice(at, at + length).join(' '));
  });
  return { text, from };
}

/** At least one of the phrases stands in it, and beside them only fillers. */
export function isMadeOf({ from }: Spans, phrases: ReadonlySet<string>, fillers: ReadonlySet<string>): boolean {
  /** By number of words: what so many of them are made of; undefined when of something else. */
  const made: ('fillers' | 'phrases' | undefined)[] = ['fillers'];
  for (const [at, spans] of from.entries()) {
    const before = made[at];
    if (before === undefined) continue;
    for (const [n, span] of spans.entries()) {
      const to = at + n + 1;
      if (phrases.has(span)) made[to] = 'phrases';
      else if (fillers.has(span)) made[to] = made[to] === 'phrases' ? 'phrases' : before;
    }
  }
  return made[from.length] === 'phrases';
}

export const holds = ({ from }: Spans, phrases: ReadonlySet<string>): boolean =>
  from.some((spans) => spans.some((span) => phrases.has(span)));

export const beginsWith = ({ from }: Spans, phrases: ReadonlySet<string>): boolean => (from[0] ?? []).some((span) => phrases.has(span));
