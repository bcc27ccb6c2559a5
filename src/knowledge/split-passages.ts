/** Entry → passages: one headline in each language that has a title, then one for each section of each body. */
import type { Entry } from '../domain/entry';
import { LOCALES, type Locale, textIn } from '../domain/locale';
import type { Passage } from '../domain/passage';

/** Sections longer than this are cut at a paragraph, so that an answer can point at its place. Characters. */
const LONG_SECTION = 1_200;

const known = new WeakMap<Entry, readonly Passage[]>();

/** The same passages for the same entry: of ten thousand entries a save changes one. */
export function passagesOf(entry: Entry): readonly Passage[] {
  const before = known.get(entry);
  if (before) return before;
  const passages = splitPassages(entry);
  known.set(entry, passages);
  return passages;
}

export function splitPassages(entry: Entry): Passage[] {
  const passages: Passage[] = [];
  for (const locale of LOCALES) {
    const title = entry.title[locale];
    const summary = entry.summary[locale];
    if (title !== undefined || summary !== undefined) passages.push(passage(entry, locale, 0, entry.otherNames.join(' · '), summary ?? ''));
    const body = entry.bodies[locale];
    if (body === undefined) continue;
    for (const [n, section] of sectionsOf(body).entries())
      passages.push(passage(entry, locale, n + 1, section.heading, section.text, section.marks));
  }
  return passages;
}

function passage(entry: Entry, locale: Locale, n: number, heading: string, text: string, marks: readonly string[] = []): Passage {
  const title = textIn(entry.title, locale, entry.locale).text;
  const plain = { id: `${entry.id}#${n}.${locale}`, entry: entry.id, kind: entry.kind, locale, title, heading, text };
  return marks.some(Boolean) ? { ...plain, marks } : plain;
}

interface Section {
  readonly heading: string;
  readonly text: string;
  /** Of each line of the text. */
  readonly marks: readonly string[];
}

/** Sections of a Markdown body in order; headings above are joined by " › ". */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  // Levels, not positions: most bodies begin with a second-level heading.
  let path: { level: number; title: string }[] = [];
  for (const line of markdown.split('\n')) {
    const [, signs, title = ''] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? [];
    if (signs !== undefined) {
      path = [...path.filter(({ level }) => level < signs.length), { level: signs.length, title: plainText(title) }];
      sections.push({ heading: path.map((above) => above.title).join(' › '), lines: [] });
    } else sections.at(-1)?.lines.push(line);
  }
  return sections
    .flatMap(({ heading, lines }) => cutLong(lines.join('\n').trim()).map((text) => ({ heading, ...plainLines(text) })))
    .filter(({ text }) => text !== '');
}

function cutLong(text: string): string[] {
  const pieces = [''];
  for (const paragraph of text.split(/\n\s*\n/)) {
    const last = pieces.length - 1;
    if (pieces[last] && (pieces[last] ?? '').length + paragraph.length > LONG_SECTION) pieces.push(paragraph);
    else pieces[last] = pieces[last] ? `${pieces[last]}\n\n${paragraph}` : paragraph;
  }
  return pieces;
}

/** Markdown without its marks: link texts stay, addresses go, a list item keeps a line of its own. */
export const plainText = (markdown: string): string => plainLines(markdown).text;

const ITEM = /^\s*(?:[-*+]|(\d{1,3})[.)])\s+/;

function plainLines(markdown: string): Omit<Section, 'heading'> {
  const lines = unmarked(markdown).split('\n');
  const marks = lines.map((line) => {
    const [item, number] = ITEM.exec(line) ?? [];
    return item === undefined ? '' : number === undefined ? '•' : `${number}.`;
  });
  return { text: lines.map((line) => line.replace(ITEM, '')).join('\n'), marks };
}

/** Without all marks but those of list items. */
function unmarked(markdown: string): string {
  return (
    markdown
      .replace(/!?\[([^\]]{0,500})\]\([^)\s]{0,2000}\)/g, '$1')
      // Or each of ten thousand empty lines would be read to the last one, looking for an item.
      .replace(/\n\s*\n/g, '\n\n')
      .replace(/^\s*>\s?/gm, '')
      .replace(/(\*\*|__|`)/g, '')
      .replace(/(^|\s)[*_](\S[^*_\n]{0,300}?)[*_](?=\W|$)/g, '$1$2')
      .replace(/[ \t]+/g, ' ')
      .trim()
  );
}
