/** The sentences of a passage, and some of them as they are read: a list as a list. */
import type { Locale } from '../domain/locale';
import type { Passage } from '../domain/passage';
import type { Sentence, SentencePlace } from './answer';

/** Line of a heading: it stands above the first. */
export const HEADING = -1;

/** A sentence of a passage. */
export type PlacedSentence = Sentence & { readonly at: SentencePlace };

/** All of a passage in their order; `isShown` leaves out lines. */
export function sentencesIn(
  { id, entry, locale, text, marks = [] }: Passage,
  isShown: (line: string) => boolean = () => true,
): PlacedSentence[] {
  return text
    .split('\n')
    .flatMap((words, line) =>
      isShown(words)
        ? sentencesOf(words, locale).map((said) => ({ text: said, locale, entry, at: { passage: id, line, mark: marks[line] ?? '' } }))
        : [],
    );
}

/** A line of a list is a sentence of its own. */
export function sentencesOf(text: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => mergeAbbreviations([...segmenter.segment(line)].map(({ segment }) => segment.trim()).filter(Boolean)));
}

/** A mark that ends a quotation: one that opens it stands at its first word, but for the French «. */
const CLOSING = /^[»”“)\]](?=\s|$)/u;

/** The segmenter parts "approx. 5", "Κοιν. Σ. Επ." and "3. April": a piece that ends in a short word or a day with a dot goes on. */
function mergeAbbreviations(pieces: readonly string[]): string[] {
  const merged: string[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && (/(^|[\s(.])(?:\p{L}{1,4}|\d{1,2})\.$/u.test(last) || /^[\p{Ll}\d]/u.test(piece)))
      merged[merged.length - 1] = `${last} ${piece}`;
    else if (last !== undefined && CLOSING.test(piece)) {
      // "« Which authority? » The page …"
      merged[merged.length - 1] = `${last} ${piece.slice(0, 1)}`;
      if (piece.length > 1) merged.push(piece.slice(1).trim());
    } else merged.push(piece);
  }
  return merged;
}

/** A list that was quoted as one sentence, "for: - towns; - associations": a line an item. */
const itemsApart = (text: string, at: SentencePlace | undefined): string => (at ? text : text.replace(/(?<=[;:]) [-–•] /gu, '\n• '));

/** Sentences as one text: paragraphs run on, items of a list stand in lines of their own with their marks. One item alone is no list. */
export function layOut(sentences: readonly Sentence[]): string {
  const items = new Set(sentences.flatMap(({ at }) => (at?.mark ? [`${at.passage} ${at.line}`] : [])));
  const isList = items.size > 1;
  const lines: string[] = [];
  sentences.forEach(({ text, at }, n) => {
    const before = sentences[n - 1]?.at;
    const isNewLine = at?.passage !== before?.passage || at?.line !== before?.line;
    const mark = isList && isNewLine && at?.mark ? `${at.mark} ` : '';
    const isBelowHeading = isNewLine && before?.line === HEADING;
    const startsOver = n === 0 || mark !== '' || isBelowHeading || at?.line === HEADING || (isList && isNewLine && Boolean(before?.mark));
    if (startsOver) lines.push(mark + itemsApart(text, at));
    else lines.push(`${lines.pop()} ${itemsApart(text, at)}`);
    if (isList && at?.goesOn) lines.push('…');
  });
  return lines.join('\n');
}
