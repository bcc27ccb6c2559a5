import { LOCALES } from '../../../src/domain/locale';
import { EMPTY_HISTORY, type LinkHistory } from '../../../src/staff/links/history';
import { healthOf, PARTS, WEIGHTS } from '../../../src/staff/report/health';
import { toDoFor } from '../../../src/staff/report/to-do';
import { guideEntry } from '../../support/sample-entries';

const TODAY = '2026-11-22';
const inAll = (text: string) => Object.fromEntries(LOCALES.map((locale) => [locale, text]));
const PLAIN = 'You can get help with this. We ask who you are. Then we look for money. '.repeat(5);
const URL = 'https://a.example.org/';

const good = {
  title: inAll('A guide'),
  summary: inAll('A guide.'),
  sources: [{ title: 'A page', url: URL, date: '2026' as const }],
  checked: '2026-11-01',
  reviewBy: '2027-11-01',
};
const found = (...checks: [day: string, found: 'there' | 'not-found' | 'unsure'][]): LinkHistory => ({
  ...EMPTY_HISTORY,
  links: { [URL]: checks.map(([day, one]) => ({ day, found: one, why: '' })) },
});
const THERE = found(['2026-11-20', 'there']);
const GONE = found(['2026-11-18', 'not-found'], ['2026-11-19', 'not-found'], ['2026-11-20', 'not-found']);
const health = (given: object = {}, history = THERE) => healthOf(guideEntry({ ...good, ...given }, inAll(PLAIN)), TODAY, history);
const toDo = (given: object = {}, history = THERE) => toDoFor(guideEntry({ ...good, ...given }, inAll(PLAIN)), health(given, history));

describe('Health of an entry', () => {
  it('is 100 when nothing is wanting, and its parts weigh 100 together', () => {
    expect(health().score).toBe(100);
    expect(PARTS.reduce((sum, name) => sum + WEIGHTS[name], 0)).toBe(100);
  });

  it('loses freshness in the second half of the time to review, all of it on the review day', () => {
    const share = (checked: string, reviewBy: string) => health({ checked, reviewBy }).parts.freshness.share;
    expect(share('2026-11-12', '2026-12-02')).toBe(1);
    expect(share('2026-11-07', '2026-11-27')).toBe(0.5);
    expect(share('2026-11-02', TODAY)).toBe(0);
    expect(health({ reviewBy: '2026-11-10' }).parts.freshness).toEqual({ share: 0, why: 'review overdue by 12 days, since 2026-11-10' });
  });

  it('counts addresses and dates of sources', () => {
    const share = (sources: object[]) => health({ sources }).parts.sources.share;
    expect(share([{ title: 'A' }])).toBe(0);
    expect(share([{ title: 'A', url: URL }])).toBeCloseTo(0.6);
    expect(share([{ title: 'A', url: URL, date: '2026' }, { title: 'B' }])).toBeCloseTo(0.5);
  });

  it('counts languages of headline and body', () => {
    expect(health({ summary: { en: 'A guide.' } }).parts.languages.share).toBeCloseTo(0.5 + 1 / 22);
    const english = healthOf(guideEntry(good, { en: PLAIN }), TODAY, THERE);
    expect(english.parts.languages).toEqual({
      share: 0.5 + 1 / 22,
      why: expect.stringContaining('headline in 11, body in 1, missing in es, ca'),
    });
  });

  it('counts gone and uncertain links', () => {
    expect(health({}, found(['2026-11-20', 'unsure'])).parts.links.share).toBe(0.5);
    expect(health({}, GONE).parts.links.share).toBe(0);
  });

  it('leaves out what could not be judged', () => {
    const unknown = healthOf(guideEntry({ ...good }, inAll('Short.')), TODAY, EMPTY_HISTORY);
    expect([unknown.parts.links.share, unknown.parts.readability.share, unknown.score]).toEqual([undefined, undefined, 100]);
  });
});

describe('What to do about an entry', () => {
  it('begins with a review that is overdue', () => {
    expect(toDo({ reviewBy: '2026-11-21', verified: false }, GONE)).toEqual({
      urgency: 0,
      what: [
        'review: overdue by 1 day',
        `replace what is gone: ${URL}`,
        'compare it with its sources, then write verified: true: not shown until then',
      ],
    });
  });

  it.each([
    [1, {}, GONE],
    [2, { verified: false }, THERE],
    [3, { reviewBy: '2026-12-22' }, THERE],
    [4, { summary: { en: 'A guide.' } }, THERE],
    [4, { sources: [{ title: 'A' }] }, THERE],
    [5, {}, THERE],
    [5, { reviewBy: '2026-12-23' }, THERE],
  ])('has urgency %i for %j', (urgency, given, history) => {
    expect(toDo(given, history).urgency).toBe(urgency);
  });
});
