/** Which language somebody asks for: its name in any of the languages, or its code. */
import { z } from 'zod';
import { findLocale, Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import type { Languages } from '../../src/language/speech';

/** Of `talk.json`: how one language calls each; other names ("Valencian") and other forms ("po grško") too. */
const Names = z.object({ languages: z.partialRecord(Locale, z.array(z.string().min(1))) });

/** What one language calls each of those that are spoken. */
export function localeNames(speaking: Locale, languages: Languages): Map<Locale, readonly string[]> {
  const { languages: names } = Names.parse(languages.part(speaking, 'talk'));
  return new Map(languages.spoken.map((wanted) => [wanted, names[wanted] ?? []]));
}

/** The answer to "which language?". */
export function readLocale(said: string, languages: Languages): Locale | undefined {
  const words = wordsOf(said);
  const { spoken } = languages;
  if (words.length === 1) {
    const code = findLocale(words[0]);
    if (code && words[0]?.length === 2 && spoken.includes(code)) return code;
  }
  const tables = spoken.map((speaking) => localeNames(speaking, languages));
  const isNamed = (wanted: Locale) => tables.some((names) => names.get(wanted)?.some((name) => words.includes(wordsOf(name).join(' '))));
  return spoken.find(isNamed);
}
