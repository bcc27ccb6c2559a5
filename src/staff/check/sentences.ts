/** Words and sentences of plain text. */

const FULL_STOP = /[.!?](?=\s|$)|\n+/u;

export const wordCount = (text: string): number => text.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;

/** The longest sentence and its words. */
export function longestSentence(text: string): { readonly text: string; readonly words: number } {
  let longest = { text: '', words: 0 };
  for (const sentence of text.split(FULL_STOP)) {
    const words = wordCount(sentence);
    if (words > longest.words) longest = { text: sentence.trim(), words };
  }
  return longest;
}
