import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readKnowledge } from '../../../src/knowledge/knowledge-base';
import { importUndo } from '../../../src/staff/import/import-undo';
import { makePortalImport } from '../../../src/staff/import-portal/command';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { naughtyStrings } from '../../support/naughty-strings';
import { PortalServer, topic } from './portal-server';

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Not in one chain: where restify was loaded, its writeHead gives nothing back. */
function told(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body = ''): true {
  response.writeHead(status, headers);
  response.end(body);
  return true;
}

describe('`ponte import portal`', () => {
  const server = new PortalServer();
  let url = '';
  let folder: KnowledgeFolder;
  let waits: number[] = [];
  let clock = new Date();

  beforeAll(async () => {
    url = await server.listen();
  });
  afterAll(async () => {
    await server.close();
    removeKnowledgeFolders();
  });
  beforeEach(() => {
    folder = new KnowledgeFolder();
    folder.write(
      'vocabularies/topics.yaml',
      '- { id: social-innovation, name: { en: social innovation } }\n- { id: social-economy, name: { en: social economy } }\n- { id: employment, name: { en: jobs }, said: { en: ["find a job", "unemployed"] } }\n',
    );
    server.pages = [[topic('ESF-2027-ONE'), topic('ESF-2027-TWO')]];
    server.total = undefined;
    server.fault = () => false;
    server.asked.length = 0;
    waits = [];
    clock = new Date('2026-11-21T12:00:00Z');
  });

  const rooms = () => ({
    folder: folder.path,
    dataFolder: join(folder.path, '..', 'data'),
    out: new Kept(),
    err: new Kept(),
    now: () => clock,
    isTerminal: false,
  });

  const run = async (...args: string[]) => {
    const sleep = async (ms: number) => void waits.push(ms);
    const command = makePortalImport({ sleep, random: () => 0.5, timeoutMs: 300, paceMs: 1000 });
    const given = rooms();
    const code = await command.run(['--url', url, ...args], given);
    return { code, out: given.out.text, err: given.err.text };
  };
  const written = () => (existsSync(join(folder.path, 'calls')) ? readdirSync(join(folder.path, 'calls')).sort() : []);
  const read = (file: string) => readFileSync(join(folder.path, 'calls', file), 'utf8');
  const ONE = 'eu-european-commission-esf-2027-one.md';

  it('shows what it would add and writes nothing', async () => {
    const { code, out, err } = await run();
    expect(code).toBe(0);
    expect(out).toContain('2 added, 0 changed');
    expect(err).toContain('Nothing was written');
    expect(written()).toEqual([]);
  });

  it('asks with JSON files as parts, so that the filters are not ignored', async () => {
    await run();
    const { body = '' } = server.asked[0] ?? {};
    expect(body).toMatch(
      /name="query"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n\{"bool":\{"must":\[\{"terms":\{"type":\["1"\]\}\}/,
    );
    expect(body).toMatch(/name="languages"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n\["en"\]/);
    expect(body).toContain('43254019');
    expect(body).not.toContain('31094503');
    await run('--closed', '--fresh');
    expect(server.asked.at(-1)?.body).toContain('31094503');
  });

  it('writes entries that the folder can read and that nobody is shown until staff have completed them', async () => {
    expect((await run('--apply')).code).toBe(0);
    const { knowledge, files, findings } = await readKnowledge(folder.path);
    expect(findings).toEqual([]);
    expect(knowledge.entries).toEqual([]);
    const entry = files.entries.find(({ id }) => id === 'eu-european-commission-esf-2027-one');
    expect(entry).toMatchObject({
      kind: 'call',
      verified: false,
      locale: 'en',
      country: 'EU',
      areas: ['EU'],
      topics: ['employment'],
      checked: '2026-11-21',
      reviewBy: '2027-01-20',
      title: { en: 'Helping long-term unemployed people find a job with ESF-2027-ONE' },
      sources: [
        {
          url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/ESF-2027-ONE',
          date: '2026-11-21',
        },
      ],
      call: {
        fund: 'ESF+',
        reference: 'ESF-2027-ONE',
        opens: '2026-10-01',
        closes: '2027-02-15',
        amounts: [{ what: 'total', max: 2_000_000 }],
        nextCalls: expect.stringMatching(/calls-for-proposals$/),
      },
    });
  });

  it('takes the last import back', async () => {
    await run('--apply');
    expect(written()).toHaveLength(2);
    expect(await importUndo.run([], rooms())).toBe(0);
    expect(written()).toEqual([]);
  });

  it('changes dates that the portal moved, and leaves the words of staff', async () => {
    await run('--apply');
    const path = join(folder.path, 'calls', ONE);
    writeFileSync(path, read(ONE).replace('Helping long-term unemployed people', 'Help for unemployed people'));
    server.pages = [[topic('ESF-2027-ONE', { deadlineDate: ['2027-03-01T00:00:00.000+0000'] })]];
    const { out } = await run('--apply', '--fresh');
    expect(out).toMatch(/changed +row 1 +eu-european-commission-esf-2027-one/);
    expect(out).toContain('closes 2027-02-15 → 2027-03-01');
    expect(out).toMatch(/vanished +eu-european-commission-esf-2027-two/);
    expect(read(ONE)).toContain('Help for unemployed people');
    expect(read(ONE)).toContain('closes: 2027-03-01');
    expect(written()).toHaveLength(2);
  });

  it('knows an entry that staff wrote by its reference', async () => {
    await run('--apply');
    const path = join(folder.path, 'calls', ONE);
    const text = read(ONE).replace('id: eu-european-commission-esf-2027-one', 'id: our-own-name');
    folder.remove(`calls/${ONE}`);
    writeFileSync(join(path, '..', 'our-own-name.md'), text);
    expect((await run('--fresh')).out).toContain('0 added, 0 changed, 2 unchanged');
  });

  describe('reads topics', () => {
    const only = async (metadata: Record<string, unknown>) => {
      server.pages = [[topic('ESF-2027-ONE', metadata)]];
      return run('--apply');
    };

    it('once, when one identifier comes in several languages and cut-offs', async () => {
      const danish = {
        title: ['Hjælp til langtidsledige med at finde et arbejde'],
        language: ['da'],
        descriptionByte: ['<p>Støtte til sociale virksomheder, der hjælper langtidsledige.</p>'],
      };
      server.pages = [[topic('ESF-2027-ONE', danish), topic('ESF-2027-ONE'), topic('esf-2027-one', { deadlineDate: ['2027-09-01'] })]];
      const { out, err } = await run('--apply');
      expect(out).toContain('1 added');
      expect(err).toContain('1 topics of ours, 2 doubles');
      expect(read(ONE)).toContain('closes: 2027-09-01');
      expect(read(ONE)).toContain('Helping long-term');
    });

    it('in the language of their words, whatever the label says', async () => {
      const { out } = await only({
        language: ['en'],
        title: ['Aider les personnes au chômage de longue durée à retrouver un emploi'],
        descriptionByte: ['<p>Cet appel soutient les entreprises sociales qui aident les personnes éloignées de l’emploi.</p>'],
      });
      expect(out).toContain('labelled "en", its words are fr');
      expect(read(ONE)).toContain('locale: fr');
    });

    it('without a description that is in another language than the title', async () => {
      const { out } = await only({
        descriptionByte: ['<p>Diese Ausschreibung unterstützt Sozialunternehmen, die arbeitslosen Menschen helfen.</p>'],
      });
      expect(out).toContain('the description is de, not en: left out');
      expect(read(ONE)).not.toContain('Sozialunternehmen');
    });

    it('without anything a page would run or follow', async () => {
      await only({
        title: ['Support <img src=x onerror=alert(1)> for [people](javascript:alert(1)) who look for a job'],
        descriptionByte: [
          '<p>Text of a <script>alert(2)</script>call for people &lt;b&gt;without work&lt;/b&gt; who want help.</p>\n---\n# not a heading',
        ],
      });
      expect(read(ONE)).not.toMatch(/<[a-z/]|\]\(|javascript:|alert\(2\)/i);
      expect(read(ONE).match(/^---$/gm)).toHaveLength(2);
    });

    it('with no closing day when the portal calls it open after its last deadline', async () => {
      const { out } = await only({ deadlineDate: ['2026-03-01T17:00:00.000+0000'], startDate: ['2026-01-01'] });
      expect(out).toContain('no closing day is written');
      expect(read(ONE)).not.toContain('closes:');
    });

    it('with the first of two stages, and the last of several cut-offs', async () => {
      await only({ deadlineModel: ['two-stage'], deadlineDate: ['2027-01-10', '2027-06-10'] });
      expect(read(ONE)).toContain('closes: 2027-01-10');
      await importUndo.run([], rooms());
      server.pages = [[topic('ESF-2027-ONE', { deadlineModel: ['multiple cut-off'], deadlineDate: ['2027-01-10', '2027-06-10'] })]];
      await run('--apply', '--fresh');
      expect(read(ONE)).toContain('closes: 2027-06-10');
    });

    it.each<[string, Record<string, unknown>]>([
      [
        'metadata of other types',
        { title: 7, deadlineDate: { x: 1 }, startDate: [null], budgetOverview: ['{broken'], descriptionByte: [[]] },
      ],
      ['an identifier that is a path', { identifier: ['../../etc/passwd'] }],
      ['no identifier', { identifier: [] }],
      ['no words', { title: [], callTitle: [], descriptionByte: [] }],
      ['days that do not exist', { deadlineDate: ['2027-02-30T00:00'], startDate: ['soon'] }],
      ['dates the wrong way round', { startDate: ['2027-05-01'], deadlineDate: ['2027-01-01'] }],
    ])('without falling over %s', async (_, metadata) => {
      await only(metadata);
      expect((await readKnowledge(folder.path)).findings).toEqual([]);
      expect(written().every((name) => name.startsWith('eu-european-commission-'))).toBe(true);
    });

    const naughty = naughtyStrings();
    it('as clean entries or refusals, whatever stands in every field', async () => {
      const everywhere = (text: string) =>
        Object.fromEntries(
          ['title', 'descriptionByte', 'startDate', 'deadlineDate', 'deadlineModel', 'budgetOverview', 'language'].map((name) => [
            name,
            [text],
          ]),
        );
      const asTitle = (text: string) => ({
        title: [`Help for people without work ${text}`],
        descriptionByte: [`<p>This call helps people who look for work. ${text}</p>`],
      });
      server.pages = [naughty.flatMap((text, n) => [topic(`ESF-2027-A${n}`, everywhere(text)), topic(`ESF-2027-B${n}`, asTitle(text))])];
      const { out } = await run('--apply');
      const { files, findings } = await readKnowledge(folder.path);
      expect(findings).toEqual([]);
      const counts = Object.fromEntries([...out.matchAll(/(\d+) (added|refused)/g)].map(([, count, what]) => [what, Number(count)]));
      expect((counts.added ?? 0) + (counts.refused ?? 0)).toBe(naughty.length * 2);
      expect(files.entries).toHaveLength(counts.added ?? 0);
      expect(counts.added).toBeGreaterThan(naughty.length / 2);
      for (const text of files.texts.values()) expect(text).not.toMatch(/<\/?[a-z!]|\]\s*\(|javascript:|[\u0000-\u0008\u202a-\u202e]/i);
    });

    it('of the Single Market Programme only where they are about the social economy', async () => {
      const market = {
        frameworkProgramme: ['43252476'],
        descriptionByte: ['<p>Tourism businesses can apply for help with their marketing abroad.</p>'],
      };
      const social = { frameworkProgramme: ['43252476'], title: ['Social economy missions for resilient communities in Europe'] };
      server.pages = [[topic('SMP-2027-TOUR', market), topic('SMP-2027-SEE', social)]];
      await run('--apply');
      expect(written()).toEqual(['eu-european-commission-smp-2027-see.md']);
      expect(read('eu-european-commission-smp-2027-see.md')).toContain('programme: "Single Market Programme"');
    });
  });

  describe('of a service with faults', () => {
    it('asks again after an answer 500, with a wait that grows', async () => {
      server.fault = (response, _, attempt) => attempt <= 3 && told(response, 500, {}, 'x');
      expect((await run()).code).toBe(0);
      expect(server.attemptsAt(1)).toBe(4);
      expect(waits).toEqual([1000, 2000, 4000]);
    });

    it('waits as long as the service asks', async () => {
      server.fault = (response, _, attempt) => attempt === 1 && told(response, 429, { 'retry-after': '7' });
      await run();
      expect(waits).toEqual([7000]);
    });

    it('does not wait for an hour, and says so', async () => {
      server.fault = (response) => told(response, 503, { 'retry-after': '3600' });
      const { code, err } = await run();
      expect([code, err]).toEqual([1, expect.stringContaining('asks to wait 60 minutes')]);
      expect(waits).toEqual([]);
    });

    it.each<[string, PortalServer['fault'], string]>([
      ['500 for ever', (response) => told(response, 500, {}), 'it answers 500'],
      [
        'a web page',
        (response) => told(response, 200, { 'content-type': 'text/html' }, '<!doctype html><p>Maintenance</p>'),
        'a web page instead of data',
      ],
      [
        'half a body',
        (response, page) => {
          response.writeHead(200, { 'content-length': '90000' });
          response.write(server.bodyOf(page).slice(0, 400), () => setTimeout(() => response.destroy(), 20));
          return true;
        },
        'broke off',
      ],
      ['half of its JSON', (response, page) => !!response.end(server.bodyOf(page).slice(0, 400)), 'not whole'],
      ['JSON of another shape', (response) => !!response.end('{"hits": []}'), 'not of the shape known'],
      ['nothing at all, slowly', () => true, 'took longer than'],
      [
        'one byte at a time',
        (response) => {
          const drip = setInterval(() => response.write(' '), 50);
          response.on('close', () => clearInterval(drip));
          return true;
        },
        'took longer than',
      ],
      ['404', (response) => told(response, 404, {}), 'it answers 404'],
      ['a redirect to another place', (response) => told(response, 302, { location: 'http://169.254.169.254/' }), 'it answers 302'],
    ])('gives up on %s, says why and what to do, and writes nothing', async (_, fault, why) => {
      server.fault = fault;
      const { code, err } = await run('--apply');
      expect(code).toBe(1);
      expect(err).toContain(why);
      expect(err).toContain('Try again later');
      expect(written()).toEqual([]);
      expect(server.attemptsAt(1)).toBeLessThanOrEqual(5);
    });

    it('does not read a page without end', async () => {
      server.fault = (response) => {
        const block = Buffer.alloc(1024 * 1024, 32);
        const pour = () => {
          while (!response.destroyed && response.write(block));
        };
        response.on('drain', pour);
        pour();
        return true;
      };
      const command = makePortalImport({ sleep: async () => undefined, random: () => 0, timeoutMs: 20_000, paceMs: 0 });
      const given = rooms();
      expect(await command.run(['--url', url], given)).toBe(1);
      expect(given.err.text).toContain('more than 16 MB');
    });

    it('stops at an empty page before the end, keeps what came, and takes nothing for vanished', async () => {
      await run('--apply');
      server.pages = [[topic('ESF-2027-ONE')]];
      server.total = 300;
      const { code, out, err } = await run('--fresh');
      expect(code).toBe(1);
      expect(err).toContain('page 2: it is empty, though 300 results were announced and 1 came');
      expect(out).toContain('0 vanished');
    });

    it('stops at the same page for ever', async () => {
      server.total = 100_000;
      server.fault = (response) => !!response.end(server.bodyOf(1));
      const { code, err } = await run();
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/page 2: it is the same page as before[\s\S]*within the hour, without --fresh/),
      ]);
      expect(server.asked).toHaveLength(2);
    });

    it('stops after thirty pages of a service that never ends', async () => {
      server.total = 100_000;
      server.pages = Array.from({ length: 60 }, (_, n) => [topic(`ESF-2027-${n + 100}`)]);
      const { code, err } = await run();
      expect([code, err]).toEqual([1, expect.stringContaining('more than 30 pages')]);
      expect(server.asked).toHaveLength(30);
    });

    it('tells when nothing is found, because then the codes have changed', async () => {
      server.pages = [];
      const { code, err } = await run();
      expect([code, err]).toEqual([1, expect.stringContaining('the service found nothing')]);
    });
  });

  describe('that broke off', () => {
    beforeEach(() => {
      server.pages = [[topic('ESF-2027-ONE')], [topic('ESF-2027-TWO')], [topic('ESF-2027-TRI')]];
    });

    it('goes on at the page where it stopped', async () => {
      server.fault = (response, page) => page === 2 && told(response, 404, {});
      expect((await run()).code).toBe(1);
      server.fault = () => false;
      server.asked.length = 0;
      const { code, out, err } = await run();
      expect(server.asked.map(({ page }) => page)).toEqual([2, 3]);
      expect(err).toContain('going on at page 2');
      expect([code, out]).toEqual([0, expect.stringContaining('3 added')]);
    });

    it('applies what was shown within the hour, and asks again later', async () => {
      await run();
      server.asked.length = 0;
      await run('--apply');
      expect(server.asked).toEqual([]);
      expect(written()).toHaveLength(3);
      clock = new Date(clock.getTime() + 2 * 3_600_000);
      await run();
      expect(server.asked).toHaveLength(3);
    });

    it('starts again when what was kept is damaged', async () => {
      await run();
      writeFileSync(join(rooms().dataFolder, 'import', 'portal.json'), '{"url":');
      server.asked.length = 0;
      expect((await run()).code).toBe(0);
      expect(server.asked).toHaveLength(3);
    });
  });

  it.each(['http://portal.example.org/search', 'ftp://portal.example.org', 'https://user:secret@portal.example.org', 'portal'])(
    'refuses the address %s',
    async (address) => {
      const given = rooms();
      expect(
        await makePortalImport({ sleep: async () => undefined, random: () => 0, timeoutMs: 300, paceMs: 0 }).run(['--url', address], given),
      ).toBe(64);
      expect(given.err.text).toContain('https');
    },
  );
});
