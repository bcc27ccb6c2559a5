import { join } from 'node:path';
import type { Answer } from '../../../src/answering/answer';
import type { Finding } from '../../../src/domain/finding';
import { makeKnowledgeBase } from '../../../src/knowledge/knowledge-base';
import { Languages } from '../../../src/language/speech';
import type { AskRooms } from '../../../src/staff/ask';
import { doJob } from '../../../src/staff/live/folder-job';
import type { ReportLook } from '../../../src/staff/live/live-report';
import type { FolderStatus } from '../../../src/staff/page/serving-part';
import { makeStaffPages } from '../../../src/staff/page/staff-pages';
import { guideEntry, SMALL_VOCABULARIES } from '../../support/sample-entries';
import { entryOf } from '../export/sample-offer';

const EVIL = `"'><script>alert(1)</script>\u202e`;
const SITE = entryOf({
  kind: 'site',
  id: 'demo',
  site: {
    locales: ['en', 'el'],
    theme: { accent: '#123456', onAccent: '#ffffff' },
    controller: { en: 'nobody' },
    desks: [{ id: 'desk', name: { en: 'Desk' }, areas: ['EU'], languages: ['en'], email: 'desk@example.org' }],
  },
});
const GUIDE = guideEntry({ id: 'a-guide', title: { en: `Guide ${EVIL}` } }, { en: 'Body.' });
const KNOWLEDGE = makeKnowledgeBase([GUIDE, SITE], SMALL_VOCABULARIES, 'abcdef0123456789');

const finding = (given: Partial<Finding>): Finding => ({
  rule: 'schema',
  severity: 'error',
  file: 'guides/a-guide.md',
  line: 7,
  column: 3,
  what: 'reviewBy is no day',
  fix: 'Write it as 2027-05-01.',
  ...given,
});

