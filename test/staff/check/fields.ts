/** Every field of the sample folder, as a place where a text can be put. */
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';

export interface Field {
  readonly file: string;
  /** Words of the file that give way. */
  readonly replace: string;
  /** YAML or Markdown in their place. */
  readonly by: (written: string) => string;
  /** Takes the text as it is: a body knows no quotes. */
  readonly isBody?: boolean;
}

const GUIDE = 'guides/example-guide.md';
const SPANISH = 'guides/example-guide.es.md';
const CALL = 'calls/example-call.md';
const SITE = 'sites/example-site.md';

/** `put` ends in the words that stand before a value: `'  en: '`. */
const at = (file: string, replace: string, put: string, more = ''): Field => ({
  file,
  replace,
  by: (written) => `${put}${written}${more}`,
});
const body = (file: string, replace: string): Field => ({ file, replace, by: (text) => text, isBody: true });
/** A line of its own, after a line that is there. */
const below = (file: string, line: string, names: readonly string[], indent = ''): [string, Field][] =>
  names.map((name) => [`${file} ${name}`, at(file, line, `${line}\n${indent}${name}: `)]);
const lists = (file: string, line: string, names: readonly string[]): [string, Field][] =>
  names.map((name) => [`${file} ${name}`, at(file, line, `${line}\n${name}:\n  - `)]);

const lineOf = (file: string, start: string): string =>
  (SAMPLE_FOLDER[file] ?? '').split('\n').find((line) => line.trim().startsWith(start)) ?? '';
const CRITERION = lineOf(CALL, '- { id: who');
const criterion = (name: string): [string, Field] => {
  const facts = { id: 'who', about: 'applicant', operator: 'one-of', value: '[association]', quote: '"Associations and cooperatives"' };
  const others = Object.entries(facts).flatMap(([key, value]) => (key === name ? [] : [`      ${key}: ${value}`]));
  return [`${CALL} criterion ${name}`, at(CALL, CRITERION, `    - ${name}: `, `\n${others.join('\n')}`)];
};
const word = (name: string, replace: string, put: string, more = ' }'): [string, Field] => [
  `${name} ${put.trim()}`,
  at(`vocabularies/${name}.yaml`, replace, put, more),
];

