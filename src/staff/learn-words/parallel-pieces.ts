/**
 * The folder's own texts that say the same in two languages: titles, summaries, and bodies aligned by their headings, then by paragraph,
 * line and sentence where both have as many. A piece that stays long teaches little and is left out.
 */
import { type Entry, isSite } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import { plainText } from '../../knowledge/split-passages';

/** The same said in two languages. */
export type Piece = readonly [pivot: string, other: string];

/** Characters; the longest summary of the shipped folder has half of it. Each word of a piece might mean each of the other. */
const LONGEST_PIECE = 800;

/** Each piece once, in the order of the entries: what stands in many entries word for word is no more certain for it. */
export function piecesOf(entries: readonly Entry[], pivot: Locale, other: Locale): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  for (const entry of entries) {
    if (isSite(entry)) continue;
    for (const piece of piecesOfEntry(entry, pivot, other)) {
      if (isUsable(piece)) pieces.set(piece.join('\n\n'), piece);
    }
  }
  return [...pieces.values()];
}

const isUsable = (piece: Piece): boolean => piece.every((text) => text !== '' && text.length <= LONGEST_PIECE);

function piecesOfEntry({ title, summary, bodies }: Entry, pivot: Locale, other: Locale): Piece[] {
  const whole = (texts: Partial<Record<Locale, string>>): Piece[] => {
    const [one, two] = [texts[pivot], texts[other]];
    return one === undefined || two === undefined ? [] : [[one, two]];
  };
  return [...whole(title), ...whole(summary).flatMap(bySentence), ...whole(bodies).flatMap(alignBodies)];
}

/** Two Markdown bodies, one the translation of the other; exported to be tried alone. */
export function alignBodies([one, two]: Piece): Piece[] {
  const [ours, theirs] = [sectionsOf(one), sectionsOf(two)];
  // Where one has a heading that the other lacks, nobody knows what goes with what.
  if (!hasSameShape(ours, theirs)) return [];
  return ours.flatMap((section, n) => {
    const twin = theirs[n];
    if (!twin) return [];
    return [[section.title, twin.title] as const, ...byPart([section.text, twin.text])];
  });
}

interface Section {
  readonly level: number;
  readonly title: string;
  readonly text: string;
}

const hasSameShape = (ours: readonly Section[], theirs: readonly Section[]): boolean =>
  ours.length === theirs.length && ours.every(({ level }, n) => level === theirs[n]?.level);

function sectionsOf(markdown: string): Section[] {
  const sections: { level: number; title: string; lines: string[] }[] = [{ level: 0, title: '', lines: [] }];
  for (const line of markdown.split('\n')) {
    const [, signs, title = ''] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? [];
    if (signs === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ level: signs.length, title: plainText(title), lines: [] });
  }
  return sections.map(({ level, title, lines }) => ({ level, title, text: lines.join('\n').trim() }));
}

const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
/** Items of a list; a line that goes on belongs to the item above. */
const items = (text: string): string[] => text.split(/\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s|\|)/);
/** After a stop comes a blank and a capital, a figure or a sign that opens. "z. B." and "art. 5" part in both languages or in none. */
const sentences = (text: string): string[] => text.split(/(?<=[.!?;·])\s+(?=[\p{Lu}\p{N}"«„“¿¡(])/u);

const byPart = (piece: Piece): Piece[] =>
  cut(piece, paragraphs)
    .flatMap((one) => cut(one, items))
    .map(([one, two]) => [plainText(one), plainText(two)] as const)
    .flatMap(bySentence);

const bySentence = (piece: Piece): Piece[] => cut(piece, sentences);

/** In as many parts as both have, else whole. */
function cut(piece: Piece, into: (text: string) => string[]): Piece[] {
  const [ours, theirs] = [into(piece[0]), into(piece[1])];
  return ours.length === theirs.length ? ours.map((part, n) => [part, theirs[n] ?? ''] as const) : [piece];
}
