/** What the calendar does not say itself: given once on the command line, then kept in the authority's profile. */
import { z } from 'zod';
import { AreaCode } from '../../domain/area';
import { Day } from '../../domain/day';
import { EntryId, WebAddress } from '../../domain/entry';
import { Locale } from '../../domain/locale';
import { FIELDS } from './headings';

export const Given = z.strictObject({
  /** Name of the managing authority. */
  authority: z.string().trim().min(1).max(120),
  /** ISO 3166, as in entries. */
  country: z.string().regex(/^([A-Z]{2}|MED|INT)$/, 'write a country such as IT'),
  /** Of calls whose row names no area that is known. */
  areas: z.array(AreaCode).min(1),
  /** The language the calendar is written in. */
  locale: Locale,
  source: z.strictObject({ url: WebAddress, title: z.string().trim().min(1).max(200) }),
  /** Of calls in whose words no topic is recognised. */
  topics: z.array(z.string()),
});
export type Given = z.infer<typeof Given>;

/** Field → heading, or the letter of a column. */
const Columns = z.partialRecord(z.enum(FIELDS), z.string().trim().min(1));

/** What a person may write in a file for `--mapping`. */
export const MappingFile = z.strictObject({
  sheet: z.string().optional(),
  columns: Columns,
  /** First row with a call, for a sheet without headings. */
  firstRow: z.number().int().min(1).optional(),
});
export type MappingFile = z.infer<typeof MappingFile>;

/** Row values as they stood in the file last time: what tells an edit of staff from a change of the authority. */
const LastRow = z.record(z.string(), z.unknown());

export const Profile = z.strictObject({
  given: Given,
  mapping: MappingFile,
  /** Id of the entry → what its row said. */
  rows: z.record(EntryId, LastRow),
  imported: Day,
});
export type Profile = z.infer<typeof Profile>;
