import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';
import { exportCommand } from '../../../src/staff/export/command';
import { writeFolder } from './write-folder';

/** Collects what is printed. */
function sheet() {
  const parts: string[] = [];
  const out = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { out, text: () => parts.join('') };
}

describe('ponte export', () => {
  let place = '';
  let folder = '';
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'ponte-export-'));
    folder = join(place, 'knowledge');
    await writeFolder(folder, SAMPLE_FOLDER);
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  async function run(...args: readonly string[]) {
    const [out, err] = [sheet(), sheet()];
    const now = () => new Date('2026-11-21T09:00:00Z');
    const rooms = { folder, dataFolder: join(place, 'data'), out: out.out, err: err.out, now, isTerminal: false };
    const code = await exportCommand.run(args, rooms);
    return { code, out: out.text(), err: err.text() };
  }
  const BASE = ['--base', 'https://ponte.example.org/'];

  it('prints one format, and nothing but it', async () => {
    const { code, out, err } = await run('schema-org', ...BASE);
    expect([code, err]).toEqual([0, '']);
    const { '@graph': graph } = JSON.parse(out);
    expect(graph[0]).toMatchObject({ '@id': 'https://ponte.example.org/entries/example-call', '@type': 'Service' });
  });

  it('writes several into a folder it makes, each whole', async () => {
    const to = join(place, 'new', 'folder');
    const { code, out, err } = await run('csv', 'dcat-ap', 'hsds', '--out', to, ...BASE);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(join(to, 'ponte.csv'));
    expect((await readdir(to)).sort()).toEqual(['ponte-dcat-ap.jsonld', 'ponte-hsds.json', 'ponte.csv']);
    expect(await readFile(join(to, 'ponte.csv'), 'utf8')).toContain('example-call,call,Jobs nearby 2027 (example)');
  });

  it('says what the CPSV-AP export cannot hold, and how to change it', async () => {
    const { code, err } = await run('cpsv-ap', ...BASE);
    expect(code).toBe(0);
    expect(err).toMatch(/^1 entries are not in the CPSV-AP export.*\n.*call\.authority/);
  });

  it('writes texts in the languages asked for', async () => {
    const { out } = await run('csv', '--languages', 'el,ES', ...BASE);
    expect(out.split('\r\n')[0]).toMatch(/,title_el,summary_el,title_es,summary_es$/);
  });

  it('warns that ids of this machine are no ids for the world', async () => {
    const { code, out, err } = await run('hsds');
    expect([code, err.includes('--base')]).toEqual([0, true]);
    expect(JSON.parse(out).contents).toHaveLength(1);
  });

  it.each([
    [[], 'name a format'],
    [['xml'], 'there is no format "xml"; there are cpsv-ap, schema-org, hsds, dcat-ap, csv.'],
    [['csv', 'hsds'], 'add --out FOLDER'],
    [['csv', '--out', ''], 'name the folder'],
    [['csv', '--base', 'ponte.example.org'], 'write --base https://'],
    [['csv', '--base', 'javascript:alert(1)'], 'is no address'],
    [['csv', '--base', 'https://ponte.example.org/?a=1'], 'is no address'],
    [['csv', '--languages', 'el,xx'], 'there is no language "xx"'],
  ])('refuses %j, with the remedy', async (args, remedy) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(remedy);
  });

  it('leaves a broken file out, says so, and does not call that done', async () => {
    await writeFile(join(folder, 'guides', 'broken.md'), '---\nid: broken\n---\n');
    const { code, out, err } = await run('schema-org', ...BASE);
    expect([code, JSON.parse(out)['@graph'].length > 0]).toEqual([1, true]);
    expect(err).toContain('Missing here, because it has errors: guides/broken.md');
  });

  it('does not replace a good export with one of nothing', async () => {
    const to = join(place, 'out');
    await run('csv', '--out', to, ...BASE);
    const before = await readFile(join(to, 'ponte.csv'), 'utf8');
    await rm(folder, { recursive: true });
    await expect(run('csv', '--out', to, ...BASE)).rejects.toMatchObject({ code: 'KNOWLEDGE_EMPTY' });
    await writeFolder(folder, { 'guides/README.md': 'nothing' });
    await expect(run('csv', '--out', to, ...BASE)).rejects.toMatchObject({ code: 'KNOWLEDGE_EMPTY' });
    expect(await readFile(join(to, 'ponte.csv'), 'utf8')).toBe(before);
  });

  it('tells in one line when something else is in the way, and leaves no half a file', async () => {
    await writeFile(join(place, 'file'), '');
    const { code, err } = await run('csv', '--out', join(place, 'file'), ...BASE);
    expect(code).toBe(1);
    expect(err).toMatch(/ponte\.csv was not written \(EEXIST\): .*choose another folder/);
    const inTheWay = join(place, 'out');
    await writeFolder(inTheWay, { 'ponte.csv/x': '' });
    expect((await run('csv', '--out', inTheWay, ...BASE)).code).toBe(1);
    expect(await readdir(inTheWay)).toEqual(['ponte.csv']);
  });
});
