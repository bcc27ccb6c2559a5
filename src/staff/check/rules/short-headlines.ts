import type { Rule } from '../rule';
import { headlineTexts } from '../texts';

/** Characters; the longest of 2026-11-21 have 148 and 270. */
const MOST = { title: 150, summary: 280 } as const;

export const shortHeadlines: Rule = {
  id: 'short-headlines',
  severity: 'warning',
  must: 'A title has at most 150 characters and a summary at most 280.',
  why: 'Cards cut what is longer, and the end of a summary is where its deadline may stand.',
  fix: 'Say what it is and for whom; the body has room for the rest.',
  ok: [],
  notOk: [
    { file: 'guides/example-guide.md', replace: '  en: "How to apply', by: `  en: "How to apply ${'and how to ask for help '.repeat(7)}` },
    {
      file: 'guides/example-guide.md',
      replace: '  hr: "Who may apply',
      by: `  hr: "${'Associations and cooperatives of any kind '.repeat(7)}may apply`,
    },
  ],
  *find({ files }) {
    for (const { entry, field, locale, text } of headlineTexts(files))
      if (text.length > MOST[field])
        yield {
          file: entry.file,
          path: [field, locale],
          what: `the ${field} (${locale}) has ${text.length} characters, at most ${MOST[field]}`,
        };
  },
};
