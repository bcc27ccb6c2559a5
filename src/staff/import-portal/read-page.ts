/** A page of the search service → rows. Values are lists; some hold JSON inside a string; nothing is certain to be there. */
import { z } from 'zod';

const Metadata = z.record(z.string(), z.unknown());
const Result = z.looseObject({
  language: z.string().nullish().catch(undefined),
  url: z.string().nullish().catch(undefined),
  metadata: Metadata.nullish().catch(undefined),
});
const Page = z.looseObject({ totalResults: z.number().int().min(0), results: z.array(z.unknown()) });

/** What is kept of a result: a third of its bytes. */
export const PortalRow = z.strictObject({
  identifier: z.string(),
  /** As the service labels it; many are wrong. */
  label: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  status: z.string().optional(),
  programme: z.string().optional(),
  opens: z.string().optional(),
  deadlines: z.array(z.string()),
  deadlineModel: z.string().optional(),
  budget: z.string().optional(),
});
export type PortalRow = z.infer<typeof PortalRow>;

export interface PortalPage {
  readonly total: number;
  readonly rows: readonly PortalRow[];
  /** Results that name no topic. */
  readonly stubs: number;
}

/** Identifiers become file names and addresses. */
const IDENTIFIER = /^[A-Z0-9][A-Z0-9 ._/-]{2,79}$/i;
/** Characters of one value that are kept. */
const MAX_VALUE = 100_000;

/** Undefined for what is no page of the service. */
export function readPage(body: string): PortalPage | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const page = Page.safeParse(json);
  if (!page.success) return undefined;
  const rows = page.data.results.flatMap((result) => rowOf(result) ?? []);
  return { total: page.data.totalResults, rows, stubs: page.data.results.length - rows.length };
}

function rowOf(result: unknown): PortalRow | undefined {
  const { data } = Result.safeParse(result);
  const metadata = data?.metadata ?? {};
  const all = (name: string): string[] =>
    [metadata[name]]
      .flat()
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map((value) => String(value).trim().slice(0, MAX_VALUE))
      .filter((value) => value !== '');
  const [identifier] = all('identifier');
  if (identifier === undefined || !IDENTIFIER.test(identifier)) return undefined;
  const firstOf = (...names: readonly string[]) => names.flatMap(all)[0];
  const label = firstOf('language') ?? data?.language ?? undefined;
  return withoutEmpty({
    identifier,
    label,
    title: firstOf('title', 'callTitle'),
    description: firstOf('descriptionByte', 'description'),
    status: firstOf('status'),
    programme: firstOf('frameworkProgramme'),
    opens: firstOf('startDate'),
    deadlines: all('deadlineDate'),
    deadlineModel: firstOf('deadlineModel'),
    budget: firstOf('budgetOverview'),
  });
}

const withoutEmpty = (row: { [K in keyof PortalRow]: PortalRow[K] | undefined }): PortalRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as PortalRow;
