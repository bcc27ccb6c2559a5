/** The eleven languages Ponte is made for, as BCP 47 primary tags. */
import { z } from 'zod';

export const LOCALES = ['en', 'es', 'ca', 'fr', 'it', 'pt', 'de', 'el', 'sl', 'hr', 'sq'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** `el-GR`, `EL`, `el_gr` → `el`; undefined for a tag that is none of the eleven. */
export function findLocale(tag: string | undefined): Locale | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/, 1)[0];
  return LOCALES.find((locale) => locale === primary);
}

/** Text that people read, at least in one language. */
export const LocalisedText = z
  .partialRecord(Locale, z.string().trim().min(1))
  .refine((texts) => Object.keys(texts).length > 0, 'give the text in at least one language');
export type LocalisedText = z.infer<typeof LocalisedText>;

/** The text in the first of these languages that has one, else in any; with the language it is in. */
export function textIn(texts: LocalisedText, ...wanted: readonly Locale[]): { text: string; locale: Locale } {
  const order: readonly Locale[] = [...wanted, 'en', ...LOCALES];
  for (const locale of order) {
    const text = texts[locale];
    if (text !== undefined) return { text, locale };
  }
  throw new RangeError('a localised text holds at least one language');
}
