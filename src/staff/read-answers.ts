/** How `ponte new` reads what somebody wrote for a field. */
import type { z } from 'zod';
import type { Vocabularies } from '../domain/vocabulary';
import { fold } from '../language/fold';

export type FieldValue = string | readonly string[];
export type ReadAnswer = { readonly ok: true; readonly value: FieldValue } | { readonly ok: false; readonly problem: string };

export const text = (value: string): ReadAnswer => ({ ok: true, value });

/** One of the forms that front matter takes, with the form's own complaint. */
export const as =
  (schema: z.ZodType<string>) =>
  (value: string): ReadAnswer => {
    const read = schema.safeParse(value);
    return read.success ? text(read.data) : { ok: false, problem: `"${value}": ${read.error.issues[0]?.message ?? 'not in this form'}` };
  };

export const oneOf =
  (...known: readonly string[]) =>
  (value: string): ReadAnswer =>
    known.includes(value) ? text(value) : { ok: false, problem: `"${value}" is none of ${known.join(', ')}` };

export const listOf =
  (
    what: string,
    known: (words: Vocabularies) => ReadonlyMap<string, unknown>,
    find: (word: string, words: Vocabularies) => string | undefined,
  ) =>
  (value: string, words: Vocabularies): ReadAnswer => {
    const given = value
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    const found = given.map((word) => find(word, words));
    const strange = given.filter((_, n) => found[n] === undefined);
    const all = [...known(words).keys()];
    const hint = all.length <= LISTED ? `. Known are: ${all.join(', ')}` : '; knowledge/vocabularies has those that are known';
    if (strange.length > 0) return { ok: false, problem: `unknown ${what} "${strange.join('", "')}"${hint}` };
    return { ok: true, value: [...new Set(found.filter((word) => word !== undefined))] };
  };

/** More words than this are not read by anybody. */
const LISTED = 120;

/** A code, or the name of an area in any language. */
export function findArea(word: string, { areas }: Vocabularies): string | undefined {
  const code = word.toUpperCase();
  if (code === 'EU' || areas.has(code)) return code;
  const named = [...areas.values()].find(({ name }) => Object.values(name).some((one) => fold(one) === fold(word)));
  return named?.code;
}

export const country = (value: string): ReadAnswer =>
  /^([A-Z]{2}|MED|INT)$/.test(value) ? text(value) : { ok: false, problem: `"${value}": write two capitals such as GR, or EU, MED, INT` };
