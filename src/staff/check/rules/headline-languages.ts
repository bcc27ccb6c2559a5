import { LOCALES } from '../../../domain/locale';
import type { Rule } from '../rule';

export const headlineLanguages: Rule = {
  id: 'headline-languages',
  severity: 'error',
  must: 'An entry has its title and its summary in all eleven languages.',
  why: 'Who asks in a language that is missing sees another one, and the search finds the entry less well.',
  fix: 'Write the missing line under title or summary. Names stay as they are; add in a word or two what it is.',
  ok: [],
  notOk: [
    { file: 'guides/example-guide.md', replace: '  sq: "How to apply (example)"\n', by: '' },
    { file: 'guides/example-guide.md', replace: '  el: "Who may apply, until when, and where to ask."\n', by: '' },
  ],
  *find({ files }) {
    for (const entry of files.entries)
      for (const field of ['title', 'summary'] as const) {
        const missing = LOCALES.filter((locale) => entry[field][locale] === undefined);
        if (missing.length > 0) yield { file: entry.file, path: [field], what: `the ${field} is missing in ${missing.join(', ')}` };
      }
  },
};
