/**
 * Reads what another release wrote: keys that this one does not know are left out, and named; those it knows are checked as ever. Without
 * it nobody could go back to an older release without losing the conversations under way.
 */
import type { z } from 'zod';

export interface KnownPart<T> {
  readonly value: T;
  /** Paths of what was left out: `profile.employees`. */
  readonly unknown: readonly string[];
}

/** Undefined when what is known does not fit the schema. */
export function readKnown<T>(schema: z.ZodType<T>, written: unknown): KnownPart<T> | undefined {
  const asWritten = schema.safeParse(written);
  if (asWritten.success) return { value: asWritten.data, unknown: [] };
  const known = structuredClone(written);
  const unknown = asWritten.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? leaveOut(known, issue) : []));
  const left = schema.safeParse(known);
  return left.success ? { value: left.data, unknown } : undefined;
}

function leaveOut(from: unknown, { path, keys }: { readonly path: readonly PropertyKey[]; readonly keys: readonly string[] }): string[] {
  let holder = from;
  for (const step of path) holder = (holder as Record<PropertyKey, unknown>)[step];
  for (const key of keys) delete (holder as Record<string, unknown>)[key];
  return keys.map((key) => [...path.map(String), key].join('.'));
}
