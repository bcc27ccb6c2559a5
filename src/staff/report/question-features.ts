/** What a question is about, so that two can be compared whatever their words and languages. */
import type { Locale } from '../../domain/locale';
import type { Miss } from '../../domain/miss';
import { contentStems, type Glossary, LONGEST_PHRASE } from '../../retrieval/glossary';

/** Concepts it names, whatever its language, and the stems of its other words. */
export function featuresOf({ question, locale }: Miss, glossary: Glossary): ReadonlySet<string> {
  const stems = contentStems(question.replace(/\[[a-z-]+\]/g, ' '), locale);
  const features = new Set<string>();
  for (let at = 0; at < stems.length; ) {
    const { length, concepts } = conceptsAt(stems, at, locale, glossary);
    // All that a word may mean: "loan" is a loan and finance, and its translation may be only one of them.
    for (const concept of concepts) features.add(`#${concept}`);
    if (concepts.length === 0) features.add(`${stems[at]}`);
    at += length;
  }
  return features;
}

/** What may mean more than this says nothing: a stem of five letters, as in Slovene and Albanian, can stand for many words. */
const MOST_MEANINGS = 3;

/** What the longest phrase that begins here says. */
function conceptsAt(
  stems: readonly string[],
  at: number,
  locale: Locale,
  glossary: Glossary,
): { length: number; concepts: readonly number[] } {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 0; length--) {
    const concepts = glossary.conceptsSaid(stems.slice(at, at + length), locale);
    if (concepts.length > 0 && concepts.length <= MOST_MEANINGS) return { length, concepts };
  }
  return { length: 1, concepts: [] };
}
