/** What the server tells a page's script, as JSON in the page. */
import { isRecord, textOf } from './unknown';

export interface PageData {
  readonly site: string;
  /** Changes with `words` where a page changes its language without leaving. */
  locale: string;
  /** Origins of the pages that may embed this one, besides its own. */
  readonly hosts: readonly string[];
  words: Readonly<Record<string, string>>;
}

export function readPageData(json: string): PageData {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value) || !isRecord(value.words)) throw new TypeError('page data');
  const words = Object.entries(value.words).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const hosts = Array.isArray(value.hosts) ? value.hosts.filter((host) => typeof host === 'string') : [];
  return { site: textOf(value.site) ?? '', locale: textOf(value.locale) ?? 'en', hosts, words: Object.fromEntries(words) };
}

/** The words of a key, `{count}` replaced; the key itself when it has none, which is seen and mended. */
export function wordsOf(page: PageData, key: string, count?: number): string {
  const words = page.words[key] ?? key;
  return count === undefined ? words : words.replace('{count}', new Intl.NumberFormat(page.locale).format(count));
}
