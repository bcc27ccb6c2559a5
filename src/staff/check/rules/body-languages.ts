import { languagesOfBodies } from '../bodies';
import type { Rule } from '../rule';

export const bodyLanguages: Rule = {
  id: 'body-languages',
  severity: 'warning',
  must: 'An entry has a body in its own language and in English.',
  why: 'English is what most readers of other languages can use when there is no text in theirs.',
  fix: 'Write the body below the facts, and its English translation as <id>.en.md.',
  ok: [],
  notOk: [{ file: 'calls/example-call.md', replace: 'locale: en', by: 'locale: es' }],
  *find({ files }) {
    const languagesOf = languagesOfBodies(files.translations);
    for (const entry of files.entries) {
      if (entry.kind === 'site') continue;
      const there = languagesOf(entry);
      const missing = [entry.locale, 'en' as const].filter((locale, n, all) => !there.includes(locale) && all.indexOf(locale) === n);
      if (missing.length > 0) yield { file: entry.file, path: ['locale'], what: `the body is missing in ${missing.join(', ')}` };
    }
  },
};
