/** What one says before one comes to the point. */
import type { Locale } from '../../src/domain/locale';
import { clausesOf } from './clauses';
import type { Meaning } from './heard-phrases';
import type { Understanding } from './understanding';

const COURTESIES: readonly Meaning[] = ['greeting', 'thanks', 'complaint'];

/** "Good morning, how are you? What can I ask?" without what comes before the point; the same text where nothing does, or nothing else. */
export function withoutCourtesies(said: string, understanding: Understanding, locale: Locale): string {
  const isCourtesy = (text: string) => COURTESIES.some((meaning) => understanding.is(text, meaning, locale));
  const clauses = clausesOf(said);
  const at = clauses.findIndex(({ text }) => !isCourtesy(text));
  return at > 0 ? said.slice(clauses[at]?.at).trim() : said;
}
