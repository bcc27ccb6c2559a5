/** Sentences of an utterance, and parts of sentences. */

/** A semicolon ends a question in Greek. */
export const sentencesOf = (said: string): string[] => partsOf(said, /[^.!?;¿¡…\n]+/g).map(({ text }) => text);

export interface Part {
  readonly text: string;
  /** Where it begins, with the sign that opens a Spanish question. */
  readonly at: number;
}

export const clausesOf = (said: string): Part[] => partsOf(said, /[^,.!?;¿¡…\n]+/g);

function partsOf(said: string, part: RegExp): Part[] {
  const parts = [...said.matchAll(part)].filter(({ 0: text }) => /[\p{L}\p{N}]/u.test(text));
  return parts.map(({ 0: text, index }) => ({ text: text.trim(), at: /[¿¡]/.test(said[index - 1] ?? '') ? index - 1 : index }));
}
