/**
 * Areas are NUTS 2021 codes (Eurostat), from a country (`ES`) down to a level-3 area (`ES523`), and `EU` for all.
 * A longer code lies inside each of its prefixes. NUTS writes Greece as EL, ISO 3166 as GR.
 */
import { z } from 'zod';
import type { Locale, LocalisedText } from './locale';

export const AreaCode = z.string().regex(/^(EU|[A-Z]{2}[0-9A-Z]{0,3})$/, 'write a NUTS code such as ES523, or EU');
export type AreaCode = z.infer<typeof AreaCode>;

export interface Area {
  readonly code: AreaCode;
  readonly name: LocalisedText;
  /** Other names and main towns, in any language, as people say them. */
  readonly also: readonly string[];
  /** Where the name also stands for something else, "money from Brussels": what a sentence says when it means the place, "in Brussels". */
  readonly inPlace?: readonly string[] | undefined;
}

/** Does whatever is offered in `outer` serve somebody in `inner`? */
export function areaServes(outer: AreaCode, inner: AreaCode): boolean {
  return outer === 'EU' || outer === inner || inner.startsWith(outer);
}

/** NUTS country of an area: `EL` for Greece. Undefined for `EU`. */
export function countryOf(code: AreaCode): string | undefined {
  return code === 'EU' ? undefined : code.slice(0, 2);
}

/** Member states by their NUTS codes. */
const EU_MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Neither the Union nor a place in it: what is for all of the Union may not be for somebody there. */
export const isOutsideEu = (code: AreaCode): boolean => code !== 'EU' && !EU_MEMBERS.has(code.slice(0, 2));

/** NUTS code of a country by its ISO 3166 one. */
export const nutsOf = (iso: string): string => (iso === 'GR' ? 'EL' : iso);

/** How narrow an area is: EU 0, country 1, level 1–3 are 2–4. Narrower is nearer to a person. */
export function narrowness(code: AreaCode): number {
  return code === 'EU' ? 0 : code.length - 1;
}

/** NUTS countries where most people speak a language. English is spoken everywhere. */
export const HOMES: Readonly<Record<Locale, readonly string[]>> = {
  en: [],
  es: ['ES'],
  ca: ['ES'],
  fr: ['FR'],
  it: ['IT'],
  pt: ['PT'],
  de: ['DE', 'AT'],
  el: ['EL', 'CY'],
  sl: ['SI'],
  hr: ['HR'],
  sq: ['AL'],
};
