/** Words of a calendar → words of the vocabularies. Only what is certain: who may apply must be understood to the last word. */
import type { Locale } from '../../domain/locale';
import type { Term, Vocabularies } from '../../domain/vocabulary';
import { wordsOf } from '../../language/fold';
import { PhraseFinder } from '../../language/phrases';
import { makeTermFinder, type TermFinder } from '../../language/terms';

export interface Recogniser {
  /** Topics that the words speak of; at most four, in their order. */
  topics(text: string): string[];
  /** Empty unless every part of the list is a kind of applicant we know. */
  applicants(text: string): string[];
}

const MAX_TOPICS = 4;

export function makeRecogniser({ applicants, topics }: Vocabularies, locale: Locale): Recogniser {
  const topicFinder: TermFinder = makeTermFinder(topics);
  const applicantFinder = finderOf(applicants, locale);
  return {
    topics: (text) => topicFinder.find(text, locale).slice(0, MAX_TOPICS),
    applicants: (text) => {
      const parts = text.split(/[,;/\n•]/).filter((part) => wordsOf(part).length > 0);
      const ids = parts.map((part) => {
        const [found, ...others] = applicantFinder.find(part, locale);
        return others.length === 0 && found?.length === wordsOf(part).length ? found.value : undefined;
      });
      const known = ids.filter((id) => id !== undefined);
      return known.length === parts.length ? [...new Set(known)] : [];
    },
  };
}

function finderOf(terms: ReadonlyMap<string, Term>, locale: Locale): PhraseFinder<string> {
  const finder = new PhraseFinder<string>('words');
  for (const term of terms.values())
    for (const phrase of [term.name[locale] ?? '', ...(term.said[locale] ?? [])]) finder.add(term.id, phrase);
  return finder;
}
