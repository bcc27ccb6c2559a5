/** What the reader reports of files as they stand beside one another; see reader-rules.ts. */
import type { Rule } from './rule';

const CALL = 'calls/example-call.md';
const GUIDE = 'guides/example-guide.md';
/** Bytes; more than the reader takes. */
const TOO_LARGE = 300_000;

export const FOLDER_RULES: readonly Rule[] = [
  {
    id: 'unreadable',
    severity: 'error',
    must: 'A file is an ordinary UTF-8 text inside the folder, up to 256 KB.',
    why: 'Anything else is not read, so that nothing from outside the folder is ever told.',
    fix: 'Save it as UTF-8, and put the file itself where a link was.',
    ok: [],
    notOk: [{ file: GUIDE, replace: 'The grant is', by: 'x'.repeat(TOO_LARGE), says: `${TOO_LARGE / 1000} KB of text` }],
  },
  {
    id: 'duplicate-id',
    severity: 'error',
    must: 'No two entries have the same id.',
    why: 'Only one of the two is served, and links lead to that one.',
    fix: 'Give one of them another id, or merge them and name the other id under "also".',
    ok: [],
    notOk: [{ file: 'services/example-guide.md', by: duplicate(), says: 'an entry in another folder with "id: example-guide"' }],
  },
  {
    id: 'unknown-word',
    severity: 'error',
    must: 'Areas, topics and applicants are words of the vocabularies.',
    why: 'A word that nobody knows matches nobody who asks.',
    fix: 'Use a word of knowledge/vocabularies, or add it there first.',
    ok: [],
    notOk: [
      { file: CALL, replace: 'areas: [ES523]', by: 'areas: [ES999]' },
      { file: CALL, replace: 'topics: [employment]', by: 'topics: [employement]' },
      { file: CALL, replace: 'audience: [association', by: 'audience: [asociation' },
      { file: CALL, replace: 'value: [association', by: 'value: [asociation' },
    ],
  },
  {
    id: 'vocabulary',
    severity: 'error',
    must: 'The three vocabularies are there, and no word stands twice in one.',
    why: 'Of two words with one id people reach only one, and without a vocabulary nothing can be checked against it.',
    fix: 'Keep one of the two; restore a file that is missing from version control.',
    ok: [],
    notOk: [{ file: 'vocabularies/topics.yaml', replace: 'id: care', by: 'id: employment' }],
  },
  {
    id: 'translation-alone',
    severity: 'error',
    must: 'A translation belongs to an entry that is there.',
    why: 'A translation whose entry is gone, renamed or broken is not served.',
    fix: 'Mend the entry, or the id; remove the translation only when its entry is gone for good.',
    ok: [],
    notOk: [{ file: 'guides/gone-guide.es.md', by: '---\nid: gone-guide\nlocale: es\ntranslates: "000000000000"\n---\n\nTexto.\n' }],
  },
  {
    id: 'translation-stale',
    severity: 'warning',
    must: 'A translation was made from the text its source has now.',
    why: 'An older text may name another deadline, so that it is not served until somebody has looked.',
    fix: 'Read it again beside its source, mend it, then copy the digest from this finding to translates.',
    ok: [],
    notOk: [{ file: GUIDE, replace: 'Associations may apply', by: 'Associations and cooperatives may apply' }],
  },
  {
    id: 'duplicate-concept',
    severity: 'error',
    must: 'A concept stands in one file of the glossary.',
    why: 'The second one is not read, and who edits it wonders why nothing changes.',
    fix: 'Merge the two, or give one another id.',
    ok: [],
    notOk: [{ file: 'glossary/other.yaml', by: 'grant:\n  en: grant\n' }],
  },
];

function duplicate(): string {
  const facts = [
    'id: example-guide',
    'kind: service',
    'locale: en',
    'country: ES',
    'areas: [ES]',
    'title: { en: "A" }',
    'summary: { en: "B" }',
  ];
  const rest = ['topics: [care]', 'sources: [{ title: "C" }]', 'checked: 2026-11-01', 'reviewBy: 2027-05-01', 'verified: true'];
  return ['---', ...facts, ...rest, '---', ''].join('\n');
}
