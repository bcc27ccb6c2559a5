/**
 * German writes as one word what other languages write as several: "Sozialgenossenschaftsförderung". A word that nobody knows is taken
 * apart into words that somebody does; one piece that is unknown, and it stays whole.
 */

/** Shorter words are not worth taking apart. Letters. */
const SHORTEST_COMPOUND = 9;
/** Shorter pieces are found in too many words: "Ei" in "Arbeit". */
const SHORTEST_PART = 4;
const MOST_PARTS = 4;
/** What German puts between the pieces, the usual first. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'er', 'e'];

/**
 * The fewest pieces, of those the longest first, that are all known; undefined when there are none. `word` is folded or not, as `isKnown`
 * wants its words.
 */
export function splitCompound(word: string, isKnown: (part: string) => boolean): readonly string[] | undefined {
  if (word.length < SHORTEST_COMPOUND) return undefined;
  for (let parts = 2; parts <= MOST_PARTS; parts++) {
    const found = splitInto(parts, word, isKnown);
    if (found) return found;
  }
  return undefined;
}

function splitInto(parts: number, word: string, isKnown: (part: string) => boolean): readonly string[] | undefined {
  if (parts === 1) return word.length >= SHORTEST_PART && isKnown(word) ? [word] : undefined;
  for (let at = word.length - SHORTEST_PART * (parts - 1); at >= SHORTEST_PART; at--) {
    const first = partOf(word.slice(0, at), isKnown);
    const rest = first === undefined ? undefined : splitInto(parts - 1, word.slice(at), isKnown);
    if (first !== undefined && rest) return [first, ...rest];
  }
  return undefined;
}

/** The piece as a word of its own: without what joins it to the next. */
function partOf(piece: string, isKnown: (part: string) => boolean): string | undefined {
  for (const joint of JOINTS) {
    const word = piece.endsWith(joint) ? piece.slice(0, piece.length - joint.length) : '';
    if (word.length >= SHORTEST_PART && isKnown(word)) return word;
  }
  return undefined;
}
