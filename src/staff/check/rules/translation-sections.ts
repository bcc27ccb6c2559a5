import { bodyPairs } from '../bodies';
import type { Rule } from '../rule';

const headingsOf = (body: string): number => body.match(/^#{1,6}\s/gm)?.length ?? 0;
const itemsOf = (body: string): number => body.match(/^[^\S\n]*(?:[-*+]|\d{1,3}[.)])\s/gm)?.length ?? 0;

export const translationSections: Rule = {
  id: 'translation-sections',
  severity: 'error',
  must: 'A translation has as many headings and list items as its source.',
  why: 'An answer points at the section that answers; a section that is missing is a fact its readers never get.',
  fix: 'Translate the section or the item that is missing, or remove the one that was added.',
  ok: [],
  notOk: [
    { file: 'guides/example-guide.es.md', replace: '## Dónde preguntar\n\n', by: '' },
    { file: 'guides/example-guide.es.md', replace: 'Pregunte en', by: '- Pregunte en' },
  ],
  *find({ files }) {
    for (const { source, translation } of bodyPairs(files.entries, files.translations)) {
      const headings = [headingsOf(translation.body), headingsOf(source)];
      const items = [itemsOf(translation.body), itemsOf(source)];
      if (headings[0] !== headings[1]) yield { file: translation.file, what: `${headings[0]} headings instead of ${headings[1]}` };
      if (items[0] !== items[1]) yield { file: translation.file, what: `${items[0]} list items instead of ${items[1]}` };
    }
  },
};
