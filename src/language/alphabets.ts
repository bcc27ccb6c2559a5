/** Letters and signs beside a…z that a language writes: one that it does not have is a sign of another. */
import type { Locale } from '../domain/locale';

const BEYOND_ASCII: Readonly<Record<Locale, string>> = {
  en: '',
  es: 'áéíóúüñ¿¡',
  ca: 'àèéíïòóúüç·',
  fr: 'àâæçéèêëîïôœùûüÿ',
  it: 'àèéìíîòóù',
  pt: 'áâãàçéêíóôõú',
  de: 'äöüß',
  el: '',
  sl: 'čšž',
  hr: 'čćđšž',
  sq: 'ëç',
};
const SIGNS = /[^\P{L}a-z]|[¿¡]/giu;

/** How many different letters and signs of a text this language does not write. */
export function strangersIn(text: string, locale: Locale): number {
  const own = BEYOND_ASCII[locale];
  const found = new Set(text.normalize('NFC').toLowerCase().match(SIGNS) ?? []);
  return [...found].filter((sign) => !own.includes(sign)).length;
}
