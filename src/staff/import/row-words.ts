/** Words of single cells → areas, objectives, funds and addresses as entries have them. */
import { type AreaCode, nutsOf } from '../../domain/area';
import { WebAddress } from '../../domain/entry';
import type { Vocabularies } from '../../domain/vocabulary';
import { fold } from '../../language/fold';
import { inAnyLanguage } from '../../language/grammar';
import { oneOf } from '../../language/word-patterns';
import type { Value } from './read-days';
import type { Cell } from './table';

const known = new WeakMap<Vocabularies['areas'], Map<string, Map<string, AreaCode>>>();

/** Codes and names of one country's areas, wider ones first to be kept: a region and its only province may share a name. */
export function areaNames(areas: Vocabularies['areas'], country: string): Map<string, AreaCode> {
  const ofFolder = known.get(areas) ?? new Map<string, Map<string, AreaCode>>();
  known.set(areas, ofFolder);
  const made = ofFolder.get(country);
  if (made) return made;
  const names = new Map<string, AreaCode>();
  const nuts = nutsOf(country);
  for (const area of [...areas.values()].sort((a, b) => a.code.length - b.code.length)) {
    if (!area.code.startsWith(nuts)) continue;
    for (const name of [area.code, ...Object.values(area.name), ...area.also]) if (!names.has(fold(name))) names.set(fold(name), area.code);
  }
  ofFolder.set(country, names);
  return names;
}

/**
 * `h)`, `4.h`, `ESO 4.8` → ESO4.8: the letters of ESF+ Regulation (EU) 2021/1057 Art. 4(1) in order. Other texts stay, also what may be
 * an objective of another fund: `4.2`, and `4.i`, which the ERDF counts in Roman numerals.
 */
export function objectiveOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const number = /\bESO\s?4[.]\s?(1[0-3]|[1-9])(?!\d)/i.exec(text)?.[1];
  if (number) return `ESO4.${Number(number)}`;
  const [, first, second, third] = /^(?:4[.]?\s?\(?([a-hj-m])(?!\p{L})|\(?([a-hj-m])\)|([a-hj-m])$)/iu.exec(text) ?? [];
  const letter = first ?? second ?? third;
  return letter ? `ESO4.${letter.toLowerCase().charCodeAt(0) - 96}` : text;
}

/** ESF+ as each language abbreviates it, folded. */
const ESF_PLUS = new RegExp(`^${oneOf(inAnyLanguage(({ socialFund }) => socialFund).map(fold))}\\s?(?:\\+|plus)`);

export const fundOf = (text: string | undefined): string | undefined => (text !== undefined && ESF_PLUS.test(fold(text)) ? 'ESF+' : text);

export function addressOf(cell: Cell): Value<string> {
  const given = (cell.link ?? cell.text).trim();
  const address = /^www\./i.test(given) ? `https://${given}` : given;
  if (WebAddress.safeParse(address).success) return { value: address };
  return /^\w+:|^[\w-]+(\.[\w-]+)+\//.test(given) ? { problem: `"${given.slice(0, 80)}" is no address people can open` } : { absent: true };
}
