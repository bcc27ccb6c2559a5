/** The areas a record serves, by code or by any of their names. */
import type { AreaCode } from '../../domain/area';
import type { Vocabularies } from '../../domain/vocabulary';
import { fold } from '../../language/fold';
import type { ItemFacts } from './item-facts';

export interface AreaReader {
  read(facts: Pick<ItemFacts, 'areas' | 'areaNames'>): AreaCode[];
}

/** Names are looked for in one country; the wider of two areas that share one. */
export function makeAreaReader({ areas }: Vocabularies, country: string): AreaReader {
  const nuts = country === 'GR' ? 'EL' : country;
  const own = [...areas.values()].filter(({ code }) => code.startsWith(nuts)).sort((a, b) => b.code.length - a.code.length);
  const names = new Map(
    own.flatMap(({ code, name, also }) => [code, ...Object.values(name), ...also].map((one) => [fold(one), code] as const)),
  );
  return {
    read: ({ areas: codes, areaNames }) => {
      const named = areaNames.flatMap((name) => names.get(fold(name)) ?? []);
      return [...new Set([...codes.filter((code) => areas.has(code) || code === 'EU'), ...named])];
    },
  };
}
