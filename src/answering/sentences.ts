/** The sentences of a passage, and some of them as they are read: a list as a list. */
import type { Locale } from '../domain/locale';
import type { Passage } from '../domain/passage';
import type { Sentence, SentencePlace } from './answer';

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

/** The segmenter parts "approx. 5", "Κοιν. Σ. Επ." and "3. April": a piece that ends in a short word or a day with a dot goes on. */
function mergeAbbreviations(pieces: readonly string[]): string[] {
  const merged: string[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && (/(^|[\s(.])(?:\p{L}{1,4}|\d{1,2})\.$/u.test(last) || /^[\p{Ll}\d]/u.test(piece)))
      merged[merged.length - 1] = `${last} ${piece}`;
    else merged.push(piece);
  }
  return merged;
}

/** Sentences as one text: paragraphs run on, items of a list stand in lines of their own with their marks. One item alone is no list. */
export function layOut(sentences: readonly Sentence[]): string {
  const items = new Set(sentences.flatMap(({ at }) => (at?.mark ? [`${at.passage} ${at.line}`] : [])));
  const isList = items.size > 1;
  const lines: string[] = [];
  sentences.forEach(({ text, at }, n) => {
    const before = sentences[n - 1]?.at;
    const isNewLine = at?.passage !== before?.passage || at?.line !== before?.line;
    const mark = isList && isNewLine && at?.mark ? `${at.mark} ` : '';
    const startsOver = n === 0 || mark !== '' || (isList && isNewLine && Boolean(before?.mark));
    if (startsOver) lines.push(mark + text);
    else lines.push(`${lines.pop()} ${text}`);
    if (isList && at?.goesOn) lines.push('…');
  });
  return lines.join('\n');
}
