/** The words of `locales/`, so that tests know what was said without copying it. */
import { join } from 'node:path';
import type { Locale } from '../../src/domain/locale';
import { Languages, type Params, type Speech } from '../../src/language/speech';
import { PROJECT } from './built-server';

const languages = new Languages(join(PROJECT, 'locales'));

const speechIn = (locale: Locale): Speech => languages.speechIn(locale);

export const say = (locale: Locale, key: string, params?: Params): string => speechIn(locale).say(key, params);

/** Words of the pages, by their flat keys. */
export const pageWords = (locale: Locale): Readonly<Record<string, string>> => languages.part(locale, 'web') as Record<string, string>;

/** Matches a text with any values in its places; each value is a named group: `{{reference}}` → `groups.reference`. */
export function patternOf(locale: Locale, key: string): RegExp {
  const [part = '', path = ''] = key.split(':');
  let found: unknown = languages.part(locale, part);
  for (const name of path.split('.')) found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof found !== 'string') throw new RangeError(`no text ${key} in ${locale}`);
  const seen = new Set<string>();
  const source = found.split(/\{\{(\w+)\}\}/).map((piece, at) => (at % 2 === 0 ? escaped(piece) : group(piece, seen)));
  return new RegExp(source.join(''), 'u');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A name may stand in a text twice, in a pattern only once. Values have no line breaks. */
function group(name: string, seen: Set<string>): string {
  if (seen.has(name)) return `\\k<${name}>`;
  seen.add(name);
  return `(?<${name}>.+)`;
}
