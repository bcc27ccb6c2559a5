/** The parts of an HSDS record that an entry has a place for. Anything may be missing or of another type. */
import { z } from 'zod';
import { type AreaCode, AreaCode as AreaSchema } from '../../domain/area';
import { Day } from '../../domain/day';
import { WebAddress } from '../../domain/entry';
import { beginningOf, htmlToWords } from '../import-portal/plain-words';

/** Characters. */
export const MAX = { title: 200, summary: 300, body: 8_000, line: 200 };

const text = z.string().optional().catch(undefined);
export const list = z.array(z.looseObject({})).catch([]);
export const HsdsRecord = z.looseObject({
  id: text,
  name: text,
  description: text,
  url: text,
  website: text,
  email: text,
  status: text,
  alert: text,
  assured_date: text,
  last_modified: text,
  eligibility_description: text,
  application_process: text,
  fees_description: text,
  minimum_age: z.number().nullish().catch(undefined),
  maximum_age: z.number().nullish().catch(undefined),
  organization: z.looseObject({ name: text, website: text, email: text }).nullish().catch(undefined),
  phones: list,
  languages: list,
  service_areas: list,
  schedules: list,
  cost_options: list,
  required_documents: list,
  attributes: list,
  locations: list,
  service_at_locations: list,
});
export type HsdsRecord = z.infer<typeof HsdsRecord>;

/** Everything the record says in words, in the directory's own. */
export function paragraphs(item: HsdsRecord): string[] {
  const costs = item.cost_options.flatMap(({ option, amount_description: said }) => [option, said]);
  const documents = item.required_documents.map(({ document }) =>
    typeof document === 'string' ? `- ${document.replace(/\s+/g, ' ')}` : undefined,
  );
  const all = [
    item.description,
    item.eligibility_description,
    item.application_process,
    item.fees_description,
    ...costs,
    documents.filter(Boolean).join('\n'),
  ];
  return [...new Set(all.flatMap((one) => (typeof one === 'string' ? [htmlToWords(one.replace(/\n/g, '<br>'))] : [])))].filter((one) =>
    /\p{L}/u.test(one),
  );
}

/** BCP 47 primary tags; HSDS writes ISO 639-1, 639-2 and 639-3. */
export const codesOf = ({ languages }: HsdsRecord): string[] => [
  ...new Set(
    languages.flatMap(({ code }) => (typeof code === 'string' && /^[a-z]{2,3}$/i.test(code.trim()) ? [code.trim().toLowerCase()] : [])),
  ),
];

export function areasOf({ service_areas: given }: HsdsRecord): { areas: AreaCode[]; areaNames: string[] } {
  const codes = given.flatMap(({ uri }) => (typeof uri === 'string' ? (/\/nuts\/(?:code\/)?([A-Z0-9]{2,5})$/.exec(uri)?.[1] ?? []) : []));
  return { areas: [...new Set(codes)].filter((code) => AreaSchema.safeParse(code).success), areaNames: namesIn(given) };
}

export function addressOf(given: string | undefined, what: string, notes: string[]): string | undefined {
  const trimmed = given?.trim();
  if (!trimmed) return undefined;
  if (WebAddress.safeParse(trimmed).success) return trimmed;
  notes.push(`its ${what} "${line(trimmed, 60)}" is no address people can open`);
  return undefined;
}

export function dayOf(given: string | undefined): { assured?: Day } {
  const day = Day.safeParse(given?.slice(0, 10));
  return day.success ? { assured: day.data } : {};
}

export const namesIn = (things: readonly unknown[]): string[] =>
  things.flatMap((thing) => {
    const name = typeof thing === 'object' && thing !== null && 'name' in thing ? thing.name : undefined;
    const shown = typeof name === 'string' ? line(name, MAX.line) : '';
    return shown === '' ? [] : [shown];
  });

/** Words on one line. */
export const line = (given: string, max: number): string =>
  beginningOf(
    htmlToWords(given)
      .replace(/\s+/g, ' ')
      .replace(/^[-·] /, ''),
    max,
  );
