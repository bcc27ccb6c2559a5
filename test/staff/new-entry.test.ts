import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { SAMPLE_FOLDER } from '../../src/staff/check/sample-folder';
import { makeNewCommand } from '../../src/staff/new-entry';
import { rooms } from './heard';

const GIVEN = {
  locale: 'es',
  country: 'ES',
  areas: 'Valencia',
  title: 'Ayudas: "empleo" #1',
  summary: 'Para asociaciones.',
  topics: 'employment, care',
  source: 'https://call.example.org/new',
  'source-title': 'Anuncio',
};
const optionsOf = (given: Record<string, string>) => Object.entries(given).map(([name, value]) => `--${name}=${value}`);

describe('`ponte new`', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-new-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  let made = 0;

  const makeFolder = (typed?: string) => {
    const folder = join(parent, `folder-${made++}`);
    for (const [file, text] of Object.entries(SAMPLE_FOLDER)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const heard = rooms({ folder, dataFolder: join(folder, 'data'), isTerminal: typed !== undefined });
    const command = makeNewCommand(() => Readable.from([typed ?? '']));
    return {
      ...heard,
      folder,
      make: (...args: string[]) => command.run(args, heard.rooms),
      read: (file: string) => readFileSync(join(folder, file), 'utf8'),
    };
  };

  it('writes from options a valid file without placeholders, that is not shown yet', async () => {
    const { make, read, out, err, folder } = makeFolder();
    expect(await make('call', ...optionsOf({ ...GIVEN, closes: '2027-06-30', 'next-calls': 'https://calls.example.org/' }))).toBe(0);
    const file = 'calls/es-call-ayudas-empleo-1.md';
    expect(out()).toBe(`${file}\n`);
    expect(read(file)).toBe(`---
id: es-call-ayudas-empleo-1
kind: call
locale: es
country: ES
areas: [ES523]
title:
  es: "Ayudas: \\"empleo\\" #1"
summary:
  es: "Para asociaciones."
topics: [employment, care]
sources:
  - { url: "https://call.example.org/new", title: "Anuncio" }
checked: 2026-11-22
reviewBy: 2027-02-22
verified: false
call:
  closes: 2027-06-30
  nextCalls: "https://calls.example.org/"
---
`);
    const { findings, files } = await readKnowledge(folder);
    expect(findings).toEqual([]);
    expect(files.entries.some(({ id }) => id === 'es-call-ayudas-empleo-1')).toBe(true);
    expect(err()).toMatch(/the body is missing in es, en[\s\S]*the title is missing in en, ca/);
  });

  it.each([
    ['service', 'services/es-svc-ayudas-empleo-1.md', {}],
    ['training', 'trainings/es-trn-ayudas-empleo-1.md', { format: 'online', free: 'yes', duration: '3 days' }],
    ['organisation', 'organisations/es-org-ayudas-empleo-1.md', { website: 'https://www.example.org/' }],
    ['guide', 'guides/guide-ayudas-empleo-1.md', { audience: 'association', text: '--- Para todos' }],
  ])('writes a %s', async (kind, file, more) => {
    const { make, folder, out } = makeFolder();
    expect(await make(kind, ...optionsOf({ ...GIVEN, ...more }))).toBe(0);
    expect(out()).toBe(`${file}\n`);
    const { findings, files } = await readKnowledge(folder);
    expect(findings).toEqual([]);
    expect(files.entries.find((entry) => entry.file === file)?.kind).toBe(kind);
  });

  it('names all that is missing or wrong at once, and writes nothing', async () => {
    const { make, err, folder } = makeFolder();
    const { title: _, ...rest } = GIVEN;
    expect(await make('service', ...optionsOf({ ...rest, topics: 'employement', source: 'call.example.org', areas: 'Atlantis' }))).toBe(64);
    const said = err();
    for (const problem of [
      '--title is missing',
      'unknown topic "employement". Known are: employment, care',
      '--source: ',
      'unknown area "Atlantis"',
    ])
      expect(said).toContain(problem);
    expect(existsSync(join(folder, 'services'))).toBe(false);
  });

  it('asks on a terminal, again when the answer cannot be used, and takes the area of the country', async () => {
    const typed = [
      'xx',
      'el',
      'gr',
      '',
      'Υπηρεσία',
      'Για όλους.',
      'care',
      '',
      'https://www.example.org/',
      'Σελίδα',
      '',
      '',
      '',
      'nea-ypiresia',
    ];
    const { make, err, read } = makeFolder(`${typed.join('\n')}\n`);
    expect(await make('service')).toBe(0);
    const said = err();
    expect(said).toContain('"xx" is none of en, es');
    expect(said).toContain('[EL]: ');
    expect(read('services/nea-ypiresia.md')).toContain('areas: [EL]\ntitle:\n  el: "Υπηρεσία"\n');
  });

  it('writes nothing when the person leaves', async () => {
    const { make, err, folder } = makeFolder('el\ngr\n');
    expect(await make('service')).toBe(1);
    expect(err()).toContain('nothing was written');
    expect(existsSync(join(folder, 'services'))).toBe(false);
  });

  it('never takes the place of an entry', async () => {
    const { make, err, read, folder } = makeFolder();
    for (const kind of ['call', 'service']) expect(await make(kind, ...optionsOf({ ...GIVEN, id: 'example-call' }))).toBe(1);
    expect(err()).toContain('"example-call" is taken by calls/example-call.md');
    expect(read('calls/example-call.md')).toBe(SAMPLE_FOLDER['calls/example-call.md']);
    expect(readdirSync(join(folder, 'calls'))).toEqual(['example-call.md']);
  });

  it('refuses dates that cannot be', async () => {
    const { make, err } = makeFolder();
    expect(await make('call', ...optionsOf({ ...GIVEN, opens: '2027-06-30', closes: '2027-01-01' }))).toBe(1);
    expect(err()).toContain('closes (2027-01-01) lies before opens (2027-06-30)');
  });

  it.each([[[]], [['cluster']], [['call', 'call']], [['service', '--closes', '2027-01-01']]])(
    'says how it is used: %j',
    async (args: string[]) => {
      const { make } = makeFolder();
      expect(await make(...args)).toBe(64);
    },
  );
});
