import { LOCALES } from '../../../domain/locale';
import { placedConcepts } from '../glossary-files';
import type { Rule } from '../rule';

export const conceptLanguages: Rule = {
  id: 'concept-languages',
  severity: 'warning',
  must: 'A concept of the glossary has words in all eleven languages.',
  why: 'Who asks in the language that is missing does not find what is written in the others.',
  fix: 'Add the line of that language, the usual word first.',
  ok: [],
  notOk: [{ file: 'glossary/money.yaml', replace: '  hr: grant hr\n', by: '' }],
  *find(folder) {
    for (const { concept, file } of placedConcepts(folder)) {
      const missing = LOCALES.filter((locale) => concept.words[locale] === undefined);
      if (missing.length > 0) yield { file, path: [concept.id], what: `"${concept.id}" has no word in ${missing.join(', ')}` };
    }
  },
};
