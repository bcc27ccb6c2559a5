import { fold } from '../../../language/fold';
import { bodyPairs } from '../bodies';
import { acronymsOf } from '../known-acronyms';
import type { Rule } from '../rule';
import { SAMPLE_FOLDER } from '../sample-folder';
import { withoutAddresses } from '../texts';

/** A word in Latin letters, with the figures and points of a code. */
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{N}]+/gu;

export const translationNames: Rule = {
  id: 'translation-names',
  severity: 'warning',
  must: 'A word in Latin letters of a Greek translation stands in its source.',
  why: 'Names of programmes, places and offices stay in Latin letters in Greek; a mistyped one cannot be searched for or asked after.',
  fix: 'Copy the name from the source, or write the word in Greek.',
  ok: [
    {
      file: 'guides/example-guide.el.md',
      by: greek('Ρωτήστε το [example desk](https://desk.example.org/).'),
      says: 'Ρωτήστε το [example desk](https://desk.example.org/).',
    },
  ],
  notOk: [
    {
      file: 'guides/example-guide.el.md',
      by: greek('Ρωτήστε το [exampel desk](https://desk.example.org/).'),
      says: 'Ρωτήστε το [exampel desk](https://desk.example.org/).',
    },
  ],
  *find({ files }) {
    for (const { entry, source, translation } of bodyPairs(files.entries, files.translations)) {
      if (translation.locale !== 'el') continue;
      const there = new Set(wordsIn([source, entry.title[entry.locale], ...entry.otherNames].join('\n')).map(fold));
      const isKnown = acronymsOf(source);
      const strange = wordsIn(translation.body).filter((word) => !there.has(fold(word)) && !isKnown(word));
      for (const word of new Set(strange)) yield { file: translation.file, near: word, what: `"${word}" is not in the source` };
    }
  },
};

const wordsIn = (text: string): readonly string[] => withoutAddresses(text).match(LATIN_WORD) ?? [];

function greek(sentence: string): string {
  const { translates } = /translates: (?<translates>\S+)/.exec(SAMPLE_FOLDER['guides/example-guide.es.md'] ?? '')?.groups ?? {};
  return `---\nid: example-guide\nlocale: el\ntranslates: ${translates}\n---\n\n## Ποιοι\n\nΈως τις 3 Μαρτίου 2027, 50.000 ευρώ.\n\n## Πού\n\n${sentence}\n`;
}
