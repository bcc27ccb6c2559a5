/**
 * A row against the entry it belongs to. Three voices: what the row says now, what it said last time, what the file says. The
 * authority's changes win for dates and money; words that staff have edited stay theirs.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CallEntry } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import type { Edit } from './edit-front-matter';
import { plainAmount } from './new-call';
import type { RowFacts } from './read-row';

export interface Comparison {
  readonly edits: readonly Edit[];
  /** `closes 2027-03-01 → 2027-04-15`, for people. */
  readonly changes: readonly string[];
  readonly notes: readonly string[];
}

type Name = keyof RowFacts;

interface Compared {
  readonly name: Name;
  /** `facts` follow the authority; `words` only where staff have not edited them. */
  readonly kind: 'facts' | 'words';
  readonly inFile: unknown;
  readonly edit: (value: unknown) => Edit;
}

export function compareCall(
  entry: CallEntry,
  now: RowFacts,
  last: Readonly<Record<string, unknown>> | undefined,
  locale: Locale,
): Comparison {
  const edits: Edit[] = [];
  const changes: string[] = [];
  const notes: string[] = [];
  for (const field of comparedFields(entry, locale)) {
    const { name, inFile } = field;
    const said = now[name];
    const verdict = judge(field, said, last);
    if (verdict === 'gone') notes.push(`the calendar no longer gives "${name}"; ${show(inFile)} stays`);
    if (verdict === 'kept') notes.push(`${name}: the file has ${show(inFile)}, the calendar ${show(said)}; the file stays`);
    if (verdict !== 'follows') continue;
    edits.push(field.edit(said));
    changes.push(`${name} ${show(inFile)} → ${show(said)}`);
  }
  notes.push(...protectedNotes(entry, now, last, changes, locale));
  return { edits, changes, notes };
}

/** `gone`: the row does not say it any more. `kept`: staff know better. */
function judge(
  { name, kind, inFile }: Compared,
  said: unknown,
  last: Readonly<Record<string, unknown>> | undefined,
): 'same' | 'gone' | 'kept' | 'follows' {
  const was = last?.[name];
  if (said === undefined) return was !== undefined && inFile !== undefined ? 'gone' : 'same';
  if (isSame(name, said, inFile)) return 'same';
  if (inFile === undefined) return 'follows';
  if (was !== undefined && isSame(name, was, inFile)) return 'follows';
  const isNews = last === undefined || !isDeepStrictEqual(was, said);
  return kind === 'facts' && isNews ? 'follows' : 'kept';
}

function comparedFields(entry: CallEntry, locale: Locale): Compared[] {
  const { call } = entry;
  const inCall = (name: Name & keyof typeof call, kind: Compared['kind']): Compared => ({
    name,
    kind,
    inFile: call[name],
    edit: (value) => ({ path: ['call', name], value: value as string }),
  });
  const total = call.amounts.findIndex((amount) => amount.what === 'total');
  const ownWords: Compared[] =
    entry.locale === locale
      ? (['title', 'summary'] as const).map((name) => ({
          name,
          kind: 'words',
          inFile: entry[name][locale],
          edit: (value) => ({ path: [name, locale], value: value as string }),
        }))
      : [];
  return [
    inCall('opens', 'facts'),
    inCall('closes', 'facts'),
    inCall('closesAt', 'facts'),
    {
      name: 'total',
      kind: 'facts',
      inFile: call.amounts[total],
      edit: (value) => {
        const amount = plainAmount(value as NonNullable<RowFacts['total']>);
        if (call.amounts.length === 0) return { path: ['call', 'amounts'], value: [amount] };
        return { path: ['call', 'amounts', total < 0 ? call.amounts.length : total], value: amount };
      },
    },
    ...(['reference', 'authority', 'fund', 'objective', 'programme', 'apply'] as const).map((name) => inCall(name, 'words')),
    { name: 'areas', kind: 'words', inFile: entry.areas, edit: (value) => ({ path: ['areas'], value: value as string[] }) },
    ...ownWords,
  ];
}

/** A file that is more exact than the calendar ("March" and "31 March") says the same. Long descriptions are the body's. */
function isSame(name: Name, row: unknown, file: unknown): boolean {
  if (isDeepStrictEqual(row, file)) return true;
  if (name === 'opens' || name === 'closes') return typeof file === 'string' && file.startsWith(`${String(row)}-`);
  return name === 'summary' && String(row).length > 300;
}

function protectedNotes(
  entry: CallEntry,
  now: RowFacts,
  last: Readonly<Record<string, unknown>> | undefined,
  changes: readonly string[],
  locale: Locale,
): string[] {
  const notes: string[] = [];
  if (last?.applicants !== undefined && now.applicants !== undefined && last.applicants !== now.applicants)
    notes.push(`applicants now reads ${show(now.applicants)}: audience, criteria and body are yours to change`);
  const others = Object.keys(entry.title).filter((one) => one !== locale);
  if (changes.some((change) => /^(title|closes|opens|total)/.test(change)) && (others.length > 0 || Object.keys(entry.bodies).length > 0))
    notes.push('titles, summaries and body may still say the old: read them');
  const keepsHour =
    changes.some((change) => change.startsWith('closes ')) && entry.call.closesAt !== undefined && now.closesAt === undefined;
  if (keepsHour) notes.push(`the hour ${entry.call.closesAt} was that of the old closing day: check it`);
  return notes;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null && 'max' in value) {
    const { min, max, currency } = value as { min?: number; max?: number; currency?: string };
    return [min, max].filter((one) => one !== undefined).join('–') + (currency ? ` ${currency}` : '');
  }
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : text;
}
