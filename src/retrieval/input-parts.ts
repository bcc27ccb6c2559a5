/** Sends to the thread only the texts it has not heard yet: after an edit nearly all are those of the version before. */
import type { Locale } from '../domain/locale';
import type { IndexInput } from './index-image';

type Text = IndexInput['passages'][number];

export interface InputParts extends Omit<IndexInput, 'passages'> {
  /** By passage: its number in the version before, or −1 for the next one of `fresh`. */
  readonly before: Int32Array;
  readonly fresh: readonly Text[];
}

/** `sent` is what the receiver heard last, if anything. */
export function inputPartsOf({ passages, ...rest }: IndexInput, sent: IndexInput | undefined): InputParts {
  const numbers = new Map<Locale, Map<string, number>>();
  for (const [number, { text, locale }] of (sent?.passages ?? []).entries()) {
    const ofLocale = numbers.get(locale) ?? new Map<string, number>();
    numbers.set(locale, ofLocale.set(text, number));
  }
  const before = Int32Array.from(passages, ({ text, locale }) => numbers.get(locale)?.get(text) ?? -1);
  return { ...rest, before, fresh: passages.filter((_, number) => before[number] === -1) };
}

/** Throws RangeError when `heard` lacks what the parts take for known. */
export function inputOf({ before, fresh, ...rest }: InputParts, heard: IndexInput | undefined): IndexInput {
  let next = 0;
  const passages = Array.from(before, (number) => {
    const text = number < 0 ? fresh[next++] : heard?.passages[number];
    if (!text) throw new RangeError('the text of a passage was taken for known');
    return text;
  });
  return { ...rest, passages };
}
