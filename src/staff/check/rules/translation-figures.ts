import type { Entry } from '../../../domain/entry';
import { LOCALES } from '../../../domain/locale';
import { compareFigureLists, compareFigures, type Figure, figuresIn } from '../../../language/figures';
import { bodyPairs } from '../bodies';
import type { Found, Rule } from '../rule';

export const translationFigures: Rule = {
  id: 'translation-figures',
  severity: 'error',
  must: 'A translation has the numbers, dates and amounts of its source, and no other.',
  why: 'A wrong deadline in one language costs somebody a year, and nobody who reads the source would see it.',
  fix: 'Compare the two texts and mend the figure. Small numbers without a unit may be words.',
  ok: [
    { file: 'guides/example-guide.es.md', replace: '3 de marzo de 2027', by: '03/03/2027' },
    { file: 'guides/example-guide.es.md', replace: '50.000', by: '50 000' },
  ],
  notOk: [
    { file: 'guides/example-guide.es.md', replace: '3 de marzo', by: '4 de marzo' },
    { file: 'guides/example-guide.es.md', replace: '3 de marzo', by: '3 de mayo' },
    { file: 'guides/example-guide.es.md', replace: '50.000', by: '5.000' },
    { file: 'guides/example-guide.es.md', replace: ' La ayuda es de hasta 50.000 euros.', by: '' },
    {
      file: 'calls/example-call.md',
      replace: '  el: "Grants for associations and cooperatives. Open until 30/06/2027."',
      by: '  el: "Grants for associations and cooperatives. Open until 30/06/2026."',
    },
    { file: 'calls/example-call.md', replace: '  sl: "Jobs nearby 2027 (example)"', by: '  sl: "Jobs nearby 2028 (example)"' },
  ],
  *find({ files }) {
    for (const { entry, source, translation } of bodyPairs(files.entries, files.translations)) {
      const { missing, added } = compareFigures(plain(source), entry.locale, plain(translation.body), translation.locale);
      yield* told(translation.file, 'body', missing, added);
    }
    for (const entry of files.entries) yield* headlines(entry);
  },
};

function* headlines(entry: Entry): Iterable<Found> {
  const summary = entry.summary[entry.locale] ?? '';
  const everything = [entry.title[entry.locale], summary, entry.bodies[entry.locale]].join('\n');
  const source = figuresIn(summary, entry.locale);
  const known = new Set(figuresIn(everything, entry.locale).map(({ value }) => value));
  for (const locale of LOCALES) {
    if (locale === entry.locale) continue;
    const { missing, added } = compareFigureLists(source, figuresIn(entry.summary[locale] ?? summary, locale));
    for (const { what } of told(entry.file, `summary (${locale})`, missing, added))
      yield { file: entry.file, path: ['summary', locale], what };
    // A title may say in a translation what the name itself leaves out, such as the year.
    const strange = figuresIn(entry.title[locale] ?? '', locale).filter(({ value, isSmall }) => !isSmall && !known.has(value));
    for (const { what } of told(entry.file, `title (${locale})`, [], strange)) yield { file: entry.file, path: ['title', locale], what };
  }
}

function* told(file: string, where: string, missing: readonly Figure[], added: readonly Figure[]): Iterable<Found> {
  if (missing.length > 0) yield { file, what: `the ${where} lacks ${list(missing)} of its source` };
  const [first] = added;
  if (first) yield { file, near: first.text, what: `the ${where} says ${list(added)}, which its source does not` };
}

const list = (figures: readonly Figure[]): string => figures.map(({ text }) => `"${text}"`).join(', ');

/** Addresses have figures of their own; another rule compares them. */
const plain = (markdown: string): string => markdown.replace(/\]\([^)]{0,2000}\)/g, ']').replace(/https?:\S+/g, '');
