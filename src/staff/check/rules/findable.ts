import type { Entry } from '../../../domain/entry';
import { isStopWord } from '../../../retrieval/stop-words';
import { foldWord, hasDigit, tokenise } from '../../../retrieval/words';
import type { Rule } from '../rule';

/** Different words that say something; the two of "Social enterprises" are found by thousands of questions. */
const LEAST_WORDS = 2;
const SHORTEST_WORD = 3;

export const findable: Rule = {
  id: 'findable',
  severity: 'warning',
  must: 'An entry says in words what it is about.',
  why: 'The search looks for words of the question: an entry that has only numbers and little words is never an answer.',
  fix: 'Say in the title and the summary what it is, for whom and where, in the words people use; add short names under otherNames.',
  ok: [],
  notOk: [
    {
      file: 'guides/empty-guide.md',
      by: `---
id: empty-guide
kind: guide
locale: en
country: EU
areas: [EU]
title: { en: "2027" }
summary: { en: "About this and that." }
topics: [employment]
sources: [{ url: "https://guide.example.org/", title: "Example page" }]
checked: 2026-11-01
reviewBy: 2027-05-01
verified: true
---
`,
    },
  ],
  *find({ files }) {
    // Calls are also found step by step, by their topics and whom they are for.
    for (const entry of files.entries)
      if (entry.kind !== 'site' && entry.kind !== 'call' && wordsToFind(entry).size < LEAST_WORDS)
        yield { file: entry.file, path: ['title'], what: 'no question finds this entry: it has hardly any word that the search looks for' };
  },
};

function wordsToFind({ title, summary, bodies, otherNames, locale }: Entry): Set<string> {
  const text = [title[locale], summary[locale], bodies[locale], ...otherNames].join(' ');
  const words = tokenise(text).map(foldWord);
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD && !hasDigit(word) && !isStopWord(word, locale)));
}
