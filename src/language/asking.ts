/**
 * What a question asks about: a fact that stands in the front matter, the enquirer's own case, or something Ponte does not speak of.
 * The phrases are data, `locales/<locale>/asked.json`; case, accents and punctuation do not matter. A star stands for up to six words:
 * "when does * close".
 */
import { z } from 'zod';
import { LOCALES, type Locale } from '../domain/locale';
import { wordsOf } from './fold';
import type { Languages } from './speech';

const Phrases = z.array(z.string().min(1));
const Asked = z.strictObject({
  /** Facts of an entry. */
  amount: Phrases,
  deadline: Phrases,
  applicant: Phrases,
  place: Phrases,
  authority: Phrases,
  contact: Phrases,
  /** How the enquirer's own case will be decided. */
  prediction: Phrases,
  /** Somebody is in danger now. */
  crisis: Phrases,
  abuse: Phrases,
  /** Weather, football, poems. */
  elsewhere: Phrases,
});
export type AskedAbout = keyof z.infer<typeof Asked>;

export interface Asking {
  /** Everything the text asks about, by the phrases of these languages. */
  find(text: string, locales: readonly Locale[]): ReadonlySet<AskedAbout>;
}

export function makeAsking(languages: Languages): Asking {
  const tables = new Map<Locale, readonly (readonly [AskedAbout, RegExp])[]>();
  for (const locale of LOCALES) {
    if (!languages.spoken.includes(locale)) continue;
    const phrases = Asked.parse(languages.part(locale, 'asked'));
    tables.set(
      locale,
      Object.entries(phrases).flatMap(([about, list]) =>
        list.map((phrase) => [about as AskedAbout, patternOf(phrase)] as const),
      ),
    );
  }
  return {
    find: (text, locales) => {
      const said = ` ${wordsOf(text).join(' ')} `;
      const found = locales.flatMap((locale) => tables.get(locale) ?? []).filter(([, pattern]) => pattern.test(said));
      return new Set(found.map(([about]) => about));
    },
  };
}

/** Over words parted by single spaces, with one before the first and after the last. Bounded: a star repeats no repetition. */
function patternOf(phrase: string): RegExp {
  const parts = phrase.split('*').map((part) => wordsOf(part).join(' '));
  return new RegExp(` ${parts.join('(?: [^ ]+){0,6} ')} `, 'u');
}
