/** What every export is told, and which entries it may show. */
import type { Entry } from '../../domain/entry';
import { type Locale, type LocalisedText, textIn } from '../../domain/locale';

export interface ExportOptions {
  /** Address of this Ponte without a slash at its end: the ids of everything exported begin with it. */
  readonly baseUrl: string;
  /** Languages of titles and summaries, the best first: a standard that takes one text takes the first there is. */
  readonly languages: readonly Locale[];
  /** The instant for which it is computed whether a call is open. */
  readonly at: Date;
  /** Address of the licence of the data. */
  readonly licence: string;
}

/** The entries are written in own words, so they are ours to give: with the name of their maker, for any use. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** Whatever an export may show. */
export type ShownEntry = Exclude<Entry, { kind: 'site' }>;
/** What people can ask for: these are services in the sense of CPSV-AP and HSDS. */
export type OfferedEntry = Extract<Entry, { kind: 'call' | 'service' | 'training' }>;

/** Neither what waits for its second source nor a place where Ponte is embedded, whatever was handed over. */
export const shownOf = (entries: readonly Entry[]): ShownEntry[] =>
  entries.filter((entry): entry is ShownEntry => entry.verified && entry.kind !== 'site');

export const offeredOf = (entries: readonly Entry[]): OfferedEntry[] =>
  shownOf(entries).filter((entry): entry is OfferedEntry => ['call', 'service', 'training'].includes(entry.kind));

/** Who is responsible, as far as the source names somebody. */
export function authorityOf(entry: ShownEntry): string | undefined {
  const named = (entry.kind === 'call' ? entry.call.authority : undefined) ?? entry.contact?.organisation;
  return named?.trim() || undefined;
}

export const addressOf = (entry: ShownEntry, { baseUrl }: ExportOptions): string => `${baseUrl}/entries/${entry.id}`;

/** The texts in the languages asked for; when there is none of these, the nearest one, so that nothing is nameless. */
export function textsIn(texts: LocalisedText, languages: readonly Locale[]): { readonly text: string; readonly locale: Locale }[] {
  const found = languages.flatMap((locale) => {
    const text = texts[locale];
    return text === undefined ? [] : [{ text, locale }];
  });
  return found.length > 0 ? found : [textIn(texts, ...languages)];
}
