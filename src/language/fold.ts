/** One form for everything people may write differently: case, accents, final sigma, ligatures, width. */
export function fold(text: string): string {
  // Most of what is folded is plain.
  if (/^[ -_a-~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ß/g, 'ss')
    .replace(/[đð]/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/[’ʼ`´]/g, "'")
    .normalize('NFC');
}

/** Folded words; digits count, punctuation and signs do not. An apostrophe parts words: `l'empresa` → l, empresa. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Text as people meant it: no control characters, no direction overrides, no invisible or tag characters, blanks in single file.
 * Line breaks stay.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Characters of a text as it is searched: ﷺ stands for eighteen, and a thousand of them are no short question. */
export const lengthSpelt = (text: string): number => Math.max(text.length, text.normalize('NFKC').length);
