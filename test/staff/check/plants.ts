/** Sixty and more mistakes as staff make them, each planted into a file of its own of a copy of the knowledge folder. */

interface Base {
  /** The rule that must find it. */
  readonly rule: string;
  readonly mistake: string;
}

/** Changes the first file that it fits. */
export interface Edit extends Base {
  readonly in: RegExp;
  readonly find: RegExp;
  readonly by: string | ((...groups: string[]) => string);
  /** What stands at the right line afterwards; the first thing that changed when absent. */
  readonly at?: RegExp;
}

/** Takes a translation away; the finding stands in the entry, at what `at` matches. */
export interface Removal extends Base {
  readonly remove: RegExp;
  readonly at: RegExp;
}

/** Adds a file; `from` makes it of another one. */
export interface Addition extends Base {
  readonly add: string;
  readonly text: string | { readonly from: RegExp; readonly having: RegExp; readonly change: (text: string) => string };
  readonly at: RegExp;
}

export type Plant = Edit | Removal | Addition;

const CALL = /^calls\/[^.]+\.md$/;
const GUIDE = /^guides\/[^.]+\.md$/;
const SERVICE = /^services\/[^.]+\.md$/;
const ANY = /^(?:organisations|programmes|trainings|clusters)\/[^.]+\.md$/;
const TRANSLATION = /^guides\/[^.]+\.(?!el)[a-z]{2}\.md$/;
const BODY_END = /\n*$/;
const append = (text: string) => `\n\n${text}\n`;
const OWN_SUMMARY = /(?<=^locale: (\w\w)$(?:(?!^summary:$)[\s\S])*^summary:$(?:(?!^\w)[\s\S])*)^ {2}\1: /m;
const BODY_START = /(?<=\n---\n\n)\S/;

