import type { Rule } from '../rule';

/** Control characters, what has no width, what turns the direction of writing, tags, private and unassigned characters, halves of a pair. Tab and line ends stay. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}|\p{Co}|\p{Cn}|\p{Cs}/u;
/** The same, written as YAML lets one write it between double quotes. */
const ESCAPED = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/gi;
/** Two halves that are one character, as JSON writes it. */
const ESCAPED_PAIR = /\\ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}/gi;

export const hiddenCharacters: Rule = {
  id: 'hidden-characters',
  severity: 'error',
  must: 'A file holds only characters that can be seen, and blanks.',
  why: 'A hidden character makes a name look right and be another one, turns a text around, or keeps the search from finding a word.',
  fix: 'Type the word at this place again by hand; text copied from PDF files and web pages often brings such characters along.',
  ok: [
    {
      file: 'guides/example-guide.es.md',
      replace: '50.000 euros',
      by: '50.000\u00a0euros',
      says: 'a no-break space between number and unit',
    },
    { file: 'guides/example-guide.md', replace: '  it: "How to', by: '  it: "How \\ud83d\\ude00 to' },
  ],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'Associations', by: 'Asso\u200bciations', says: 'Asso(zero width space U+200B)ciations' },
    {
      file: 'guides/example-guide.es.md',
      replace: 'asociaciones',
      by: '\u202easociaciones',
      says: '(right-to-left override U+202E)asociaciones',
    },
    { file: 'guides/example-guide.md', replace: '  it: "How to', by: '  it: "How\\u00ad to' },
    { file: 'guides/example-guide.md', replace: '  it: "How to', by: '  it: "How\\ud83d to' },
    { file: 'glossary/money.yaml', replace: 'fr: grant fr', by: 'fr: gr\u2060ant fr', says: 'fr: gr(word joiner U+2060)ant fr' },
  ],
  *find({ files }) {
    for (const [file, text] of files.texts) {
      // A byte order mark at the very start is how some editors save.
      const plain = text.replace(/^\uFEFF/, '');
      const literal = HIDDEN.exec(plain)?.[0];
      if (literal !== undefined) yield { file, near: literal, what: `there is a hidden character, ${codeOf(literal)}` };
      const escaped = [...plain.replace(ESCAPED_PAIR, '').matchAll(ESCAPED)].find(([, ...codes]) => HIDDEN.test(decoded(codes)));
      if (escaped) yield { file, near: escaped[0], what: `there is a hidden character, ${codeOf(decoded(escaped.slice(1)))}` };
    }
  },
};

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function decoded(codes: readonly (string | undefined)[]): string {
  const code = Number.parseInt(codes.find((one) => one !== undefined) ?? '20', 16);
  return code <= LAST_CODE ? String.fromCodePoint(code) : ' ';
}

/** End of Unicode. */
const LAST_CODE = 0x10ffff;
