/** Narrowing of values that came over the wire. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longest text that is drawn, in UTF-16 units; an answer is some hundreds. */
const LONGEST = 20_000;

/** A non-empty string, cut at a length no answer reaches; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}

/** A language tag that is safe to put in `lang`. */
export function tagOf(value: unknown): string | undefined {
  const tag = textOf(value);
  return tag && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}