export const PLANTS: readonly Plant[] = [
  { rule: 'front-matter', mistake: 'the first line of hyphens is missing', in: GUIDE, find: /^---\n/, by: '' },
  {
    rule: 'front-matter',
    mistake: 'the second line of hyphens is missing',
    in: GUIDE,
    find: /\n---\n(?![\s\S]*\n---\n)/,
    by: '\n',
    at: /$(?![\s\S])/,
  },
  { rule: 'yaml', mistake: 'a key stands twice', in: ANY, find: /^(country: .*)$/m, by: '$1\n$1', at: /(?<=^country: .*\n)country/m },
  { rule: 'yaml', mistake: 'an alias', in: ANY, find: /^areas: .*$/m, by: 'areas: *everywhere' },
  { rule: 'yaml', mistake: 'a quote that is not closed', in: ANY, find: /^( {2}sq: ".*)"$/m, by: '$1' },
  { rule: 'schema', mistake: 'a day that does not exist', in: CALL, find: /^ {2}closes: \d{4}-\d\d-\d\d$/m, by: '  closes: 2026-02-30' },
  { rule: 'schema', mistake: 'closing before opening', in: CALL, find: /(?<=^ {2}opens: \d{4}-\d\d-\d\d\n {2}closes: )\d{4}/m, by: '1999' },
  { rule: 'schema', mistake: 'a missing day of review', in: ANY, find: /^reviewBy: .*\n/m, by: '', at: /^id:/m },
  { rule: 'schema', mistake: 'a mistyped field', in: ANY, find: /^website: /m, by: 'webseite: ' },
  { rule: 'schema', mistake: 'a mistyped field of the call', in: CALL, find: /^ {2}timeZone: /m, by: '  timezone: ' },
  {
    rule: 'schema',
    mistake: 'a script as the address of a source',
    in: ANY,
    find: /url: "https?:[^"]*"/,
    by: 'url: "javascript:alert(1)"',
  },
  { rule: 'schema', mistake: 'a country in small letters', in: ANY, find: /^country: .*$/m, by: 'country: gr' },
  { rule: 'file-name', mistake: 'an id that was changed in the file alone', in: ANY, find: /^id: "?([\w-]+)"?$/m, by: 'id: $1-2' },
  {
    rule: 'file-name',
    mistake: 'a translation of another language than its name says',
    in: TRANSLATION,
    find: /^locale: (?!fr).*$/m,
    by: 'locale: fr',
    at: /^id:/m,
  },
  {
    rule: 'own-title',
    mistake: 'no title in the own language',
    in: SERVICE,
    find: /(?<=^locale: (\w\w)$[\s\S]*^title:\n(?: {2}.*\n)*?) {2}\1: .*\n/m,
    by: '',
    at: /(?<=^title:\n) {2}/m,
  },
  { rule: 'quote-literal', mistake: 'a quote in other words', in: CALL, find: /quote: "/, by: 'quote: "Nobody said ' },
  { rule: 'unreadable', mistake: 'half a megabyte of text', in: GUIDE, find: BODY_END, by: append('x'.repeat(500_000)), at: /^/ },
  {
    rule: 'duplicate-id',
    mistake: 'a copy of a call in another folder',
    add: 'clusters/',
    text: { from: CALL, having: /^id: /m, change: (text) => text },
    at: /^id:/m,
  },
  { rule: 'unknown-word', mistake: 'a mistyped area', in: CALL, find: /^areas: \[.*\]$/m, by: 'areas: [XX9]' },
  { rule: 'unknown-word', mistake: 'a mistyped topic', in: SERVICE, find: /^topics: \[/m, by: 'topics: [employement, ' },
  { rule: 'unknown-word', mistake: 'a mistyped kind of applicant', in: SERVICE, find: /^audience: \[/m, by: 'audience: [asociation, ' },
  {
    rule: 'unknown-word',
    mistake: 'a mistyped word of a criterion',
    in: CALL,
    find: /(about: "?applicant"?, operator: "?one-of"?, value: )\[[^\]]*\]/,
    by: '$1["cooperatives-of"]',
  },
  {
    rule: 'vocabulary',
    mistake: 'a topic that stands twice',
    in: /^vocabularies\/topics\.yaml$/,
    find: BODY_END,
    by: '\n- { id: employment, name: { en: jobs } }\n',
    at: /(?<=\n)- \{ id: employment, name: \{ en: jobs/,
  },
  {
    rule: 'translation-alone',
    mistake: 'a translation whose entry is gone',
    add: 'guides/planted-gone.es.md',
    text: '---\nid: planted-gone\nlocale: es\ntranslates: "000000000000"\n---\n\nTexto.\n',
    at: /^id:/m,
  },
  {
    rule: 'translation-stale',
    mistake: 'a translation of an older text',
    in: TRANSLATION,
    find: /^translates: .*$/m,
    by: 'translates: "000000000000"',
  },
  {
    rule: 'duplicate-concept',
    mistake: 'a concept in two files',
    add: 'glossary/planted.yaml',
    text: '# Planted.\ngrant:\n  en: grant\n',
    at: /^ {2}en: grant/m,
  },
  {
    rule: 'headline-languages',
    mistake: 'a title without Albanian',
    in: SERVICE,
    find: /(?<=^title:\n(?: {2}.*\n)*?) {2}sq: .*\n/m,
    by: '',
    at: /(?<=^title:\n) {2}/m,
  },
  {
    rule: 'headline-languages',
    mistake: 'a summary without Greek',
    in: SERVICE,
    find: /(?<=^locale: (?!el)[\s\S]*^summary:\n(?: {2}.*\n)*?) {2}el: .*\n/m,
    by: '',
    at: /(?<=^summary:\n) {2}/m,
  },
  { rule: 'body-languages', mistake: 'an English text that was deleted', remove: /^services\/[^.]+\.en\.md$/, at: /^locale:/m },
  { rule: 'guide-languages', mistake: 'a guide without Croatian', remove: /^guides\/[^.]+\.hr\.md$/, at: /^locale:/m },
  {
    rule: 'short-headlines',
    mistake: 'a title like a sentence of law',
    in: SERVICE,
    find: /(?<=^title:\n) {2}(\w\w): "/m,
    by: (_, locale) => `  ${locale}: "${'Support for the support of supporters '.repeat(5)}`,
  },
  {
    rule: 'short-bodies',
    mistake: 'a text of pages',
    in: GUIDE,
    find: BODY_END,
    by: append('You can ask us for help. '.repeat(110)),
    at: BODY_START,
  },
  {
    rule: 'short-sentences',
    mistake: 'a sentence without end',
    in: GUIDE,
    find: BODY_END,
    by: append(`Planted ${'and then you ask the office, '.repeat(9)}and wait.`),
    at: /Planted/,
  },
  {
    rule: 'readable',
    mistake: 'the language of offices',
    in: GUIDE,
    find: BODY_END,
    by: append(
      'Administrative authorisation procedures necessitate comprehensive documentation concerning organisational responsibilities, accompanying certificates, sustainability considerations. '.repeat(
        15,
      ),
    ),
    at: /(?<=\n---\n(?:\s*#.*\n|\s*\n)*)[^\s#]/,
  },
  {
    rule: 'findable',
    mistake: 'an entry that says nothing',
    add: 'services/planted-empty.md',
    text: '---\nid: planted-empty\nkind: service\nlocale: en\ncountry: EU\nareas: [EU]\ntitle: { en: "2027" }\nsummary: { en: "About this and that." }\ntopics: [employment]\nsources: [{ url: "https://www.example.org/", title: "A page" }]\nchecked: 2026-11-01\nreviewBy: 2027-05-01\nverified: true\n---\n',
    at: /^title:/m,
  },
  { rule: 'dates-agree', mistake: 'a review before the check', in: ANY, find: /^reviewBy: .*$/m, by: 'reviewBy: 2019-01-01' },
  {
    rule: 'dates-agree',
    mistake: 'closed before it opened',
    in: CALL,
    find: /(?<=^call:\n)(?=(?: {2}.*\n)*? {2}opens: 20[12])(?!(?: {2}.*\n)*? {2}closedBy)/m,
    by: '  closedBy: 2001-01-01\n',
  },
  { rule: 'dates-agree', mistake: 'a year typed wrong', in: CALL, find: /^ {2}closes: 20\d\d(-\d\d-\d\d)$/m, by: '  closes: 2199$1' },
  {
    rule: 'dates-agree',
    mistake: 'closed on a day to come',
    in: CALL,
    find: /(?<=^call:\n)(?!(?: {2}.*\n)*? {2}clos)/m,
    by: '  closedBy: 2098-01-01\n',
  },
  {
    rule: 'call-dates-once',
    mistake: 'a second entry for a call, with another day',
    add: 'calls/planted-copy.md',
    text: {
      from: CALL,
      having: /^ {2}reference: [\s\S]*^ {2}closes: \d{4}-\d\d-\d\d$/m,
      change: (text) =>
        text
          .replace(/^id: .*$/m, 'id: planted-copy')
          .replace(/^( {2}closes: \d{4})-\d\d-\d\d$/m, '$1-12-31')
          .replace(/^also: .*\n/m, ''),
    },
    at: /^ {2}closes:/m,
  },
  {
    rule: 'body-closing-day',
    mistake: 'another closing day in the facts than in the texts',
    in: CALL,
    find: /^ {2}closes: (\d{4}-\d\d)-(\d\d)$/m,
    by: (_, month, day) => `  closes: ${month}-${day === '17' ? '18' : '17'}`,
    at: OWN_SUMMARY,
  },
  {
    rule: 'summary-tells-end',
    mistake: 'a summary that does not say when a call closed',
    in: CALL,
    find: /(?<=^locale: (?!fr)[\s\S]*^summary:\n(?: {2}.*\n)*?) {2}fr: .*(?=[\s\S]*^ {2}closes: \d)/m,
    by: '  fr: "Un appel pour des associations."',
  },
  {
    rule: 'end-known',
    mistake: 'an old call without an end',
    in: CALL,
    find: /^ {2}opens: .*\n {2}closes: .*\n(?! {2}closesAt)/m,
    by: '  opens: 2019-01-01\n',
  },
  {
    rule: 'amounts-agree',
    mistake: 'a least that is more than the most',
    in: CALL,
    find: /(?<=^call:\n)(?!(?: {2}.*\n)*? {2}supportRate)/m,
    by: '  supportRate: { min: 90, max: 9 }\n',
  },
  {
    rule: 'call-links-https',
    mistake: 'an application without protection',
    in: CALL,
    find: /(?<=^call:\n)(?!(?: {2}.*\n)*? {2}apply)/m,
    by: '  apply: "http://apply.example.org/"\n',
  },
  { rule: 'checked-day', mistake: 'checked in the future', in: ANY, find: /^checked: .*$/m, by: 'checked: 2099-01-01' },
  { rule: 'review-passed', mistake: 'a review that nobody did', in: GUIDE, find: /^reviewBy: .*$/m, by: 'reviewBy: 2020-01-01' },
  {
    rule: 'source-address',
    mistake: 'a source without its address',
    in: SERVICE,
    find: /(?<=^sources:\n {2}- \{ )url: "[^"]*", (?=[^\n]*\n\w)/m,
    by: '',
  },
  { rule: 'source-dates', mistake: 'a source of the future', in: SERVICE, find: /date: "?\d{4}[\d-]*"?/, by: 'date: "2099-01-01"' },
  {
    rule: 'raw-html',
    mistake: 'a tag in a text',
    in: GUIDE,
    find: BODY_END,
    by: append('Planted <b onclick="x()">words</b>.'),
    at: /Planted/,
  },
  { rule: 'raw-html', mistake: 'an entity in a title', in: SERVICE, find: /(?<=^title:\n) {2}(\w\w): "/m, by: '  $1: "A &amp; B: ' },
  {
    rule: 'safe-links',
    mistake: 'a link that runs a script',
    in: GUIDE,
    find: BODY_END,
    by: append('See [this](javascript:alert(1)).'),
    at: /See \[this\]/,
  },
  {
    rule: 'safe-links',
    mistake: 'a data link in a translation',
    in: TRANSLATION,
    find: BODY_END,
    by: append('[x](data:text/html;base64,PGI+)'),
    at: /\[x\]/,
  },
  {
    rule: 'safe-links',
    mistake: 'a link that looks like another',
    in: GUIDE,
    find: BODY_END,
    by: append('[bank](https://bank.example.org@evil.example.org/)'),
    at: /\[bank\]/,
  },
  {
    rule: 'hidden-characters',
    mistake: 'a space without width in a text',
    in: GUIDE,
    find: BODY_END,
    by: append('Plan\u200bted words.'),
    at: /Plan/,
  },
  {
    rule: 'hidden-characters',
    mistake: 'an override of direction in a title',
    in: SERVICE,
    find: /(?<=^title:\n) {2}(\w\w): "/m,
    by: '  $1: "\u202e',
  },
  {
    rule: 'hidden-characters',
    mistake: 'a hidden character that YAML writes out',
    in: SERVICE,
    find: /(?<=^summary:\n) {2}(\w\w): "/m,
    by: '  $1: "\\u2066',
  },
  {
    rule: 'hidden-characters',
    mistake: 'a soft hyphen in the glossary',
    in: /^glossary\/money\.yaml$/,
    find: /^ {2}de: Zuschuss/m,
    by: '  de: Zu\u00adschuss',
  },
  {
    rule: 'body-contacts',
    mistake: 'an address that no contact has',
    in: GUIDE,
    find: BODY_END,
    by: append('Write to planted@desk.example.org.'),
    at: /Write to planted/,
  },
  {
    rule: 'body-contacts',
    mistake: 'a number that no contact has',
    in: GUIDE,
    find: BODY_END,
    by: append('Call +34 600 555 019 today.'),
    at: /Call \+34/,
  },
  {
    rule: 'entry-ids',
    mistake: 'a link to an entry that was renamed',
    in: GUIDE,
    find: BODY_END,
    by: append('See [the call](/entries/planted-renamed).'),
    at: /See \[the call/,
  },
  {
    rule: 'entry-ids',
    mistake: 'a desk of an organisation that was renamed',
    in: /^sites\/[^.]+\.md$/,
    find: /^( +)(email: .*)$/m,
    by: '$1organisation: planted-renamed\n$1$2',
  },
  {
    rule: 'also-once',
    mistake: 'an id that two entries claim',
    in: ANY,
    find: /^verified: true\n(?!also)/m,
    by: 'verified: true\nalso: [demo]\n',
    at: /^also:/m,
  },
  {
    rule: 'translation-figures',
    mistake: 'another year in a translation',
    in: TRANSLATION,
    find: /(?<=\n---\n[\s\S]*)(?<![\d/.-])20[12]\d(?![\d/-])(?![^(\n]*\))/,
    by: '1987',
  },
  {
    rule: 'translation-figures',
    mistake: 'another amount in a summary',
    in: SERVICE,
    find: /(?<=^locale: (?!sl)[\s\S]*^summary:\n(?: {2}.*\n)*?)( {2}sl: ".*)"$/m,
    by: '$1 98.765 EUR."',
  },
  {
    rule: 'translation-links',
    mistake: 'a link mistyped in a translation',
    in: TRANSLATION,
    find: /\]\(https:\/\//,
    by: '](https://mistyped.',
  },
  {
    rule: 'translation-sections',
    mistake: 'a section that was not translated',
    in: TRANSLATION,
    find: /(?<=\n---\n)\s*## .*\n/,
    by: '\n',
    at: /^/,
  },
  {
    rule: 'translation-acronyms',
    mistake: 'another acronym in a translation',
    in: TRANSLATION,
    find: BODY_END,
    by: append('Planted: XQZW.'),
    at: /Planted/,
  },
  {
    rule: 'translation-acronyms',
    mistake: 'a code with a wrong figure',
    in: TRANSLATION,
    find: BODY_END,
    by: append('Planted: ESO99.'),
    at: /Planted/,
  },
  {
    rule: 'translation-names',
    mistake: 'a mistyped name in Greek',
    in: /^guides\/[^.]+\.el\.md$/,
    find: BODY_END,
    by: append('Το Xqzwerty.'),
    at: /Xqzwerty/,
  },
  {
    rule: 'desk-serves',
    mistake: 'a desk behind another one',
    in: /^sites\/[^.]+\.md$/,
    find: /\n---\n*$/,
    by: '\n    - { id: planted, name: { en: "Planted" }, areas: [EU], languages: [en], email: planted@desks.example.org }\n---\n',
    at: /id: planted/,
  },
  {
    rule: 'events-told',
    mistake: 'an event without Slovene',
    in: /^vocabularies\/events\.yaml$/,
    find: /^ {4}sl: .*\n/m,
    by: '',
    at: /^- /m,
  },
  {
    rule: 'concept-languages',
    mistake: 'a concept without Slovene',
    in: /^glossary\/work\.yaml$/,
    find: /^ {2}sl: .*\n/m,
    by: '',
    at: /(?<=^[a-z-]+:\n) {2}/m,
  },
  {
    rule: 'concept-words',
    mistake: 'a word that stands twice',
    in: /^glossary\/learning\.yaml$/,
    find: /^ {2}it: ([^,\n]+).*$/m,
    by: '  it: $1, $1',
  },
  {
    rule: 'concept-both-ways',
    mistake: 'words that the search passes over',
    in: /^glossary\/projects\.yaml$/,
    find: /^ {2}en: .*$/m,
    by: '  en: the, and',
  },
];
