/** What the channels may know of a site of the knowledge folder. compose.ts makes these from site entries. */
import type { Locale } from '../domain/locale';

export interface SiteView {
  readonly id: string;
  name(locale: Locale): string;
  /** Interface languages offered, first is the default. */
  readonly locales: readonly Locale[];
  readonly theme: { readonly accent: string; readonly onAccent: string };
  /** Origins (`scheme://host[:port]`) whose pages may embed the widget; the server's own origin always may. */
  readonly allowedOrigins: readonly string[];
}

/** The sites as the folder has them at this moment: a reload is seen by the next request. */
export interface Sites {
  findSite(id: string): SiteView | undefined;
  all(): readonly SiteView[];
}

/** The words of the pages in one language, by key. */
export type PageWords = (locale: Locale) => Readonly<Record<string, string>>;
