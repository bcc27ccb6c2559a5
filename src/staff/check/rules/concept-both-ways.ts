import { LOCALES, type Locale } from '../../../domain/locale';
import { LONGEST_PHRASE } from '../../../retrieval/glossary';
import { isStopWord } from '../../../retrieval/stop-words';
import { foldWord, tokenise } from '../../../retrieval/words';
import { placedConcepts } from '../glossary-files';
import type { Rule } from '../rule';

export const conceptBothWays: Rule = {
  id: 'concept-both-ways',
  severity: 'warning',
  must: 'A concept has in each language a word that the search looks for in a question.',
  why: 'Otherwise the concept translates one way only: questions of the other languages find texts of this one, and its own find nothing of theirs.',
  fix: 'Add a word of at most four words that is not one every text holds ("the", "today"), or remove the line if there is none.',
  ok: [{ file: 'glossary/money.yaml', replace: 'en: grant en', by: 'en: money that one need not give back again, grant' }],
  notOk: [
    { file: 'glossary/money.yaml', replace: 'en: grant en', by: 'en: public money nobody ever wants given back again' },
    { file: 'glossary/money.yaml', replace: 'es: grant es', by: 'es: este, para' },
  ],
  *find(folder) {
    for (const { concept, file } of placedConcepts(folder))
      for (const locale of LOCALES) {
        const words = concept.words[locale];
        if (words && !words.some((word) => isLookedFor(word, locale)))
          yield {
            file,
            path: [concept.id, locale],
            what: `${concept.id}, ${locale}: no question is recognised by ${words.map((word) => `"${word}"`).join(', ')}`,
          };
      }
  },
};

function isLookedFor(word: string, locale: Locale): boolean {
  const content = tokenise(word).filter((surface) => !isStopWord(foldWord(surface), locale));
  return content.length > 0 && content.length <= LONGEST_PHRASE;
}
