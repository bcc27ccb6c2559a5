/** Which language somebody asks for: its name in any of the languages, or its code. */
import { findLocale, type Locale } from '../../src/domain/locale';
import { fold, wordsOf } from '../../src/language/fold';

export function readLocale(said: string, spoken: readonly Locale[]): Locale | undefined {
  const words = wordsOf(said);
  if (words.length === 1) {
    const code = findLocale(words[0]);
    if (code && words[0]?.length === 2 && spoken.includes(code)) return code;
  }
  for (const wanted of spoken)
    for (const speaking of spoken) {
      const name = fold(new Intl.DisplayNames([speaking], { type: 'language' }).of(wanted) ?? wanted);
      if (words.includes(name)) return wanted;
    }
  return undefined;
}
