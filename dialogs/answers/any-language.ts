/** Names of languages, also of those that Ponte does not speak: the platform knows them all. */
import { LOCALES } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Of two letters, ISO 639-1; the platform gives no name to those that are none. */
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));

/** "In Polish, please": longer ones hold more than the name of a language. Words. */
const MOST_AROUND = 3;

let names: ReadonlySet<string> | undefined;

/** As we call them and as they call themselves. Made when it is first asked for: somebody types one once in a while. */
function namesOfAll(): ReadonlySet<string> {
  names ??= new Set(
    CODES.flatMap((code) => [...LOCALES, code].flatMap((speaking) => nameIn(speaking, code) ?? [])).map((name) => wordsOf(name).join(' ')),
  );
  return names;
}

const nameIn = (speaking: string, code: string): string | undefined =>
  new Intl.DisplayNames([speaking], { type: 'language', fallback: 'none' }).of(code);

/** The utterance names a language and hardly anything beside it. */
export function namesALanguage(said: string): boolean {
  const words = wordsOf(said);
  if (words.length > MOST_AROUND + 1) return false;
  return namesOfAll().has(words.join(' ')) || words.some((word) => namesOfAll().has(word));
}
