/** Open Multilingual Wordnet as tab files: `00001740-n`, `ita:lemma` or `lemma`, a word. One language a file, the same synsets in all. */
import type { Locale } from '../../domain/locale';
import { languageOf, localeOfCode, localeOfName } from './languages';
import { type GivenFile, type ReadWords, readEach } from './read-words';
import { linesOf, readWordFile } from './word-file';
import type { WordTable } from './word-table';

const SYNSET = /^\d{8}-[a-z]$/;

export const readOmw: ReadWords = (files, table) =>
  readEach(files, table, (file) => readTab(file, table), ['it holds no lemma of a synset', 'Give a tab file such as wn-data-ita.tab.']);

async function readTab({ path, locale: given }: GivenFile, table: WordTable): Promise<void> {
  const language = (code: string): Locale => languageOf(given, localeOfCode(code) ?? localeOfName(path));
  let locale: Locale | undefined;
  for (const line of linesOf(await readWordFile(path))) {
    const [synset = '', type = '', word = ''] = line.split('\t');
    // "# MultiWordNet	ita	http://…	CC BY 3.0"
    if (synset.startsWith('#')) locale ??= language(type);
    const [, code = '', kind] = /^(?:([a-z]{2,3}):)?(lemma)(?::[a-z]+)?$/.exec(type) ?? [];
    if (kind === undefined || !SYNSET.test(synset)) continue;
    locale ??= language(code);
    table.add(synset, locale, word);
  }
}
