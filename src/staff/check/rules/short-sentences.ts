import type { Rule } from '../rule';
import { longestSentence } from '../sentences';
import { bodyTexts, proseOf } from '../texts';

/** Words; twice the twenty that a sentence of plain language should have, so that only what nobody reads through is told. */
const MOST = 40;

const LONG = `The grant, ${'which many have asked about, '.repeat(9)}is`;

export const shortSentences: Rule = {
  id: 'short-sentences',
  severity: 'warning',
  must: 'No sentence of a body has more than 40 words.',
  why: 'Answers quote sentences whole; nobody keeps the beginning of such a one in mind.',
  fix: 'Make two or three sentences of it, or a list.',
  ok: [{ file: 'guides/example-guide.md', replace: 'The grant is', by: 'The grant, which many have asked about, is' }],
  notOk: [{ file: 'guides/example-guide.md', replace: 'The grant is', by: LONG }],
  *find({ files }) {
    for (const { file, body } of bodyTexts(files)) {
      const { text, words } = longestSentence(proseOf(body));
      if (words > MOST) yield { file, near: startOf(text, body), what: `a sentence has ${words} words: "${text.slice(0, SHOWN)}…"` };
    }
  },
};

/** Characters of a sentence that are looked for in the Markdown. */
const LOOKED_FOR = 200;
/** Characters of a sentence that a finding repeats. */
const SHOWN = 60;

/** As much of the sentence's beginning as stands in the Markdown without a mark. */
function startOf(sentence: string, body: string): string {
  // Long enough to be found, and short enough to be looked for word by word.
  let start = sentence.slice(0, LOOKED_FOR);
  while (start.includes(' ') && !body.includes(start)) start = start.slice(0, start.lastIndexOf(' '));
  return start;
}
