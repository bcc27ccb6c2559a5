/** Open Multilingual Wordnet as tab files: `00001740-n`, `ita:lemma` or `lemma`, a word. One language a file, the same synsets in all. */
import type { Locale } from '../../domain/locale';
import { FileRefused } from '../import/table';
import { languageOf, localeOfCode, localeOfName } from './languages';
import type { ReadWords } from './read-words';
import { linesOf, readWordFile } from './word-file';

const SYNSET = /^\d{8}-[a-z]$/;

export const readOmw: ReadWords = async (files, table) => {
  for (const { path, locale: given } of files) {
    const before = table.read;
    let locale: Locale | undefined;
    for (const line of linesOf(await readWordFile(path))) {
      const [synset = '', type = '', word = ''] = line.split('\t');
      // "# MultiWordNet	ita	http://…	CC BY 3.0"
      if (synset.startsWith('#')) locale ??= languageOf(path, given, localeOfCode(type) ?? localeOfName(path));
      const [, code, kind] = /^(?:([a-z]{2,3}):)?(lemma)(?::[a-z]+)?$/.exec(type) ?? [];
      if (kind === undefined || !SYNSET.test(synset)) continue;
      locale ??= languageOf(path, given, localeOfCode(code ?? '') ?? localeOfName(path));
      table.add(synset, locale, word);
    }
    if (table.read === before) throw new FileRefused('it holds no lemma of a synset', 'Give a tab file such as wn-data-ita.tab.');
  }
};
