/**
 * Texts of others on one line of a terminal or a log: what a screen obeys instead of showing it is spelt out, so that no escape
 * sequence colours, hides or turns around what staff read, and a hidden sign can be seen.
 */

/** Control, format, private and unassigned characters, halves of a pair, and line ends of every kind. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const IN_JSON = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Blanks and line ends become one blank, hidden signs their number: `[U+202E]`. A text of more than `most` characters is cut in the
 * middle: how it begins and ends tells staff which it is.
 */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/\s+/g, ' ').replace(UNSEEN, (sign) => `[U+${hex(sign.codePointAt(0) ?? 0)}]`);
  // Half of a pair would be left where the cut goes through one.
  return line.length > most ? `${line.slice(0, most / 2)} … ${line.slice(-most / 2)}`.replace(/\p{Cs}/gu, '') : line;
}

/** JSON on one line that is also safe to look at; it means the same. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(IN_JSON, (sign) =>
    [...Array(sign.length).keys()].map((n) => `\\u${hex(sign.charCodeAt(n)).toLowerCase()}`).join(''),
  );

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