export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['id', 'kind', 'locale', 'country', 'areas', 'topics', 'checked', 'reviewBy', 'verified'].map((name): [string, Field] => [
    `${GUIDE} ${name}`,
    at(GUIDE, lineOf(GUIDE, `${name}:`), `${name}: `),
  ]),
  ['a title', at(GUIDE, '  en: "How to apply (example)"', '  en: ')],
  ['a title in another language', at(GUIDE, '  es: "How to apply (example)"', '  es: ')],
  ['a summary', at(GUIDE, '  en: "Who may apply, until when, and where to ask."', '  en: ')],
  ['a summary in another language', at(GUIDE, '  el: "Who may apply, until when, and where to ask."', '  el: ')],
  ['an area in a list', at(GUIDE, 'areas: [EU]', 'areas:\n  - ')],
  ['a topic in a list', at(GUIDE, 'topics: [employment]', 'topics:\n  - ')],
  ['the address of a source', at(GUIDE, 'url: "https://guide.example.org/"', 'url: ')],
  ['the title of a source', at(GUIDE, 'title: "Example page"', 'title: ')],
  ['the date of a source', at(GUIDE, 'date: "2026"', 'date: ')],
  ['a field nobody knows', at(GUIDE, 'verified: true', 'verified: true\n', ': a')],
  ['a field of the contact nobody knows', at(GUIDE, 'verified: true', 'verified: true\ncontact:\n  ', ': a')],
  ...below(GUIDE, 'verified: true', ['website']),
  ...lists(GUIDE, 'verified: true', ['also', 'otherNames', 'audience', 'languages', 'events']),
  ...['organisation', 'address', 'phone', 'email', 'website', 'hours'].map((name): [string, Field] => [
    `contact ${name}`,
    at(GUIDE, 'verified: true', `verified: true\ncontact:\n  ${name}: `),
  ]),
  ['a body', body(GUIDE, 'The grant is')],
  ['a heading', body(GUIDE, 'Where to ask')],
  ['a link', body(GUIDE, 'https://desk.example.org/')],
  ['the body of a translation', body(SPANISH, 'La ayuda')],
  ...['id', 'locale', 'translates'].map((name): [string, Field] => [
    `${SPANISH} ${name}`,
    at(SPANISH, lineOf(SPANISH, `${name}:`), `${name}: `),
  ]),
  ...['fund', 'reference', 'opens', 'closes', 'timeZone', 'nextCalls'].map((name): [string, Field] => [
    `${CALL} ${name}`,
    at(CALL, lineOf(CALL, `${name}:`), `  ${name}: `),
  ]),
  ...below(CALL, '  fund: ESF+', ['objective', 'programme', 'authority', 'closesAt', 'closedBy', 'apply', 'supportRate'], '  '),
  ...['what', 'max', 'currency'].map((name): [string, Field] => [
    `${CALL} amount ${name}`,
    at(CALL, '[{ what: grant, max: 50000 }]', `\n    - ${name}: `),
  ]),
  ...['id', 'about', 'operator', 'value', 'quote'].map(criterion),
  ['the languages of a site', at(SITE, 'locales: [en, es]', 'locales:\n    - ')],
  ['a colour', at(SITE, '{ accent: "#0b5d66", onAccent: "#ffffff" }', '\n    onAccent: "#ffffff"\n    accent: ')],
  ['the controller', at(SITE, '    en: "the example municipality"', '    en: ')],
  ...below(SITE, '  locales: [en, es]', ['area', 'notice'], '  '),
  ['an origin', at(SITE, '  locales: [en, es]', '  locales: [en, es]\n  allowedOrigins:\n    - ')],
  ['the id of a desk', at(SITE, 'id: info', 'id: ')],
  ['the name of a desk', at(SITE, '{ en: "Information point (example)" }', '\n        en: ')],
  ['an area of a desk', at(SITE, '      areas: [EU]', '      areas:\n        - ')],
  ['the e-mail of a desk', at(SITE, 'email: info@desks.example.org', 'email: ')],
  ['a topic of a desk', at(SITE, 'email: info@', 'topics:\n        - ', '\n      email: info@')],
  ['the organisation of a desk', at(SITE, 'email: info@', 'organisation: ', '\n      email: info@')],
  word('areas', 'code: ES523', 'code: ', ''),
  word('areas', '{ en: Valencia } }', '{ en: ', ' } }'),
  word('topics', 'id: care', 'id: ', ''),
  word('topics', '{ en: care } }', '{ en: ', ' } }'),
  word('topics', '{ en: care } }', '{ en: care }, said: { en: [ ', ' ] } }'),
  word('topics', '{ en: care } }', '{ en: care }, is: [ ', ' ] }'),
  word('topics', '{ en: care } }', '{ en: care }, sameAs: '),
  word('skills', '{ en: creativity } }', '{ en: ', ' } }'),
  ['a word of the glossary', at('glossary/money.yaml', '  en: grant en', '  en: ')],
  ['a concept of the glossary', at('glossary/money.yaml', 'grant:\n', '', ':\n')],
  ['a language of the glossary', at('glossary/money.yaml', '  en: grant en', '  ', ': grant en')],
]);

/** The sample file with this text in the field, written as YAML lets one write it. */
export function fileWith({ file, replace, by, isBody }: Field, text: string, quotes: Quotes): string {
  const sample = SAMPLE_FOLDER[file] ?? '';
  if (replace === '' || !sample.includes(replace)) throw new RangeError(`${file} does not say ${replace}`);
  return sample.replace(replace, () => by(isBody ? text : WRITTEN[quotes](text)));
}

export type Quotes = 'double' | 'single' | 'none';
const WRITTEN: Readonly<Record<Quotes, (text: string) => string>> = {
  double: (text) => JSON.stringify(text),
  single: (text) => `'${text.replace(/'/g, "''")}'`,
  none: (text) => text,
};
