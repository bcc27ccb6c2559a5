import { LOCALES } from '../../../domain/locale';
import { languagesOfBodies } from '../bodies';
import type { Rule } from '../rule';

export const guideLanguages: Rule = {
  id: 'guide-languages',
  severity: 'warning',
  must: 'A guide has its whole body in all eleven languages.',
  why: 'Guides are what everybody may need, whatever they speak; an answer quotes them in the language of the question.',
  fix: 'Add the file <id>.<locale>.md beside it for each missing language.',
  ok: [],
  notOk: [{ file: 'guides/example-guide.md', replace: 'topics: [employment]', by: 'topics: [care]' }],
  *find({ files }) {
    const languagesOf = languagesOfBodies(files.translations);
    for (const entry of files.entries) {
      if (entry.kind !== 'guide') continue;
      const there = languagesOf(entry);
      const missing = LOCALES.filter((locale) => !there.includes(locale));
      if (missing.length > 0) yield { file: entry.file, path: ['locale'], what: `the body is missing in ${missing.join(', ')}` };
    }
  },
};
