import type { Rule } from '../rule';
import { wordCount } from '../sentences';
import { bodyTexts, proseOf } from '../texts';

/** Words; the longest of the 1 385 bodies of 2026-11-21 has 412, two to three minutes of reading. */
const MOST = 500;

export const shortBodies: Rule = {
  id: 'short-bodies',
  severity: 'warning',
  must: 'A body has at most 500 words.',
  why: 'People look for one thing; what stands beside it hides it, and is one more text to keep up to date in eleven languages.',
  fix: 'Keep what people need to decide and leave the rest to the source, or make two entries of it.',
  ok: [],
  notOk: [
    {
      file: 'guides/example-guide.md',
      replace: 'The grant is',
      by: `${'You can ask us for help. '.repeat(100)}The grant is`,
      says: '500 words more',
    },
  ],
  *find({ files }) {
    for (const { file, body } of bodyTexts(files)) {
      const words = wordCount(proseOf(body));
      if (words > MOST) yield { file, near: body.split('\n', 1)[0] ?? '', what: `the body has ${words} words` };
    }
  },
};
