/** Lists of words, which are data, as parts of regular expressions. */

/** Exactly one of these, the longest first; what may stand around it is the caller's to say. */
export const oneOf = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|')})`;

/** The same as a whole word; one that ends in a hyphen is a beginning: "call-" is "call" and "calls". For patterns with the flag `u`. */
export function beginningLike(words: readonly string[]): string {
  const isBeginning = (word: string) => word.endsWith('-');
  const beginnings = words.filter(isBeginning).map((word) => word.slice(0, -1));
  const wholes = words.filter((word) => !isBeginning(word));
  const parts = [
    ...(beginnings.length > 0 ? [oneOf(beginnings)] : []),
    ...(wholes.length > 0 ? [`${oneOf(wholes)}(?![\\p{L}\\p{N}])`] : []),
  ];
  return `(?:${parts.join('|')})`;
}
