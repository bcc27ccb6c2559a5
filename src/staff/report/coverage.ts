/** What the folder covers: entries by country, kind and language. */
import { type Entry, KINDS, type Kind } from '../../domain/entry';
import { LOCALES, type Locale } from '../../domain/locale';

/** Entries of one kind in one country. */
export interface CoverageCell {
  readonly country: string;
  readonly kind: Kind;
  readonly entries: number;
  /** With title and summary, by language. */
  readonly headlines: Readonly<Record<Locale, number>>;
  /** With a body, by language. */
  readonly bodies: Readonly<Record<Locale, number>>;
}

/** Cells that hold an entry, by country, then kind. Sites are places where Ponte stands, and cover nothing. */
export function coverageOf(entries: readonly Entry[]): CoverageCell[] {
  const countries = [...new Set(entries.map(({ country }) => country))].sort();
  return countries.flatMap((country) =>
    KINDS.filter((kind) => kind !== 'site').flatMap((kind) => {
      const inside = entries.filter((entry) => entry.country === country && entry.kind === kind);
      return inside.length > 0 ? [cellOf(country, kind, inside)] : [];
    }),
  );
}

function cellOf(country: string, kind: Kind, inside: readonly Entry[]): CoverageCell {
  const count = (has: (entry: Entry, locale: Locale) => boolean) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, inside.filter((entry) => has(entry, locale)).length])) as Record<Locale, number>;
  return {
    country,
    kind,
    entries: inside.length,
    headlines: count(({ title, summary }, locale) => title[locale] !== undefined && summary[locale] !== undefined),
    bodies: count(({ bodies }, locale) => bodies[locale] !== undefined),
  };
}

export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Undefined where there is nothing to count. */
  readonly cells: readonly (readonly (number | undefined)[])[];
}

/** Entries by country and kind. */
export function countryGrid(cells: readonly CoverageCell[]): Grid {
  const rows = [...new Set(cells.map(({ country }) => country))];
  const columns = KINDS.filter((kind) => kind !== 'site');
  const find = (country: string, kind: Kind) => cells.find((cell) => cell.country === country && cell.kind === kind);
  return { rows, columns, cells: rows.map((country) => columns.map((kind) => find(country, kind)?.entries ?? 0)) };
}

/** Share of entries with a body in each language, in percent, by kind. */
export function languageGrid(cells: readonly CoverageCell[]): Grid {
  const rows = KINDS.filter((kind) => cells.some((cell) => cell.kind === kind));
  const share = (kind: Kind, locale: Locale) => {
    const ofKind = cells.filter((cell) => cell.kind === kind);
    const sum = (value: (cell: CoverageCell) => number) => ofKind.reduce((total, cell) => total + value(cell), 0);
    return Math.round((100 * sum(({ bodies }) => bodies[locale])) / sum(({ entries }) => entries));
  };
  return { rows, columns: LOCALES, cells: rows.map((kind) => LOCALES.map((locale) => share(kind, locale))) };
}

/** Entries of one kind with a body in each language, by country. */
export function kindGrid(cells: readonly CoverageCell[], kind: Kind): Grid {
  const inside = cells.filter((cell) => cell.kind === kind);
  return {
    rows: inside.map(({ country }) => country),
    columns: LOCALES,
    cells: inside.map(({ bodies }) => LOCALES.map((locale) => bodies[locale])),
  };
}
