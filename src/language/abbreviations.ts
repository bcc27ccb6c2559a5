/**
 * An abbreviation in one word, however it is written: `Κοιν.Σ.Επ.`, `ΚοινΣΕπ`; `s.r.l.`, `srl`. Case stays. One of its parts is a single letter,
 * so that an address ("gov.si") is none, nor a sentence end without its blank.
 */
export const joinAbbreviations = (text: string): string =>
  // Looked for first: most texts have none, and a folder has millions of letters.
  /\p{L}\.\p{L}/u.test(text) ? text.replace(DOTTED, (dotted) => dotted.replaceAll('.', '')) : text;

const DOTTED =
  /(?<![\p{L}\p{M}\p{N}.@/_-])(?=(?:\p{L}{2,4}\.)*\p{L}(?:\.|(?![\p{L}\p{M}])))\p{L}{1,4}(?:\.\p{L}{1,4}){1,6}\.?(?![\p{L}\p{M}\p{N}@/_-])/gu;
