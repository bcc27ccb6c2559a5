import { isCall } from '../../../domain/entry';
import { isSameDay, type NamedDay, namedDays } from '../named-days';
import type { Rule } from '../rule';
import { withoutAddresses } from '../texts';

export const bodyClosingDay: Rule = {
  id: 'body-closing-day',
  severity: 'error',
  must: 'A text of a call that names its end names the closing day of the facts.',
  why: 'People read one deadline in the text and another on the card, and cannot know which one counts.',
  fix: 'Look the day up in the source, then write it in the facts and in the text.',
  ok: [{ file: 'calls/example-call.md', replace: 'The call is open until 30 June 2027.', by: 'The call opened on 1 October 2026.' }],
  notOk: [
    { file: 'calls/example-call.md', replace: 'open until 30 June 2027.', by: 'open until 29 June 2027.' },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closes: 2027-06-29' },
    {
      file: 'calls/example-call.md',
      replace: '  en: "Grants for associations and cooperatives. Open until 30/06/2027."',
      by: '  en: "Grants for associations and cooperatives. Open until 3 June 2027."',
    },
  ],
  *find({ files }) {
    for (const entry of files.entries.filter(isCall)) {
      const { closes, opens } = entry.call;
      // Of an end that is known by its month alone, a text says no more.
      if (closes?.length !== 10) continue;
      const sources = entry.sources.flatMap(({ date }) => (date?.length === 10 ? [date] : []));
      const others = [...sources, ...(opens?.length === 10 ? [opens] : []), entry.checked];
      const strangeIn = (text: string): NamedDay | undefined => {
        const named = namedDays(text, entry.locale);
        if (named.some((one) => isSameDay(one, closes))) return undefined;
        return named.find((one) => !others.some((day) => isSameDay(one, day)) && !isBefore(one, opens));
      };
      const inBody = strangeIn(withoutAddresses(entry.bodies[entry.locale] ?? ''));
      if (inBody) yield { file: entry.file, near: inBody.text, what: `the body says "${inBody.text}", and the call closes on ${closes}` };
      const inSummary = strangeIn(entry.summary[entry.locale] ?? '');
      if (inSummary)
        yield {
          file: entry.file,
          path: ['summary', entry.locale],
          what: `the summary says "${inSummary.text}", and the call closes on ${closes}`,
        };
    }
  },
};

const isBefore = ({ day }: NamedDay, opens: string | undefined): boolean =>
  opens !== undefined && !day.startsWith('--') && day < opens.slice(0, day.length);
