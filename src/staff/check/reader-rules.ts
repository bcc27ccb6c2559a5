/**
 * What the reader of the folder reports, because such a file cannot be served. No `find`: these stand here for the curators' list, and
 * their examples show that the reader finds them.
 */
import { FOLDER_RULES } from './reader-rules-of-folders';
import type { Rule } from './rule';

const CALL = 'calls/example-call.md';
const GUIDE = 'guides/example-guide.md';
const SPANISH = 'guides/example-guide.es.md';

export const READER_RULES: readonly Rule[] = [
  {
    id: 'front-matter',
    severity: 'error',
    must: 'A file begins with its facts, between a first and a second line of three hyphens.',
    why: 'Without the two lines nobody can tell the facts from the text, and the entry is not served.',
    fix: 'Start the file with a line of three hyphens, then the facts, then a second line of three hyphens.',
    ok: [{ file: GUIDE, replace: 'verified: true\n---', by: 'verified: true\n---  ', says: 'blanks after the hyphens' }],
    notOk: [
      { file: GUIDE, replace: '---\nid: example-guide', by: 'id: example-guide' },
      { file: GUIDE, replace: 'verified: true\n---', by: 'verified: true' },
      { file: GUIDE, replace: '---\nid', by: '---js\nid' },
    ],
  },
  {
    id: 'yaml',
    severity: 'error',
    must: 'The facts are plain YAML.',
    why: 'A quote or a bracket that is not closed makes the rest of the facts unreadable; anchors and tags could hide what they hold.',
    fix: 'Mend the YAML: check indentation, quotes and colons. Write values out instead of using & and *.',
    ok: [],
    notOk: [
      { file: GUIDE, replace: 'topics: [employment]', by: 'topics: [employment' },
      { file: GUIDE, replace: 'country: EU', by: 'country: EU\ncountry: ES' },
      { file: GUIDE, replace: 'areas: [EU]', by: 'areas: &all [EU]\nlanguages: *all' },
    ],
  },
  {
    id: 'schema',
    severity: 'error',
    must: 'Each fact has the form that knowledge/README.md names, and no needed one is missing.',
    why: 'A fact in another form cannot be compared or shown; a misspelt field would be lost without a word.',
    fix: 'See knowledge/README.md for what each field takes.',
    ok: [{ file: CALL, replace: '  closes: 2027-06-30', by: '  closes: 2027-06' }],
    notOk: [
      { file: CALL, replace: '  closes: 2027-06-30', by: '  closes: 2027-06-31' },
      { file: CALL, replace: '  closes: 2027-06-30', by: '  closes: 2026-06-30' },
      { file: CALL, replace: 'reviewBy: 2027-05-01\n', by: '' },
      { file: CALL, replace: '  nextCalls:', by: '  nextCall:' },
      { file: CALL, replace: '"https://calls.example.org/"', by: '"javascript:alert(1)"' },
    ],
  },
  {
    id: 'file-name',
    severity: 'error',
    must: 'A file is named by its id, a translation by its id and its locale.',
    why: 'Whoever looks for the file of an answer finds it by its id.',
    fix: 'Name the file <id>.md or <id>.<locale>.md, or mend the id.',
    ok: [],
    notOk: [
      { file: GUIDE, replace: 'id: example-guide', by: 'id: other-guide' },
      { file: SPANISH, replace: 'locale: es', by: 'locale: fr' },
    ],
  },
  {
    id: 'own-title',
    severity: 'error',
    must: 'An entry has its title in its own language.',
    why: 'It is the name that is shown when nothing better is there.',
    fix: 'Add it under title.',
    ok: [],
    notOk: [{ file: GUIDE, replace: '  en: "How to apply (example)"\n', by: '' }],
  },
  {
    id: 'quote-literal',
    severity: 'error',
    must: 'The quote of a criterion stands in the body, word for word.',
    why: 'It is shown as what the source says; words that are not there would be our own.',
    fix: 'Copy the words from the body exactly. They may run over a line end.',
    ok: [],
    notOk: [
      { file: CALL, replace: 'quote: "Associations and cooperatives in Spain', by: 'quote: "Cooperatives and associations in Spain' },
    ],
  },
  ...FOLDER_RULES,
];
