import { LOCALES } from '../../../domain/locale';
import { figuresIn } from '../../../language/figures';
import type { Rule } from '../rule';

export const summaryTellsEnd: Rule = {
  id: 'summary-tells-end',
  severity: 'error',
  must: 'The summary of a call names the year in which the call closes.',
  why: 'Without it the summary of a closed call sounds open, and somebody prepares for nothing.',
  fix: 'Say in each language when it closes, or that it closed.',
  ok: [],
  notOk: [
    {
      file: 'calls/example-call.md',
      replace: '  fr: "Grants for associations and cooperatives. Open until 30/06/2027."',
      by: '  fr: "Grants for associations and cooperatives."',
    },
  ],
  *find({ files }) {
    for (const entry of files.entries) {
      const year = entry.kind === 'call' ? entry.call.closes?.slice(0, 4) : undefined;
      if (year === undefined) continue;
      const silent = LOCALES.filter((locale) => !figuresIn(entry.summary[locale] ?? year, locale).some(({ value }) => value === year));
      if (silent.length > 0)
        yield { file: entry.file, path: ['summary', silent[0] ?? 'en'], what: `the summary does not say ${year} in ${silent.join(', ')}` };
    }
  },
};
