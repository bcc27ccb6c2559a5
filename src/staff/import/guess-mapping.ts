/** Which row holds the headings, and which column which field: guessed from words, or as a person said. */
import { LOCALES } from '../../domain/locale';
import { wordsOf } from '../../language/fold';
import { FIELDS, type Field, headingsOf, UNUSED } from './headings';
import { cellAt, columnOf, letterOf, type Row, type Sheet } from './table';

export interface Mapping {
  /** Rows of the headings, as the spreadsheet counts; none when a person named columns by letter. */
  readonly headerRows: readonly number[];
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** What stands above each column; sparse. */
  readonly headings: readonly (string | undefined)[];
}

/** Rows from the top in which headings are looked for: above them stand titles and logos. */
const HEADER_DEPTH = 25;
/** Share of a heading's letters that a phrase must explain. */
const MIN_LIKENESS = 0.3;

interface Candidate {
  readonly headerRows: readonly number[];
  readonly headings: readonly (string | undefined)[];
}

/** Undefined when no row looks like headings: a title and one other field are the least. */
export function guessMapping(sheet: Sheet): Mapping | undefined {
  let best: { mapping: Mapping; score: number } | undefined;
  for (const candidate of candidatesIn(sheet)) {
    const guess = assign(candidate.headings);
    const isUsable = guess.columns.title !== undefined && Object.keys(guess.columns).length >= 2;
    // Two rows must explain more than one does.
    const score = guess.score - (candidate.headerRows.length - 1) * 0.2;
    if (isUsable && (!best || score > best.score)) best = { mapping: { ...candidate, columns: guess.columns }, score };
  }
  return best?.mapping;
}

/** `columns`: field → its heading, or a column's letter. Gives what cannot be found instead, when something cannot. */
export function findMapping(
  sheet: Sheet,
  columns: Readonly<Partial<Record<Field, string>>>,
): { readonly mapping: Mapping } | { readonly missing: readonly string[] } {
  const wanted = FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [{ field, name: columns[field] }]));
  const plain = (text: string | undefined): string => wordsOf(text ?? '').join(' ');
  let missing = wanted.map(({ name }) => name);
  for (const candidate of [...candidatesIn(sheet), { headerRows: [], headings: [] }]) {
    const places = wanted.map(({ field, name }) => {
      const at = candidate.headings.findIndex((heading) => heading !== undefined && plain(heading) === plain(name));
      return { field, name, at: at >= 0 ? at : columnOf(name) };
    });
    const hasHeading = places.some(({ name, at }) => at !== columnOf(name));
    const absent = places.filter(({ at }) => at === undefined).map(({ name }) => name);
    if (absent.length === 0 && (hasHeading || candidate.headerRows.length === 0))
      return { mapping: { ...candidate, columns: Object.fromEntries(places.map(({ field, at }) => [field, at])) } };
    if (absent.length < missing.length) missing = absent;
  }
  return { missing };
}

/** For people and profiles: field → heading, or the column's letter when it has none. */
export const namesOf = ({ columns, headings }: Mapping): Partial<Record<Field, string>> =>
  Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, headings[at] || letterOf(at)]));

/** Each row near the top alone, and each with the row under it. */
function* candidatesIn(sheet: Sheet): Iterable<Candidate> {
  const rows = sheet.rows.slice(0, HEADER_DEPTH);
  for (const [at, row] of rows.entries()) {
    yield { headerRows: [row.row], headings: headingsIn(row) };
    const under = rows[at + 1];
    if (under && under.row === row.row + 1) yield { headerRows: [row.row, under.row], headings: joined(row, under) };
  }
}

/** A heading is short and no number. */
function headingsIn(row: Row): (string | undefined)[] {
  return Array.from(row.cells, (cell) =>
    cell?.text && cell.number === undefined && !cell.day && cell.text.length <= 120 ? cell.text : undefined,
  );
}

/** Of two rows the upper one names groups: it reaches right over columns that only the lower one names. */
function joined(upper: Row, lower: Row): (string | undefined)[] {
  const [top, bottom] = [headingsIn(upper), headingsIn(lower)];
  let group: string | undefined;
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, at) => {
    const isOwn = cellAt(upper, at).text !== '';
    if (isOwn || bottom[at] === undefined) group = top[at];
    const under = cellAt(lower, at).spread === 'down' ? undefined : bottom[at];
    return [group, under].filter((text, n, all) => text && all.indexOf(text) === n).join(' ') || undefined;
  });
}

/** Best pair first; each field and each column once. */
function assign(headings: readonly (string | undefined)[]): { columns: Partial<Record<Field, number>>; score: number } {
  const pairs = headings.flatMap((heading, at) => {
    const words = heading ? wordsOf(heading.replace(/\([^)]*\)/g, ' ')) : [];
    if (words.length === 0) return [];
    return [...FIELDS, ...UNUSED]
      .map((field) => ({ field, at, score: likeness(words, field) }))
      .filter(({ score }) => score >= MIN_LIKENESS);
  });
  pairs.sort((a, b) => b.score - a.score || a.at - b.at);
  const taken = new Set<number>();
  const fields = new Map<string, number>();
  let sum = 0;
  for (const { field, at, score } of pairs) {
    if (taken.has(at) || fields.has(field)) continue;
    taken.add(at);
    fields.set(field, at);
    sum += score;
  }
  const columns = Object.fromEntries(FIELDS.flatMap((field) => (fields.has(field) ? [[field, fields.get(field)]] : [])));
  return { columns, score: sum };
}

const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  [...FIELDS, ...UNUSED].map((field) => [
    field,
    LOCALES.flatMap((locale) => headingsOf(field, locale)).map((phrase) =>
      wordsOf(phrase).filter((word) => word.length > 1 || phrase.length < 5),
    ),
  ]),
);

/** Share of the heading's letters that the best phrase of a field explains: 1 is the phrase itself. */
function likeness(words: readonly string[], field: string): number {
  const letters = words.join('').length;
  let best = 0;
  for (const phrase of PHRASES.get(field) ?? []) {
    const found = phrase.map((wanted) => words.find((word) => sameWord(word, wanted)));
    if (found.some((word) => word === undefined)) continue;
    best = Math.max(best, found.join('').length / letters);
  }
  return Math.min(1, best);
}

/** Endings differ: of longer words all but the last two letters must agree. */
function sameWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const stem = Math.max(4, wanted.length - 2);
  return (
    wanted.length > 5 && word.length >= stem && Math.abs(word.length - wanted.length) <= 3 && word.slice(0, stem) === wanted.slice(0, stem)
  );
}
