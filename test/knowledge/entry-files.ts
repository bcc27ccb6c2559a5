/** Texts of knowledge files, as staff would write them. */
import { bodyDigest } from '../../src/knowledge/read-entry';

/** Top-level lines of front matter, YAML after the colon; `undefined` leaves one out. */
export type Lines = Readonly<Record<string, string | undefined>>;

export const BODY = '## Who can apply\n\nCooperatives that are\nregistered in Drama.';

export function fileText(lines: Lines, body = BODY): string {
  const yaml = Object.entries(lines).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return ['---', ...yaml, '---', '', body, ''].join('\n');
}

export const guideLines = (id: string, changes: Lines = {}): Lines => ({
  id,
  kind: 'guide',
  locale: 'en',
  country: 'EU',
  areas: '[EU]',
  title: `{ en: "Guide ${id}" }`,
  summary: '{ en: "What it is about." }',
  topics: '[employment]',
  sources: '[{ title: "A source" }]',
  checked: '2026-11-21',
  reviewBy: '2027-11-21',
  verified: 'true',
  ...changes,
});

export const guideText = (id: string, changes: Lines = {}, body = BODY): string => fileText(guideLines(id, changes), body);

/** A call; `call` is its block, indented by two. */
export const callText = (id: string, call: readonly string[] = [], changes: Lines = {}, body = BODY): string =>
  fileText(
    guideLines(id, { kind: 'call', ...changes, call: call.length > 0 ? `\n${call.map((line) => `  ${line}`).join('\n')}` : '{}' }),
    body,
  );

/** A translation of a body into another language. */
export const translationText = (id: string, locale: string, source = BODY, body = `Text in ${locale}.`): string =>
  fileText({ id, locale, translates: `"${bodyDigest(source)}"` }, body);
