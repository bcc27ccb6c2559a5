/** One file → its facts and body, or what is wrong with it. */
import { createHash } from 'node:crypto';
import { type Entry, FrontMatter, TranslationMatter } from '../domain/entry';
import type { Finding } from '../domain/finding';
import { LOCALES, type Locale } from '../domain/locale';
import { finding, type Read, readYaml, splitFrontMatter } from './front-matter';

export type ReadFile =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | {
      readonly kind: 'translation';
      readonly id: string;
      readonly locale: Locale;
      readonly translates: string;
      readonly body: string;
      readonly file: string;
    };

/** First 12 hex digits of the SHA-256 of a body: what a translation names as its source. */
export const bodyDigest = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 12);

/** Reads a file's text; `file` is its path inside the knowledge folder, with forward slashes. */
export function readEntryFile(text: string, file: string): Read<ReadFile> {
  const split = splitFrontMatter(text, file);
  if (!split.ok) return split;
  const { yaml, body } = split.value;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const translation = /^(.+)\.([a-z]{2})\.md$/.exec(name);
  return translation ? readTranslation(yaml, body, file, name) : readMain(yaml, body, file, name);
}

function readMain(yaml: string, body: string, file: string, name: string): Read<ReadFile> {
  const parsed = readYaml(yaml, FrontMatter, file, 2);
  if (!parsed.ok) return parsed;
  const facts = parsed.value;
  const findings: Finding[] = [];
  if (name !== `${facts.id}.md`)
    findings.push(finding('file-name', { file, line: 2 }, `the id is "${facts.id}"`, `Name the file ${facts.id}.md, or mend the id.`));
  if (facts.title[facts.locale] === undefined)
    findings.push(finding('own-title', { file, line: 2 }, `no title in the entry's own language (${facts.locale})`, 'Add it under title.'));
  if (facts.kind === 'call')
    for (const criterion of facts.call.criteria)
      if (!flat(body).includes(flat(criterion.quote)))
        findings.push(
          finding(
            'quote-literal',
            { file, line: 2 },
            `the quote of criterion "${criterion.id}" is not in the body`,
            'Copy the words from the body exactly.',
          ),
        );
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, value: { kind: 'entry', entry: { ...facts, bodies: body === '' ? {} : { [facts.locale]: body }, file } } };
}

function readTranslation(yaml: string, body: string, file: string, name: string): Read<ReadFile> {
  const parsed = readYaml(yaml, TranslationMatter, file, 2);
  if (!parsed.ok) return parsed;
  const { id, locale, translates } = parsed.value;
  if (name !== `${id}.${locale}.md`)
    return {
      ok: false,
      findings: [
        finding(
          'file-name',
          { file, line: 2 },
          `id and locale are "${id}" and "${locale}"`,
          `Name the file ${id}.${locale}.md; locales are ${LOCALES.join(' ')}.`,
        ),
      ],
    };
  return { ok: true, value: { kind: 'translation', id, locale, translates, body, file } };
}

/** Quotes may run over a line break. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
