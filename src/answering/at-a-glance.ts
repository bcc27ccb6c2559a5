/** How much of a passage is shown: what is read at a glance. */
import type { Sentence } from './answer';
import type { PlacedSentence } from './sentences';

const MOST = 3;
/** Together no longer than what is read at a glance. Characters. */
const MOST_CHARACTERS = 600;

const isItem = (sentence: PlacedSentence | undefined): boolean => Boolean(sentence?.at.mark);

/** Where the list begins that this sentence is of, with the sentence that leads to it; the sentence itself if that is too much to read. */
export function listAround(sentences: readonly PlacedSentence[], of: number): number {
  if (!isItem(sentences[of])) return of;
  let [first, end] = [of, of];
  while (isItem(sentences[first - 1])) first--;
  while (isItem(sentences[end])) end++;
  if (sentences[first - 1]?.text.endsWith(':')) first--;
  return lengthOf(sentences.slice(first, end)) <= MOST_CHARACTERS ? first : of;
}

/** As many from the first on as are read at a glance, one at least. A list counts as one sentence. */
export function atOnce(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  let length = 0;
  let parts = 0;
  const end = sentences.findIndex(({ text, at }, n) => {
    length += text.length;
    if (!(at.mark && isItem(sentences[n - 1]))) parts++;
    return n > 0 && (parts > MOST || length > MOST_CHARACTERS);
  });
  const picked = end < 0 ? [...sentences] : sentences.slice(0, end);
  const last = picked.at(-1);
  // "These are:" without what follows says nothing.
  if (picked.length > 1 && last?.text.endsWith(':')) return picked.slice(0, -1);
  return last && isItem(last) && isItem(sentences[picked.length])
    ? [...picked.slice(0, -1), { ...last, at: { ...last.at, goesOn: true } }]
    : picked;
}

/** The first ones of these that are read at a glance together; one at least. */
export function atAGlance<T extends { readonly text: string }>(sentences: readonly T[]): T[] {
  let length = 0;
  return sentences.slice(0, MOST).filter(({ text }, n) => {
    length += text.length;
    return n === 0 || length <= MOST_CHARACTERS;
  });
}

const lengthOf = (sentences: readonly Sentence[]): number => sentences.reduce((sum, { text }) => sum + text.length, 0);
