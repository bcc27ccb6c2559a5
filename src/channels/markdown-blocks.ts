/** Markdown → its blocks: headings, paragraphs, quotes and lists. What is none of these is a paragraph. */

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; text: string }
  | { readonly kind: 'quote'; text: string }
  | { readonly kind: 'list'; readonly items: Item[] };

export interface Item {
  /** Blanks before its mark. */
  readonly indent: number;
  readonly isNumbered: boolean;
  text: string;
}

const HEADING = /^ {0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$/;
const ITEM = /^(\s{0,12})(?:([-*+])|\d{1,3}[.)])\s+(\S.*)$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;

/** A blank line ends a paragraph and a quote; a list goes on after one with its next item. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let isBroken = true;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.trim() !== '') addLine(blocks, line, isBroken);
    isBroken = line.trim() === '';
  }
  return blocks;
}

function addLine(blocks: Block[], line: string, isBroken: boolean): void {
  const [, signs, title = ''] = HEADING.exec(line) ?? [];
  if (signs !== undefined) blocks.push({ kind: 'heading', level: signs.length, text: title });
  else if (ITEM.test(line)) addItem(blocks, line);
  else addText(blocks, line, isBroken);
}

function addItem(blocks: Block[], line: string): void {
  const [, blanks = '', bullet, text = ''] = ITEM.exec(line) ?? [];
  const item = { indent: blanks.length, isNumbered: bullet === undefined, text };
  const last = blocks.at(-1);
  if (last?.kind === 'list' && !startsOver(last.items, item)) last.items.push(item);
  else blocks.push({ kind: 'list', items: [item] });
}

/** Bullets after numbers at the left edge are a list of their own. */
const startsOver = ([first]: readonly Item[], { indent, isNumbered }: Item): boolean =>
  first !== undefined && indent <= first.indent && isNumbered !== first.isNumbered;

function addText(blocks: Block[], line: string, isBroken: boolean): void {
  const last = blocks.at(-1);
  const quoted = QUOTE.exec(line)?.[1];
  const kind = quoted === undefined ? 'paragraph' : 'quote';
  const text = (quoted ?? line).trim();
  const item = last?.kind === 'list' ? last.items.at(-1) : undefined;
  if (item && kind === 'paragraph' && (!isBroken || /^\s{2,}/.test(line))) item.text += ` ${text}`;
  else if (last?.kind === kind && !isBroken) last.text += ` ${text}`;
  else blocks.push({ kind, text });
}
