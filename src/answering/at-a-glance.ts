/** How much of a passage is shown: what is read at a glance. */
import type { Sentence } from './answer';
import type { PlacedSentence } from './sentences';

const MOST = 3;
/** Together no longer than what is read at a glance. Characters. */
const MOST_CHARACTERS = 600;

export const isItem = (sentence: PlacedSentence | undefined): boolean => Boolean(sentence?.at.mark);

/** "These are:", or "among other things it", says nothing without the list that follows. */
export const leadsToList = ({ text }: PlacedSentence): boolean => !/[.!?…;·][»”’")\]]*$/u.test(text);

/** Where the list begins that this sentence is of, with the sentence that leads to it; the sentence itself if that is too much to read. */
export function listAround(sentences: readonly PlacedSentence[], of: number): number {
  if (!isItem(sentences[of])) return of;
  let [first, end] = [of, of];
  while (isItem(sentences[first - 1])) first--;
  while (isItem(sentences[end])) end++;
  if (sentences[first - 1]?.text.endsWith(':')) first--;
  return lengthOf(sentences.slice(first, end)) <= MOST_CHARACTERS ? first : of;
}

/** As many from the first on as are read at a glance, one at least. A list counts as one sentence with what leads to it. */
export function atOnce(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  let length = 0;
  let parts = 0;
  const end = sentences.findIndex(({ text, at }, n) => {
    length += text.length;
    if (!at.mark || n === 0 || !belongsToList(sentences[n - 1])) parts++;
    return n > 0 && (parts > MOST || length > MOST_CHARACTERS);
  });
  const picked = end < 0 ? [...sentences] : sentences.slice(0, end);
  const last = picked.at(-1);
  if (last && !isItem(last) && isItem(sentences[picked.length]) && leadsToList(last)) {
    if (picked.length > 1) return picked.slice(0, -1);
    picked.push(...sentences.slice(1, 2));
  }
  return goingOn(picked, sentences);
}

/** An item is shown whole or not at all, when others are shown before it. */
function withoutHalfItem(picked: readonly PlacedSentence[], next: PlacedSentence | undefined): readonly PlacedSentence[] {
  const last = picked.at(-1);
  if (!last || !isItem(last) || next?.at.line !== last.at.line) return picked;
  const whole = picked.filter(({ at }) => at.line !== last.at.line);
  return isItem(whole.at(-1)) ? whole : picked;
}

const belongsToList = (sentence: PlacedSentence | undefined): boolean =>
  isItem(sentence) || (sentence !== undefined && leadsToList(sentence));

/** A list that is cut says so. */
function goingOn(all: readonly PlacedSentence[], sentences: readonly PlacedSentence[]): PlacedSentence[] {
  const picked = withoutHalfItem(all, sentences[all.length]);
  const last = picked.at(-1);
  return last && isItem(last) && isItem(sentences[picked.length])
    ? [...picked.slice(0, -1), { ...last, at: { ...last.at, goesOn: true } }]
    : [...picked];
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
