/**
 * What Ponte says, in one language: the words of `locales/<locale>/<part>.json` and the formats of Intl.
 * The only file that knows i18next.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { findLocale, LOCALES, type Locale } from '../domain/locale';
import { PonteError } from '../errors';
import { type Formats, makeFormats } from './formats';

/** Values for `{{name}}` in a text; `count` chooses the plural. */
export type Params = Readonly<Record<string, string | number>>;

/** Intl takes a bare `en` for the United States' and a bare `pt` for Brazil's. */
const REGIONS: Partial<Record<Locale, string>> = { en: 'en-GB', pt: 'pt-PT' };

export interface Speech extends Formats {
  readonly locale: Locale;
  /** `key` is `<part>:<name>`. Throws LOCALE_BROKEN for a key no language has, or that holds no text. */
  say(key: string, params?: Params): string;
  /** Name of a language in this one. `tag` is a BCP 47 primary tag. */
  languageName(tag: string): string;
  /** Name of a country in this language. `iso` is an ISO 3166 code; what is none is given back. */
  countryName(iso: string): string;
}

export class Languages {
  readonly #i18n: i18n;
  readonly #folder: string;
  readonly #speeches = new Map<Locale, Speech>();
  /** Languages with a folder of words. English is always one. */
  readonly spoken: readonly Locale[];

  /** Reads the whole folder; throws LOCALE_BROKEN for a file that is not JSON. */
  constructor(folder: string) {
    this.#folder = folder;
    const names = readdirSync(folder);
    this.spoken = LOCALES.filter((locale) => names.includes(locale));
    if (!this.spoken.includes('en')) throw new PonteError('LOCALE_BROKEN', join(folder, 'en'));
    this.#i18n = i18next.createInstance();
    void this.#i18n.init({
      initAsync: false,
      fallbackLng: 'en',
      supportedLngs: [...this.spoken],
      keySeparator: '.',
      nsSeparator: ':',
      interpolation: { escapeValue: false, skipOnVariables: true },
      returnNull: false,
      resources: Object.fromEntries(this.spoken.map((locale) => [locale, this.#readLocale(locale)])),
      ns: [...Object.keys(this.#readLocale('en'))],
    });
  }

  /** The language itself when it is spoken, else English. */
  nearest(locale: Locale | undefined): Locale {
    return locale && this.spoken.includes(locale) ? locale : 'en';
  }

  speechIn(locale: Locale): Speech {
    const known = this.#speeches.get(locale);
    if (known) return known;
    const speech = this.#makeSpeech(locale);
    this.#speeches.set(locale, speech);
    return speech;
  }

  /** All texts of one part, for a page or for understanding. */
  part(locale: Locale, part: string): Readonly<Record<string, unknown>> {
    const words: unknown = this.#i18n.getResourceBundle(this.nearest(locale), part);
    return typeof words === 'object' && words !== null ? (words as Record<string, unknown>) : {};
  }

  #readLocale(locale: Locale): Record<string, object> {
    const folder = join(this.#folder, locale);
    const parts: Record<string, object> = {};
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      try {
        parts[file.slice(0, -5)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      } catch (cause) {
        throw new PonteError('LOCALE_BROKEN', join(locale, file), { cause });
      }
    }
    return parts;
  }

  #makeSpeech(locale: Locale): Speech {
    const translate = this.#i18n.getFixedT(this.nearest(locale));
    const region = REGIONS[locale] ?? locale;
    const names = new Intl.DisplayNames([region], { type: 'language' });
    const countries = new Intl.DisplayNames([region], { type: 'region' });
    return {
      locale,
      say: (key, params = {}) => {
        if (!this.#i18n.exists(key, { lng: this.nearest(locale), ...params })) throw new PonteError('LOCALE_BROKEN', key);
        const text: unknown = translate(key, { ...params, returnObjects: true });
        if (typeof text !== 'string') throw new PonteError('LOCALE_BROKEN', key);
        return text;
      },
      ...makeFormats(region),
      languageName: (tag) => names.of(findLocale(tag) ?? tag) ?? tag,
      countryName: (iso) => (/^[A-Z]{2}$/.test(iso) ? (countries.of(iso) ?? iso) : iso),
    };
  }
}
