import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { readKnowledge } from '../../../src/knowledge/knowledge-base';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';
import { importCommand } from '../../../src/staff/import/command';
import { makeOds, makeXlsx } from './make-spreadsheets';

const SOURCE = 'https://authority.example.org/calls';
const GIVEN = [
  '--authority',
  'Example Authority',
  '--country',
  'ES',
  '--area',
  'ES523',
  '--locale',
  'es',
  '--source',
  SOURCE,
  '--topic',
  'care',
];
const AGAIN = ['--authority', 'Example Authority', '--country', 'ES'];
const HEADINGS = 'Código;Título;Solicitantes;Apertura;Cierre;Importe total';
const ROWS = [
  'A-1;Empleo en barrios;asociaciones;15/01/2027;31/03/2027 14:00;1.000.000 €',
  'A-2;Cuidado de mayores;entidades de más de 50 personas;abril de 2027;30/06/2027;2,5 millones',
];

describe('`ponte import calendar`', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-calendar-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  let made = 0;
  let home = '';
  let now = new Date('2026-11-22T10:00:00Z');

  beforeEach(() => {
    home = join(parent, String(made++));
    now = new Date('2026-11-22T10:00:00Z');
    for (const [file, text] of Object.entries(SAMPLE_FOLDER)) {
      mkdirSync(dirname(join(home, 'kn', file)), { recursive: true });
      writeFileSync(join(home, 'kn', file), text);
    }
  });

  const run = async (...args: string[]) => {
    let [out, err] = ['', ''];
    const sink = (add: (text: string) => void) => new Writable({ write: (chunk, _, done) => done(void add(String(chunk))) });
    const rooms = { folder: join(home, 'kn'), dataFolder: join(home, 'data'), now: () => now, isTerminal: false };
    const code = await importCommand.run(args, { ...rooms, out: sink((text) => (out += text)), err: sink((text) => (err += text)) });
    return { code, out, err };
  };
  const calendar = (content: string | Uint8Array, ...args: string[]) => {
    const file = join(home, 'calendar');
    writeFileSync(file, content);
    return run('calendar', file, ...args);
  };
  const csv = (...rows: string[]) => [HEADINGS, ...rows].join('\n');
  const snapshot = () => Object.fromEntries(readdirSync(join(home, 'kn', 'calls')).map((name) => [name, readFileSync(call(name), 'utf8')]));
  const call = (name: string) => join(home, 'kn', 'calls', name);
  const first = () => call('es-example-authority-a-1.md');
  const edit = (from: string | RegExp, to: string) => writeFileSync(first(), readFileSync(first(), 'utf8').replace(from, to));

  it('shows what it would do and writes nothing', async () => {
    const before = snapshot();
    const { code, out, err } = await calendar(csv(...ROWS), ...GIVEN);
    expect(code).toBe(0);
    expect(out).toMatch(/E {2}Cierre +closes/);
    expect(out).toContain('2 added, 0 changed, 0 unchanged, 0 vanished, 0 refused.');
    expect(err).toContain('Nothing was written');
    expect(snapshot()).toEqual(before);
    expect(existsSync(join(home, 'data'))).toBe(false);
  });

  it.each([
    ['CSV', csv(...ROWS)],
    ['XLSX', makeXlsx([{ rows: [HEADINGS.split(';'), ...ROWS.map((row) => row.split(';'))] }])],
    ['ODS', makeOds({ rows: [HEADINGS.split(';'), ...ROWS.map((row) => row.split(';'))] })],
  ])('writes from %s calls that are valid and not shown until staff complete them', async (_, content) => {
    expect((await calendar(content, ...GIVEN, '--apply')).code).toBe(0);
    const { files, findings, knowledge } = await readKnowledge(join(home, 'kn'));
    expect(findings).toEqual([]);
    const entry = files.entries.find(({ id }) => id === 'es-example-authority-a-1');
    expect(entry).toMatchObject({
      verified: false,
      country: 'ES',
      areas: ['ES523'],
      title: { es: 'Empleo en barrios' },
      sources: [{ url: SOURCE, title: 'Example Authority', date: '2026-11-22' }],
      checked: '2026-11-22',
      reviewBy: '2027-03-24',
      call: {
        reference: 'A-1',
        opens: '2027-01-15',
        closes: '2027-03-31',
        closesAt: '14:00',
        timeZone: 'Europe/Madrid',
        amounts: [{ what: 'total', max: 1_000_000 }],
        criteria: [{ operator: 'needs-a-person', quote: 'asociaciones' }],
      },
    });
    expect(knowledge.findEntry('es-example-authority-a-1')).toBeUndefined();
    expect(files.entries.find(({ id }) => id === 'es-example-authority-a-2')).toMatchObject({
      call: { opens: '2027-04', amounts: [{ max: 2_500_000 }] },
    });
  });

  it('lets the next file have its columns elsewhere, and changes nothing when nothing changed', async () => {
    await calendar(csv(...ROWS), ...GIVEN, '--apply');
    const before = snapshot();
    now = new Date('2027-01-10T10:00:00Z');
    const turned = [HEADINGS, ...ROWS].map((row) => `x;${row.split(';').reverse().join(';')}`).join('\n');
    const { out } = await calendar(turned, ...AGAIN, '--apply');
    expect(out).toContain('0 added, 0 changed, 2 unchanged, 0 vanished, 0 refused.');
    expect(snapshot()).toEqual(before);
  });

  it('follows the authority in days and money, and leaves what staff wrote', async () => {
    await calendar(csv(...ROWS), ...GIVEN, '--apply');
    edit('topics: [care]', 'topics: [employment] # ours');
    edit('  es: "Empleo en barrios"', '  en: "Jobs nearby"\n  es: "Empleo cerca"');
    edit('opens: 2027-01-15', 'opens: 2027-01-20');
    const before = readFileSync(first(), 'utf8');
    now = new Date('2027-01-10T10:00:00Z');
    const moved = ROWS.map((row) =>
      row.replace('31/03/2027 14:00', '30/04/2027 14:00').replace('Empleo en barrios', 'Empleo en los barrios'),
    );
    const { code, out } = await calendar(csv(...moved), ...AGAIN, '--apply');
    expect(code).toBe(0);
    expect(out).toContain('closes 2027-03-31 → 2027-04-30');
    expect(out).toContain('opens: the file has 2027-01-20');
    expect(out).toContain('titles, summaries and body may still say the old');
    expect(readFileSync(first(), 'utf8')).toBe(
      before
        .replace('closes: 2027-03-31', 'closes: 2027-04-30')
        .replace('date: 2026-11-22', 'date: 2027-01-10')
        .replace('checked: 2026-11-22', 'checked: 2027-01-10')
        .replace('reviewBy: 2027-03-24', 'reviewBy: 2027-05-12')
        // The summary was the title of the calendar and nobody had edited it.
        .replace('summary:\n  es: "Empleo en barrios"', 'summary:\n  es: "Empleo en barrios"'),
    );
  });

  it('knows a call that staff wrote by hand by its reference, and fills only what it lacks', async () => {
    const byHand = SAMPLE_FOLDER['calls/example-call.md']?.replace('reference: EX-2027-01', 'reference: A-1') ?? '';
    writeFileSync(call('example-call.md'), byHand);
    const { out } = await calendar(csv(ROWS[0] ?? ''), ...GIVEN, '--apply');
    expect(out).toMatch(/changed +row 2 +example-call/);
    const after = readFileSync(call('example-call.md'), 'utf8');
    expect(after).toContain('closes: 2027-03-31');
    expect(after).toContain(SOURCE);
    expect(after.slice(after.indexOf('title:'), after.indexOf('topics:'))).toBe(
      byHand.slice(byHand.indexOf('title:'), byHand.indexOf('topics:')),
    );
    expect(after.slice(after.lastIndexOf('\n---'))).toBe(byHand.slice(byHand.lastIndexOf('\n---')));
    expect((await readKnowledge(join(home, 'kn'))).findings).toEqual([]);
  });

  it('tells what vanished and never deletes it', async () => {
    await calendar(csv(...ROWS), ...GIVEN, '--apply');
    const before = snapshot();
    const { out } = await calendar(csv(ROWS[1] ?? ''), ...AGAIN, '--apply');
    expect(out).toMatch(/vanished +es-example-authority-a-1/);
    expect(snapshot()).toEqual(before);
    expect((await calendar(csv(...ROWS), ...AGAIN)).out).toContain('2 unchanged, 0 vanished');
  });

  it('takes back an import to the last sign, and leaves what somebody changed since', async () => {
    const before = snapshot();
    await calendar(csv(...ROWS), ...GIVEN, '--apply');
    now = new Date('2026-12-01T10:00:00Z');
    const middle = snapshot();
    await calendar(csv(...ROWS.map((row) => row.replace('2027', '2028').replace('31/03/2027', '31/03/2028'))), ...AGAIN, '--apply');
    expect(snapshot()).not.toEqual(middle);
    expect(await run('undo')).toMatchObject({ code: 0, out: expect.stringContaining('calendar of Example Authority') });
    expect(snapshot()).toEqual(middle);
    edit('Empleo en barrios', 'Nuestro');
    const undone = await run('undo');
    expect(undone).toMatchObject({ code: 1, out: expect.stringContaining('kept: calls/es-example-authority-a-1.md') });
    expect(existsSync(/is kept in (.*)$/m.exec(undone.out)?.[1] ?? '')).toBe(true);
    expect(Object.keys(snapshot())).toEqual([...Object.keys(before), 'es-example-authority-a-1.md'].sort());
    expect(await run('undo')).toMatchObject({ code: 1, err: expect.stringContaining('no import to take back') });
  });

  it('names each row it refuses, with the cell and the reason, and imports the others', async () => {
    const { code, out } = await calendar(
      csv(
        ...ROWS,
        'A-3;Uno;;primavera;1/4/2027;',
        'A-4;Dos;;;31/02/2027;',
        'A-5;Tres;;1/5/2027;1/4/2027;',
        'A-6;Cuatro;;;;mucho dinero',
        'A-7;<script>x</script>;;;;1',
        'A-1;Otra vez;;;1/4/2027;',
        'A-8;;;;1/4/2027;',
        'Notas al pie',
      ),
      ...GIVEN,
      '--apply',
    );
    expect(code).toBe(1);
    for (const told of [
      'D4 (opens): "primavera" is no day: write it such as 31/03/2027',
      'E5 (closes): 2027-02-31',
      'before it opens',
      'F7 (total)',
      'B8 (title) holds HTML',
      'row 2 is the same call',
      'row 10',
      'the row has no title',
    ])
      expect(out).toContain(told);
    expect(out).toContain('2 added, 0 changed, 0 unchanged, 0 vanished, 7 refused.');
    expect(out).toContain('one text and no call: 11');
  });

  it('names the doubtful rows of a column that is half one order of days and half the other', async () => {
    const days = ['13/02/2027', '02/14/2027', '03/04/2027', '05/06/2027'];
    const { out } = await calendar(csv(...days.map((day, n) => `B-${n};Cuidado ${n};;;${day};`)), ...GIVEN);
    expect(out).toContain('2 added, 0 changed, 0 unchanged, 0 vanished, 2 refused.');
    expect(out).toMatch(/row 4\n +E4 \(closes\): "03\/04\/2027" may be two days/);
  });

  it('asks for a mapping when there are no headings, and takes it by letters', async () => {
    const rows = ROWS.map((row) => row).join('\n');
    const asked = await calendar(rows, ...GIVEN);
    expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('B "Empleo en barrios"') });
    writeFileSync(join(home, 'map.json'), '{"columns":{"reference":"A","title":"B","closes":"E"},"firstRow":1}');
    expect((await calendar(rows, ...GIVEN, '--mapping', join(home, 'map.json'))).out).toContain('2 added');
    writeFileSync(join(home, 'map.json'), '{"columns":{"title":"Nombre raro"}}');
    expect(await calendar(csv(...ROWS), ...GIVEN, '--mapping', join(home, 'map.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('"Nombre raro"'),
    });
  });

  it.each([
    ['nothing said', ['calendar'], 64, 'name one FILE'],
    ['no language and no source', ['calendar', 'x.csv', ...AGAIN], 64, '--locale'],
    ['a topic we do not know', [...GIVEN, '--topic', 'nonsense'], 1, 'no topic we know'],
    ['a source that is no address', [...GIVEN, '--source', 'javascript:1'], 64, '--source'],
    [
      'a wrong country, and not an area that nobody wrote',
      ['calendar', 'x.csv', '--authority', 'A', '--country', 'Spain', '--locale', 'es', '--source', 'https://a.example.org/'],
      64,
      'calendar: --country: write a country such as IT.\n',
    ],
    ['another source of entries', ['fax'], 64, 'there is no "fax"'],
  ])('says what is missing: %s', async (_, args, code, told) => {
    const given = args[0]?.startsWith('--') ? await calendar(csv(...ROWS), ...args) : await run(...args);
    expect(given).toMatchObject({ code, err: expect.stringContaining(told) });
  });

  it('does not write over a file that is there and broken', async () => {
    writeFileSync(first(), 'broken');
    const { out, code } = await calendar(csv(...ROWS), ...GIVEN, '--apply');
    expect(code).toBe(1);
    expect(out).toContain('cannot be read: mend it first');
    expect(readFileSync(first(), 'utf8')).toBe('broken');
  });

  it('survives every naughty string in every cell: a call that is valid, or a refusal', async () => {
    const naughty = [
      '=cmd|x',
      '"; drop',
      '---',
      '# a',
      '- b',
      '{{x}}',
      '\u202Eevil',
      'a\u0000b',
      '🏳️‍🌈',
      '𝕒',
      "l'été",
      '[a](javascript:1)',
      '%n',
      'null',
      'true',
      '1e9',
      '&lt;b>',
      '../../x',
      '田中',
    ];
    const rows = naughty.flatMap((text) =>
      [0, 1, 2].map(
        (at) => ROWS[0]?.split(';').map((cell, n) => (n === at ? text : n === 0 ? `${naughty.indexOf(text)}-${at}` : cell)) ?? [],
      ),
    );
    await calendar(
      makeOds({ rows: [HEADINGS.split(';'), ...rows.map((row) => row.map((cell) => cell.replaceAll('\u0000', '')))] }),
      ...GIVEN,
      '--apply',
    );
    const { findings, files } = await readKnowledge(join(home, 'kn'));
    expect(findings).toEqual([]);
    expect(files.entries.length).toBeGreaterThan(40);
  });

  it('tells how far it is in ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `C-${n};Cuidado de mayores ${n};asociaciones;1/1/2027;31/3/2027;${n + 1}000 €`);
    const { out, err } = await calendar(csv(...rows), ...GIVEN);
    expect(out).toContain('10000 added');
    expect(err).toContain('9000 of 10000 rows');
  });

  it('leaves a folder that was copied whole as it was when nothing is applied', async () => {
    cpSync(join(home, 'kn'), join(home, 'copy'), { recursive: true });
    await calendar(csv(...ROWS), ...GIVEN, '--json');
    for (const file of Object.keys(SAMPLE_FOLDER))
      expect(readFileSync(join(home, 'kn', file))).toEqual(readFileSync(join(home, 'copy', file)));
  });
});
