/** What the page of an entry is made from, of the knowledge that serves now. */
import { viewEntry } from '../../answering/entry-view';
import type { EntryView } from '../../domain/entry-view';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES, type Locale } from '../../domain/locale';
import type { Languages } from '../../language/speech';
import { LICENCE } from '../export/export-options';
import { toSchemaOrg } from '../export/schema-org';

export interface EntryPageRooms {
  readonly knowledge: () => KnowledgeBase;
  readonly languages: Languages;
  /** Address people use, without a slash at its end. */
  readonly baseUrl: () => string;
  readonly now: () => Date;
}

/** The shape `mountEntries` of the channels asks for. */
export function makeEntryPages({ knowledge, languages, baseUrl, now }: EntryPageRooms) {
  return {
    baseUrl,
    findEntry: (id: string, locale: Locale): { view: EntryView; data: object; digest: string } | undefined => {
      const current = knowledge();
      const entry = current.findEntry(id);
      if (!entry?.verified || entry.kind === 'site') return undefined;
      const at = now();
      const options = { baseUrl: baseUrl(), languages: LOCALES, at, licence: LICENCE };
      return {
        view: viewEntry(entry, languages.speechIn(languages.nearest(locale)), current, at),
        data: toSchemaOrg([entry], current.vocabularies, options),
        digest: current.digest,
      };
    },
  };
}
