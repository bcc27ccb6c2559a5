import type { Entry } from '../../../domain/entry';
import { bodyPairs } from '../bodies';
import { acronymsOf } from '../known-acronyms';
import type { Rule } from '../rule';
import { headlineTexts, withoutAddresses } from '../texts';

/** Three or more capitals, or a code that mixes two capitals with figures. */
const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{Lu}{3,}|(?=[\p{Lu}\p{N}]*\p{N})\p{Lu}{2,}[\p{Lu}\p{N}]*)(?![\p{L}\p{N}])/gu;

export const translationAcronyms: Rule = {
  id: 'translation-acronyms',
  severity: 'warning',
  must: 'A translation has no acronym or code that its source does not have, but for the translated one of the same thing.',
  why: 'A wrong letter in ESO4.11, or the acronym of another fund, sends people to a programme that is not theirs.',
  fix: 'Copy the acronym from the source. If it is the translated one, add both to src/staff/check/known-acronyms.ts.',
  ok: [{ file: 'calls/example-call.md', replace: '  es: "Jobs nearby 2027 (example)"', by: '  es: "Jobs nearby 2027 (FSE+, example)"' }],
  notOk: [
    { file: 'guides/example-guide.es.md', replace: 'Las asociaciones', by: 'Las asociaciones del FEDER' },
    { file: 'guides/example-guide.es.md', replace: 'Las asociaciones', by: 'Las asociaciones del objetivo ESO4' },
    { file: 'calls/example-call.md', replace: '  es: "Jobs nearby 2027 (example)"', by: '  es: "Jobs nearby 2027 (example, FEDER)"' },
  ],
  *find({ files }) {
    for (const { entry, source, translation } of bodyPairs(files.entries, files.translations)) {
      const everything = [source, entry.title[entry.locale], ...entry.otherNames].join('\n');
      for (const acronym of strangeIn(translation.body, acronymsOf(everything)))
        yield { file: translation.file, near: acronym, what: `"${acronym}" is not in the source` };
    }
    // The headlines of an entry follow one another.
    let own: { readonly entry: Entry; readonly isKnown: (acronym: string) => boolean } | undefined;
    for (const { entry, field, locale, text } of headlineTexts(files)) {
      if (locale === entry.locale) continue;
      if (own?.entry !== entry) own = { entry, isKnown: acronymsOf(factsOf(entry)) };
      for (const acronym of strangeIn(text, own.isKnown))
        yield { file: entry.file, path: [field, locale], what: `"${acronym}" is not in the entry's own language` };
    }
  },
};

const strangeIn = (text: string, isKnown: (acronym: string) => boolean): Set<string> =>
  new Set((withoutAddresses(text).match(ACRONYM) ?? []).filter((acronym) => !isKnown(acronym)));

/** All that the entry says in its own language, its facts included: a headline may name the fund of a call. */
function factsOf(entry: Entry): string {
  const { title, summary, bodies, ...facts } = entry;
  return [title[entry.locale], summary[entry.locale], bodies[entry.locale], JSON.stringify(facts)].join('\n');
}
