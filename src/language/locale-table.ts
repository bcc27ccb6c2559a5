/** Words, and the languages that have them. */
import { LOCALES, type Locale } from '../domain/locale';

/** For private use (Unicode): it stands in no text, and parts words as a blank does. */
export const SEAM = '\uE000';

/** What is kept of it. */
export interface TableImage {
  /** One after the other, with seams between. */
  readonly keys: string;
  /** By key: a bit for each language that has it. */
  readonly bits: Uint16Array;
}

/** Keys and the languages that have them: some ten thousand words. */
export class LocaleTable {
  readonly #bits = new Map<string, number>();
  static readonly #lists = new Map<number, readonly Locale[]>();

  constructor({ keys, bits }: TableImage = { keys: '', bits: new Uint16Array() }) {
    if (bits.length > 0) for (const [n, key] of keys.split(SEAM).entries()) this.#bits.set(key, bits[n] ?? 0);
  }

  toImage(): TableImage {
    return { keys: [...this.#bits.keys()].join(SEAM), bits: Uint16Array.from(this.#bits.values()) };
  }

  add(keys: Iterable<string>, locale: Locale): void {
    const bit = 1 << LOCALES.indexOf(locale);
    for (const key of keys) this.#bits.set(key, (this.#bits.get(key) ?? 0) | bit);
  }

  has(key: string): boolean {
    return this.#bits.has(key);
  }

  find(key: string): readonly Locale[] {
    const bits = this.#bits.get(key) ?? 0;
    const known = LocaleTable.#lists.get(bits) ?? LOCALES.filter((_, n) => bits & (1 << n));
    LocaleTable.#lists.set(bits, known);
    return known;
  }
}
