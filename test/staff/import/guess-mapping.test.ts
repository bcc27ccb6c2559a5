import { LOCALES } from '../../../src/domain/locale';
import { findMapping, guessMapping, namesOf } from '../../../src/staff/import/guess-mapping';
import { FIELDS, headingsOf } from '../../../src/staff/import/headings';
import type { Sheet } from '../../../src/staff/import/table';

const sheet = (...rows: string[][]): Sheet => ({
  name: 'S',
  rows: rows.map((cells, at) => ({ row: at + 1, cells: cells.map((text) => ({ text })) })),
});

describe('The columns of a calendar', () => {
  it.each(LOCALES)('are recognised in %s, by any heading we know for each field', (locale) => {
    for (const turn of [0, 1, 2]) {
      const headings = FIELDS.map((field) => headingsOf(field, locale)[turn] ?? headingsOf(field, locale)[0] ?? '');
      const columns = guessMapping(sheet(['Calendar 2027'], headings, ['x']))?.columns ?? {};
      const wrong = FIELDS.filter((field, at) => columns[field] !== at);
      expect([locale, turn, wrong]).toEqual([locale, turn, []]);
    }
  });

  it('are recognised whatever their case and accents, and publication days claim no field', () => {
    const mapping = guessMapping(sheet(['FECHA DE PUBLICACION', 'TITULO DE LA CONVOCATORIA', 'Fecha de cierre (prevista)']));
    expect(mapping?.columns).toEqual({ title: 1, closes: 2 });
  });

  it('are recognised in two rows of headings, where the upper names groups', () => {
    const mapping = guessMapping(
      sheet(['Codice', 'Titolo', 'Date', ''], ['', '', 'apertura', 'chiusura'], ['A1', 'x', '1/1/2027', '2/2/2027']),
    );
    expect(mapping).toMatchObject({ headerRows: [1, 2], columns: { reference: 0, title: 1, opens: 2, closes: 3 } });
  });

  it('are not guessed from rows without headings', () => {
    expect(guessMapping(sheet(['A1', 'Corsi per giovani', '1/1/2027'], ['A2', 'Lavoro', '1/2/2027']))).toBeUndefined();
  });

  it('are found as a person named them, by heading or letter', () => {
    const rows = sheet(['Bando 2027', ''], ['Cosa', 'Quando'], ['x', '1/1/2027']);
    expect(findMapping(rows, { title: 'cosa', closes: 'B' })).toMatchObject({
      mapping: { headerRows: [2], columns: { title: 0, closes: 1 } },
    });
    expect(findMapping(rows, { title: 'A', closes: 'B' })).toMatchObject({ mapping: { headerRows: [], columns: { title: 0, closes: 1 } } });
    expect(findMapping(rows, { title: 'Cosa', closes: 'Scadenza' })).toEqual({ missing: ['Scadenza'] });
  });

  it('keep their names from one file to the next, wherever they move', () => {
    const first = guessMapping(sheet(['Titolo', 'Scadenza'], ['x', 'y']));
    if (!first) throw new Error('nothing guessed');
    expect(findMapping(sheet(['Note', 'Scadenza', 'Titolo'], ['z', 'y', 'x']), namesOf(first))).toMatchObject({
      mapping: { columns: { title: 2, closes: 1 } },
    });
  });
});
