/** HTML in which whatever is put in is escaped, unless it is HTML already. */

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return escapeText(piece);
  return piece instanceof Html ? piece.text : piece.map(({ text }) => text).join('');
}

/** Template of HTML: strings put in are escaped, in text and in quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(String.raw({ raw: strings }, ...pieces.map(textOf)));

export const NOTHING = html``;

/** JSON inside a script element: `<` is escaped, so that no text can end it. */
export const jsonHtml = (value: unknown): Html =>
  new Html(JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
