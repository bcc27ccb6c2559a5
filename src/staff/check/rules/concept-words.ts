import { LOCALES } from '../../../domain/locale';
import { type PlacedConcept, placedConcepts } from '../glossary-files';
import type { Found, Rule } from '../rule';

/** One usual word for two ideas is ordinary in a language (Greek πόδι is foot and leg); in most of eleven it is one idea. */
const MOST_LANGUAGES = 6;

export const conceptWords: Rule = {
  id: 'concept-words',
  severity: 'warning',
  must: 'Two concepts of one theme do not have the same usual words, and no concept has a word twice.',
  why: 'A question with such a word is taken for both, and what is found for the other idea stands before what was meant.',
  fix: 'Merge the two concepts, or write a word first that says only this idea; remove the word that stands twice.',
  ok: [
    {
      file: 'glossary/money.yaml',
      replace: 'grant:\n',
      by: `${concept('loan', 'grant', 5)}grant:\n`,
      says: 'another concept "loan" that shares the usual words of five languages',
    },
  ],
  notOk: [
    {
      file: 'glossary/money.yaml',
      replace: 'grant:\n',
      by: `${concept('subsidy', 'grant', 6)}grant:\n`,
      says: 'another concept "subsidy" that shares the usual words of six languages',
    },
    { file: 'glossary/money.yaml', replace: 'en: grant en', by: 'en: grant en, subsidy, Grant en' },
  ],
  *find(folder) {
    const byUsual = new Map<string, PlacedConcept>();
    for (const placed of placedConcepts(folder)) {
      yield* repeated(placed);
      yield* twins(placed, byUsual);
    }
  },
};

function* repeated({ concept: { id, words }, file }: PlacedConcept): Iterable<Found> {
  for (const locale of LOCALES) {
    const all = (words[locale] ?? []).map((word) => word.toLocaleLowerCase(locale));
    for (const word of new Set(all.filter((one, n) => all.indexOf(one) !== n)))
      yield { file, path: [id, locale], what: `${id}, ${locale}: "${word}" stands twice` };
  }
}

/** `byUsual` holds the concepts before this one, by file, language and usual word. */
function* twins(placed: PlacedConcept, byUsual: Map<string, PlacedConcept>): Iterable<Found> {
  const { concept, file } = placed;
  const shared = new Map<string, string[]>();
  for (const locale of LOCALES) {
    const usual = concept.words[locale]?.[0]?.toLocaleLowerCase(locale);
    const key = `${file} ${locale} ${usual}`;
    const twin = byUsual.get(key)?.concept.id;
    if (usual !== undefined && twin !== undefined) shared.set(twin, [...(shared.get(twin) ?? []), `"${usual}" (${locale})`]);
    byUsual.set(key, placed);
  }
  for (const [twin, words] of shared)
    if (words.length >= MOST_LANGUAGES)
      yield {
        file,
        path: [concept.id],
        what: `"${concept.id}" and "${twin}" share the usual words of ${words.length} languages: ${words.join(', ')}`,
      };
}

/** A concept whose first words are those of the sample's in some languages. */
function concept(id: string, twin: string, shared: number): string {
  return `${id}:\n${LOCALES.map((locale, n) => `  ${locale}: ${n < shared ? twin : id} ${locale}\n`).join('')}`;
}
