/** ESCO as CSV: occupations or skills of one language a file, the same `conceptUri` in each. */
import { decodeText } from '../import/decode-text';
import { readCsv } from '../import/read-csv';
import { cellAt, FileRefused, type Sheet } from '../import/table';
import { languageOf, localeOfName } from './languages';
import { type GivenFile, type ReadWords, readEach } from './read-words';
import { readWordFile } from './word-file';
import type { WordTable } from './word-table';

export const readEsco: ReadWords = (files, table) => readEach(files, table, (file) => readFile(file, table), [NOTHING, FIX]);

const NOTHING = 'it holds no concept with a label';
const FIX = 'Give a CSV of ESCO such as occupations_en.csv or skills_en.csv, as it was downloaded.';

async function readFile({ path, locale: given }: GivenFile, table: WordTable): Promise<void> {
  const locale = languageOf(given, localeOfName(path));
  const sheet = readCsv(decodeText(await readWordFile(path), { locale }).text);
  const columns = columnsOf(sheet);
  for (const row of sheet.rows.slice(1)) {
    const id = cellAt(row, columns.conceptUri).text;
    const usual = formsOf(cellAt(row, columns.preferredLabel).text);
    const others = cellAt(row, columns.altLabels)
      .text.split(/\n|\s\|\s/)
      .flatMap(formsOf);
    if (id !== '') for (const [rank, word] of [...usual, ...others].entries()) table.add(id, locale, word, rank);
  }
}

function columnsOf({ rows }: Sheet) {
  const names = Array.from({ length: rows[0]?.cells.length ?? 0 }, (_, at) => rows[0]?.cells[at]?.text ?? '');
  const find = (name: string): number => {
    const at = names.indexOf(name);
    if (at < 0) throw new FileRefused(`it has no column "${name}"`, FIX);
    return at;
  };
  return { conceptUri: find('conceptUri'), preferredLabel: find('preferredLabel'), altLabels: find('altLabels') };
}

/** "infirmier/infirmière" is two words, "bus/tram driver" is one. */
function formsOf(label: string): string[] {
  const forms = label.split('/').map((form) => form.trim());
  const lengths = new Set(forms.map((form) => form.split(/\s+/).length));
  return lengths.size === 1 ? forms : [label];
}