describe('the staff pages', () => {
  let status: FolderStatus;
  let look: ReportLook;
  let asked: { text: string; locale: string; at: Date }[] = [];
  const languages = new Languages(join(__dirname, '..', '..', '..', 'locales'));
  const answerer = {
    answer: async (question: { text: string; locale: string; at: Date }): Promise<Answer> => {
      asked.push(question);
      const hits = [{ entry: 'a-guide', score: 12.3456 }];
      return {
        outcome: 'answered',
        question: question.text,
        asked: new Set(),
        confidence: 0.9876,
        entries: [GUIDE],
        sentences: [],
        suggestions: [],
        hits,
      };
    },
  };
  const rooms = {
    ...{ answerer, languages, knowledge: KNOWLEDGE, defaultSite: 'demo', now: () => new Date('2026-11-22T08:00:00Z') },
    ...{ detector: { detect: () => ({ locale: 'el', sure: true }) }, places: { find: () => undefined } },
  } as unknown as AskRooms;
  const pages = makeStaffPages({ status: () => status, report: { look: async () => look }, ask: () => rooms, patienceMs: 0 });
  beforeEach(() => {
    const when = new Date('2026-11-22T07:59:58Z');
    status = { knowledge: KNOWLEDGE, findings: [], servingSince: when, lastRead: when, hasFailed: false };
    look = { isCounting: false };
    asked = [];
  });
  const count = async () => {
    const report = await doJob(
      { kind: 'report', dataFolder: '/nowhere', at: Date.parse('2026-11-22T08:00:00Z') },
      { knowledge: KNOWLEDGE, unshown: [], brokenFiles: [] },
    );
    look = { report, isCounting: false };
  };

  it('say which version serves, and since when', async () => {
    const page = await pages.overview();
    for (const said of ['abcdef012345', '2026-11-22 07:59:58 UTC', 'No file is broken']) expect(page).toContain(said);
    expect(JSON.parse(await pages.knowledge()).serving).toMatchObject({
      digest: 'abcdef0123456789',
      entries: 2,
      since: '2026-11-22T07:59:58.000Z',
    });
  });

  it('name each broken file with its line, what to do, and what serves instead: errors first', async () => {
    const warning = finding({
      severity: 'warning',
      file: 'guides/a-guide.el.md',
      rule: 'translation-stale',
      what: 'older than its source',
    });
    status = { ...status, findings: [warning, finding({}), finding({ file: 'calls/new-call.md' })] };
    const page = await pages.overview();
    expect(page).toContain('2 files are broken');
    expect(page).toMatch(
      /calls\/new-call\.md:7:3.+Write it as 2027-05-01\.(?:<[^>]+>|\s)*Nothing of it serves.+guides\/a-guide\.md:7:3.+Its last good version serves.+older than its source/s,
    );
    const { findings } = JSON.parse(await pages.knowledge());
    expect(findings.map(({ file, serves }: { file: string; serves?: string }) => [file, serves])).toEqual([
      ['calls/new-call.md', 'nothing'],
      ['guides/a-guide.md', 'last good version'],
      ['guides/a-guide.el.md', undefined],
    ]);
  });

  it('say when the folder itself cannot be read', async () => {
    status = { ...status, hasFailed: true };
    expect(await pages.overview()).toContain('The last good version serves. Look whether the folder is there');
  });

  it('show health, who must act, coverage and questions in vain', async () => {
    await count();
    const page = await pages.overview();
    for (const id of ['health', 'act', 'coverage', 'by-country', 'by-language', 'cube-guide', 'questions'])
      expect(page).toContain(`id="${id}"`);
    expect(page.match(/<svg class="chart" role="img"/g)?.length).toBeGreaterThanOrEqual(5);
    expect(page).toContain('href="/entries/a-guide"');
    expect(page).not.toContain('href="/entries/demo"');
    const { report } = JSON.parse(await pages.knowledge());
    expect(report).toMatchObject({ entries: 2, questionsInVain: 0, coverage: [{ kind: 'guide', country: 'EU', entries: 1 }] });
  });

  it('say that the numbers are on their way, or of an earlier version', async () => {
    look = { isCounting: true };
    expect(await pages.overview()).toContain('are being counted');
    expect(JSON.parse(await pages.knowledge())).toMatchObject({ isCounting: true, report: null });
    look = { isCounting: false };
    expect(await pages.overview()).toContain('could not be counted');
    await count();
    status = { ...status, knowledge: { ...KNOWLEDGE, digest: 'another' } };
    expect(await pages.overview()).toContain('of an earlier version');
  });

  it('answer a question as people would see it, with its outcome, confidence, hits and scores', async () => {
    const page = await pages.tryQuestion({ question: 'Τι είναι;', locale: '', at: '2026-12-24', site: 'demo' });
    for (const said of ['<code>answered</code>', '0.988', '12.346', '<code>a-guide</code>', 'lang="el"', 'A summary.'])
      expect(page).toContain(said);
    expect(asked).toMatchObject([{ text: 'Τι είναι;', locale: 'el', at: new Date('2026-12-24T12:00:00Z') }]);
    expect(page).toContain('Τι είναι;</textarea>');
    expect(page).toContain('value="2026-12-24"');
  });

  it('answer in the language that was chosen, as of now, at the site that was chosen', async () => {
    const page = await pages.tryQuestion({ question: 'x', locale: 'en', at: '', site: 'demo' });
    expect(asked).toMatchObject([{ locale: 'en', at: new Date('2026-11-22T08:00:00Z') }]);
    expect(page).toContain('<option value="en" selected>');
  });

  it.each([
    [{}, 'Write a question.'],
    [{ question: '  ' }, 'Write a question.'],
    [{ question: 'x', site: 'gone' }, 'no such site'],
    [{ question: 'x', locale: 'xx' }, 'locale'],
    [{ question: 'x', at: '2026-02-31' }, 'a day that exists'],
  ])('say what is wrong with %j, and ask nobody', async (fields, said) => {
    const page = await pages.tryQuestion(fields);
    expect(page).toMatch(/role="alert"/);
    expect(page).toContain(said);
    expect(asked).toEqual([]);
  });

  it('escape whatever files, questions and forms hold, and spell hidden signs out', async () => {
    status = { ...status, findings: [finding({ file: EVIL, what: EVIL, fix: EVIL })] };
    await count();
    const said = [
      await pages.overview(),
      await pages.tryQuestion({ question: EVIL, locale: EVIL, at: EVIL, site: EVIL }),
      await pages.tryQuestion({ question: EVIL, site: 'demo' }),
    ];
    for (const page of said) expect(page).not.toContain('<script');
    expect(said[0]).toContain('[U+202E]');
  });

  it('need no script, no style of their own and no other server', async () => {
    await count();
    const said = [pages.signIn(), pages.signIn({ kind: 'wrong' }), await pages.overview(), await pages.tryQuestion()];
    for (const page of said) {
      expect(page).not.toMatch(/<script|<style|\son\w+="|\sstyle="/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      for (const [, address] of page.matchAll(/\s(?:src|href|action)="([^"]+)"/g)) expect(address).toMatch(/^(\/(?!\/)|#|data:,)/);
    }
  });
});
