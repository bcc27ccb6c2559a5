/** SQLite FTS5 in memory, twice: words without diacritics, and runs of three letters. */
import Database from 'better-sqlite3';
import { tokenise } from '../../../../src/retrieval/words';
import { buildByLanguage, DOCUMENTS, type DocumentSearch, type Engine, type Ranked } from '../engine';

const RUN = 3;

function indexOf(texts: readonly string[], tokenizer: string, termsOf: (question: string) => string[]): DocumentSearch {
  const database = new Database(':memory:');
  database.exec(`create virtual table texts using fts5(text, tokenize="${tokenizer}")`);
  const insert = database.prepare('insert into texts(rowid, text) values (?, ?)');
  database.transaction(() => {
    for (const [document, text] of texts.entries()) insert.run(document, text);
  })();
  // bm25() is the smaller the better.
  const select = database.prepare<[string, number], Ranked>(
    'select rowid as document, -bm25(texts) as score from texts where texts match ? order by bm25(texts) limit ?',
  );
  return (question) => {
    const terms = [...new Set(termsOf(question))];
    return terms.length > 0 ? select.all(terms.map((term) => `"${term}"`).join(' OR '), DOCUMENTS) : [];
  };
}

function runsOf(question: string): string[] {
  return tokenise(question).flatMap((word) => {
    const letters = [...word];
    return letters.slice(RUN - 1).map((_, at) => letters.slice(at, at + RUN).join(''));
  });
}

const ON_FOLDER: Engine['onFolder'] = { languages: 'own', document: 'entry' };

export const words: Engine = {
  onFolder: ON_FOLDER,
  build: (texts) => buildByLanguage(texts, (own) => indexOf(own, 'unicode61 remove_diacritics 2', tokenise)),
};

export const trigrams: Engine = {
  onFolder: ON_FOLDER,
  build: (texts) => buildByLanguage(texts, (own) => indexOf(own, 'trigram remove_diacritics 1', runsOf)),
};
