/** Text of somebody else's system → words for a Markdown body: no tags, no hidden links, nothing a page or a chat would run or follow. */
import { tidy } from '../../language/fold';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
};
/** Characters read; the longest description of a topic seen has 60,000. */
const MAX_HTML = 400_000;

/** HTML as people read it: one line a paragraph, list items with a hyphen. */
export function htmlToWords(html: string): string {
  const text = html
    .slice(0, MAX_HTML)
    .replace(/\s+/g, ' ')
    .replace(/<(script|style|template)\b[^>]*>.*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--.*?(-->|$)/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/?(p|div|br|h[1-6]|ul|ol|tr|table|section)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  return plainWords(decode(text));
}

/** Words that are no HTML; what looks like it is made harmless, never interpreted. */
export function plainWords(text: string): string {
  return tidy(text)
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/\]\s*\(/g, '] – (')
    .replace(/\[([^\]\n]*)\]\s*:/g, '$1:')
    .replace(/&(#?\w{1,31});/g, '& $1;')
    .replace(/(java|vb)script\s*:/gi, '$1script –')
    .replace(/\bdata:(?=\w+\/)/gi, 'data –')
    .replace(/^[ \t]*(#{1,6}\s|={3,}|-{3,}|`{3,}|~{3,})/gm, '· ')
    .replace(/\n- ?(?=\n|$)/g, '')
    .trim();
}

const decode = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) =>
      signOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&([a-z]{2,8});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);

const signOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';

/** The beginning of a text, cut after a sentence or at a word. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  const sentence = cut.search(/[.!?;][^.!?;]*$/);
  return sentence > max / 2 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : max)} …`;
}
