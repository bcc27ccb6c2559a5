/** The texts that people read, as the rules look at them. */
import type { Entry } from '../../domain/entry';
import { LOCALES, type Locale } from '../../domain/locale';
import type { Reading } from '../../knowledge/knowledge-base';
import { plainText } from '../../knowledge/split-passages';

export interface BodyText {
  readonly entry: Entry;
  /** The entry's own file, or its translation's. */
  readonly file: string;
  readonly locale: Locale;
  /** Markdown. */
  readonly body: string;
}

/** Every body: first those in the entries' own languages, then the translations, also those that are out of date. */
export function* bodyTexts({ entries, translations }: Reading['files']): Iterable<BodyText> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of entries) {
    const body = entry.bodies[entry.locale];
    if (body !== undefined) yield { entry, file: entry.file, locale: entry.locale, body };
  }
  for (const { id, file, locale, body } of translations) {
    const entry = byId.get(id);
    if (entry) yield { entry, file, locale, body };
  }
}

export interface HeadlineText {
  readonly entry: Entry;
  readonly field: 'title' | 'summary';
  readonly locale: Locale;
  readonly text: string;
}

export function* headlineTexts({ entries }: Reading['files']): Iterable<HeadlineText> {
  for (const entry of entries)
    for (const field of ['title', 'summary'] as const)
      for (const locale of LOCALES) {
        const text = entry[field][locale];
        if (text !== undefined) yield { entry, field, locale, text };
      }
}

/** Addresses have words, figures and marks of their own. */
export const withoutAddresses = (markdown: string): string => markdown.replace(/\]\([^)]{0,2000}\)/g, ']').replace(/https?:\S+/g, '');

/** Sentences and list items of a body as people read them; headings are left out. */
export function proseOf(body: string): string {
  return plainText(withoutAddresses(body.replace(/^#.*$/gm, '')).replace(/[[\]]/g, ''));
}
