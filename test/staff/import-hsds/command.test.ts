import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import Ajv from 'ajv';
import { readKnowledge } from '../../../src/knowledge/knowledge-base';
import { importUndo } from '../../../src/staff/import/import-undo';
import { hsdsImport } from '../../../src/staff/import-hsds/command';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { itWithCorpus } from '../../support/corpora';
import { naughtyStrings } from '../../support/naughty-strings';
import { type Json, organisation, pageOf, service } from './sample-directory';

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

describe('`ponte import hsds`', () => {
  let folder: KnowledgeFolder;
  beforeEach(() => {
    folder = new KnowledgeFolder();
  });
  afterAll(removeKnowledgeFolders);

  const rooms = () => ({
    folder: folder.path,
    dataFolder: join(folder.path, '..', 'data'),
    out: new Kept(),
    err: new Kept(),
    now: () => new Date('2026-11-21T12:00:00Z'),
    isTerminal: false,
  });
  const GIVEN = [
    '--directory',
    'Example',
    '--country',
    'ES',
    '--locale',
    'en',
    '--source',
    'https://directory.example.org/',
    '--topic',
    'employment',
  ];
  const run = async (content: unknown, ...args: string[]) => {
    const file = join(folder.path, '..', 'directory.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || content instanceof Buffer ? content : JSON.stringify(content));
    const given = rooms();
    const code = await hsdsImport.run([file, ...GIVEN, ...args], given);
    return { code, out: given.out.text, err: given.err.text };
  };
  const written = (kind: string) => (existsSync(join(folder.path, kind)) ? readdirSync(join(folder.path, kind)).sort() : []);
  const SERVICE = 'es-example-guidance-for-people-without-work-00000002';
  const path = () => join(folder.path, 'services', `${SERVICE}.md`);

  itWithCorpus('is tried with a service that fits the schema of HSDS 3', ['standards', 'hsds-3', 'service.json'], (file) => {
    const schema = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
      ['name', 'format'].includes(key) && typeof value === 'string' ? undefined : value,
    ) as object;
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    expect([validate(service()), validate.errors]).toEqual([true, null]);
  });

  it('shows what it would add and writes nothing', async () => {
    const { code, out, err } = await run(pageOf(service()));
    expect([code, out]).toEqual([0, expect.stringContaining('2 added')]);
    expect(err).toContain('Nothing was written');
    expect([...written('services'), ...written('organisations')]).toEqual([]);
  });

  it('writes entries that the folder can read and nobody is shown yet', async () => {
    const { code, out } = await run(pageOf(service()), '--apply');
    expect(code).toBe(0);
    expect(out).toContain('note: the directory warns: Closed in August.');
    expect(out).toContain('note: for ages 18 to any: say so in the body');
    const { knowledge, files, findings } = await readKnowledge(folder.path);
    expect([findings, knowledge.entries]).toEqual([[], []]);
    const [organisationEntry, entry] = [...files.entries].sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(organisationEntry).toMatchObject({
      kind: 'organisation',
      title: { en: 'Fundació Exemple' },
      website: 'https://foundation.example.org/',
    });
    expect(entry).toMatchObject({
      id: SERVICE,
      kind: 'service',
      locale: 'en',
      country: 'ES',
      areas: ['ES523'],
      topics: ['employment'],
      languages: ['es', 'ca'],
      website: 'https://foundation.example.org/guidance',
      contact: {
        organisation: 'Fundació Exemple',
        phone: '+34 960 000 000',
        email: 'guidance@foundation.example.org',
        hours: 'Monday to Friday, 9:00 to 14:00',
        address: 'Carrer de l’Exemple 1, 46001, València',
      },
      sources: [{ url: 'https://directory.example.org/', title: 'Example', date: '2026-09-01' }],
      checked: '2026-11-21',
      reviewBy: '2027-05-22',
      verified: false,
    });
    for (const words of ['province of Valencia', 'Ring us', 'Free of charge', 'Identity card']) expect(entry?.bodies.en).toContain(words);
  });

  it.each<[string, () => unknown]>([
    ['one service', () => service()],
    ['a list', () => [service()]],
    ['a page of the API', () => pageOf(service())],
    ['an organisation with its services', () => ({ ...organisation(), services: [service({ organization: undefined })] })],
    ['what `ponte export` writes', () => ({ ...pageOf(service()), organizations: [organisation()] })],
  ])('reads %s', async (_, content) => {
    expect((await run(content())).out).toContain('2 added');
  });

  it('leaves out what is not offered now, and tells it of what we have', async () => {
    const first = await run(pageOf(service({ status: 'defunct' })), '--apply');
    expect(first.err).toContain('1 services are not active and were left out');
    expect(written('services')).toEqual([]);
    await run(pageOf(service()), '--apply');
    const { out } = await run(pageOf(service({ status: 'temporarily closed' })));
    expect(out).toContain('the directory calls it temporarily closed');
  });

  it('writes in the language of the words', async () => {
    const french = {
      name: 'Accompagnement des personnes sans emploi',
      description: 'Nous aidons les personnes sans emploi depuis longtemps à trouver un travail.',
      eligibility_description: '',
      application_process: '',
      fees_description: '',
    };
    const { out } = await run(service({ ...french, cost_options: [], required_documents: [] }), '--apply');
    expect(out).toContain('its words are fr, not en');
  });

  describe('the second time', () => {
    it('finds nothing to do in the same file, and can be taken back', async () => {
      await run(pageOf(service()), '--apply');
      expect((await run(pageOf(service()))).out).toContain('0 added, 0 changed, 2 unchanged, 0 vanished, 0 refused');
      expect(await importUndo.run([], rooms())).toBe(0);
      expect([...written('services'), ...written('organisations')]).toEqual([]);
    });

    it('follows the directory where staff have written nothing, and keeps their words', async () => {
      await run(pageOf(service()), '--apply');
      writeFileSync(
        path(),
        readFileSync(path(), 'utf8')
          .replace('Guidance for people without work', 'Help to find work')
          .replace('verified: false', 'verified: true'),
      );
      const news = {
        name: 'Career guidance',
        email: 'new@foundation.example.org',
        description: 'We help people to change to another job. We look at their skills together.',
      };
      const { out } = await run(pageOf(service(news)), '--apply');
      expect(out).toContain('contact.email "guidance@foundation.example.org" → "new@foundation.example.org"');
      expect(out).toContain('note: title: the file has "Help to find work", the directory "Career guidance"; the file stays');
      const text = readFileSync(path(), 'utf8');
      for (const words of ['Help to find work', 'verified: true', 'new@foundation.example.org', 'change to another job'])
        expect(text).toContain(words);
      expect((await readKnowledge(folder.path)).findings).toEqual([]);
      expect(written('services')).toHaveLength(1);
    });

    it('keeps a body that staff have written, and says that the description changed', async () => {
      await run(pageOf(service()), '--apply');
      writeFileSync(path(), `${readFileSync(path(), 'utf8')}\nOur own sentence.\n`);
      const { out } = await run(pageOf(service({ description: 'Another description of the same service for people.' })), '--apply');
      expect(out).toContain('its description changed; the body is yours');
      expect(readFileSync(path(), 'utf8')).toContain('Our own sentence.');
    });

    it('tells what the file no longer has, and removes nothing', async () => {
      await run(pageOf(service()), '--apply');
      const { out } = await run(organisation(), '--apply');
      expect(out).toMatch(new RegExp(`vanished +${SERVICE}`));
      expect(written('services')).toHaveLength(1);
    });

    it('needs no more than the name and the country', async () => {
      await run(pageOf(service()), '--apply');
      const given = rooms();
      const file = join(folder.path, '..', 'directory.json');
      expect(await hsdsImport.run([file, '--directory', 'Example', '--country', 'ES'], given)).toBe(0);
      expect(given.out.text).toContain('2 unchanged');
    });
  });

  it.each<[string, unknown, string]>([
    ['another version', { version: '2.0.1', ...pageOf(service()) }, 'version 2.0.1 of HSDS; only 3 is read'],
    ['fields of an older version', [service({ eligibility: 'adult', regular_schedules: [] })], 'which HSDS 1 and 2 had'],
    ['a package of tables', { name: 'x', resources: [{ name: 'services', path: 'services.csv' }] }, 'package of tables'],
    ['an empty list', [], 'holds no services'],
    ['a number', 7, 'holds no services'],
    ['a page without services', pageOf(), 'holds no services'],
    ['half a file', JSON.stringify(pageOf(service())).slice(0, 400), 'it is no JSON'],
    ['a web page', '<!doctype html><p>Sign in', 'it is no JSON'],
    ['no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'it is not UTF-8'],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'holds no services'],
  ])('refuses %s and says what to do', async (_, content, why) => {
    const { code, out, err } = await run(content, '--apply');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(why);
    expect(err.split('\n')[1]).toMatch(/^ {4}\S/);
    expect([...written('services'), ...written('organisations')]).toEqual([]);
  });

  it('refuses a record by name and takes the others', async () => {
    const bad = [service({ id: '17' }), service({ id: '00000005-0000-4000-8000-000000000000', name: '???' })];
    const { code, out } = await run([service(), ...bad], '--apply');
    expect(code).toBe(1);
    expect(out).toContain('its id is no UUID');
    expect(out).toContain('it has no name with words');
    expect(written('services')).toHaveLength(1);
  });

  it.each([
    ['no file', []],
    ['two files', ['a.json', 'b.json', ...GIVEN]],
    ['no directory', ['a.json', '--country', 'ES']],
    [
      'a language we do not speak',
      ['a.json', '--directory', 'X', '--country', 'ES', '--locale', 'xx', '--source', 'https://x.example.org/'],
    ],
  ])('says how it is used: %s', async (_, args) => {
    expect(await hsdsImport.run(args, rooms())).toBe(64);
  });

  it('says that there is no such file', async () => {
    const given = rooms();
    expect(await hsdsImport.run(['/nowhere.json', ...GIVEN], given)).toBe(1);
    expect(given.err.text).toContain('there is no such file');
  });

  const naughty = naughtyStrings();
  it('makes a clean entry or a refusal of each naughty string in every field', async () => {
    const filled = (value: unknown, text: string): unknown => {
      if (Array.isArray(value)) return value.map((one) => filled(one, text));
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(
          Object.entries(value).map(([key, one]) => [key, key === 'id' || key === 'status' ? one : filled(one, text)]),
        );
      return text;
    };
    const id = (n: number, part: number) => `${(n * 2 + part).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const records = naughty.flatMap((text, n) => {
      const whole = filled(service(), text) as Json;
      const words = service({
        id: id(n, 1),
        description: text,
        url: text,
        alert: text,
        eligibility_description: text,
        organization: undefined,
      });
      return [
        { ...whole, id: id(n, 0), organization: { ...(whole.organization as Json), id: id(n + 1000, 0) } },
        { ...words, name: `Service ${text}` },
      ];
    });
    const { out, err } = await run(records, '--apply');
    expect(err).toContain('files written');
    const { files, findings } = await readKnowledge(folder.path);
    expect(findings).toEqual([]);
    const counts = Object.fromEntries([...out.matchAll(/(\d+) (added|refused)/g)].map(([, count, what]) => [what, Number(count)]));
    expect(files.entries).toHaveLength(counts.added ?? 0);
    expect((counts.added ?? 0) + (counts.refused ?? 0)).toBe(naughty.length * 3);
    expect(counts.added).toBeGreaterThan(naughty.length);
    for (const text of files.texts.values()) {
      const body = text.split('\n---\n').slice(1).join('\n---\n');
      expect(body).not.toMatch(/<\/?[a-z!]|\]\s*\(|javascript:|^(---|===)/im);
      expect(text).not.toMatch(/javascript:|[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufeff]/);
    }
  });
});
