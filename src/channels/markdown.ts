/**
 * The Markdown of entries → HTML: headings, paragraphs, lists, quotes; bold, emphasis, code and links. Everything else stays the text
 * it is: raw HTML is shown, never obeyed. Links lead to http(s) addresses or to other entries, or are no links. Time grows with the
 * length of the text alone: no pattern looks past the next sign it could mean.
 */
import { WebAddress } from '../domain/entry';
import { Html, html, NOTHING } from './html-text';
import { type Block, blocksOf, type Item } from './markdown-blocks';

export interface MarkdownOptions {
  /** Level of a heading written `##`: 3 below a heading of level 2. */
  readonly headingLevel: number;
  /** The address of another entry's page. */
  readonly entryAddress: (id: string) => string;
}

export function markdownHtml(markdown: string, options: MarkdownOptions): Html {
  return joined(blocksOf(markdown).map((block) => blockHtml(block, options)));
}

function blockHtml(block: Block, options: MarkdownOptions): Html {
  if (block.kind === 'list') return listHtml(block.items, options);
  const inside = inlineHtml(block.text, options);
  if (block.kind === 'quote')
    return html`<blockquote><p>${inside}</p></blockquote>
`;
  if (block.kind === 'paragraph')
    return html`<p>${inside}</p>
`;
  const level = Math.min(6, Math.max(options.headingLevel, options.headingLevel + block.level - 2));
  return new Html(`<h${level}>${inside.text}</h${level}>\n`);
}

/** Items set further in than the first are a list inside the item before them. */
function listHtml(items: readonly Item[], options: MarkdownOptions): Html {
  const [first] = items;
  if (!first) return NOTHING;
  const rows: Html[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at] ?? first;
    let end = at + 1;
    while ((items[end]?.indent ?? -1) > first.indent + 1) end++;
    rows.push(html`<li>${inlineHtml(item.text, options)}${listHtml(items.slice(at + 1, end), options)}</li>
`);
    at = end;
  }
  return first.isNumbered
    ? html`<ol>${rows}</ol>
`
    : html`<ul>${rows}</ul>
`;
}

/** In this order: image or link, address in angle brackets, bold, code, emphasis. */
const INLINE =
  /(!?)\[([^[\]\n]{1,500})\]\(([^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)\)|<(https?:[^<>\s]{1,2000})>|\*\*([^*\n]{1,500})\*\*|`([^`\n]{1,300})`|(?<![\p{L}\p{N}*_])[*_](?=\S)([^*_\n]{1,300})[*_](?![\p{L}\p{N}])/gu;

function inlineHtml(text: string, options: MarkdownOptions): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    pieces.push(html`${text.slice(end, match.index)}`, markedHtml(match, options));
    end = match.index + match[0].length;
  }
  pieces.push(html`${text.slice(end)}`);
  return joined(pieces);
}

function markedHtml([, image, label = '', target = '', address, bold, code, emphasis]: RegExpExecArray, options: MarkdownOptions): Html {
  if (bold !== undefined) return html`<strong>${inlineHtml(bold, options)}</strong>`;
  if (code !== undefined) return html`<code>${code}</code>`;
  if (emphasis !== undefined) return html`<em>${emphasis}</em>`;
  if (address !== undefined) return linkHtml(html`${address}`, address);
  if (image === '!') return html`${label}`;
  const id = /^\/entries\/([a-z0-9][a-z0-9-]{1,79})$/.exec(target)?.[1];
  const words = /[*`]/.test(label) ? inlineHtml(label, options) : html`${label}`;
  return id === undefined ? linkHtml(words, target) : html`<a href="${options.entryAddress(id)}">${words}</a>`;
}

/** A link to another server, which learns nothing of this page; only the words where the address is none a person may safely open. */
export const linkHtml = (words: Html, address: string): Html =>
  WebAddress.safeParse(address).success ? html`<a href="${address}" rel="noopener noreferrer">${words}</a>` : words;

const joined = (pieces: readonly Html[]): Html => new Html(pieces.map(({ text }) => text).join(''));
