import fc from 'fast-check';
import type { Area } from '../../../src/domain/area';
import type { Criterion } from '../../../src/domain/criterion';
import { FrontMatter } from '../../../src/domain/entry';
import type { Term, Vocabularies } from '../../../src/domain/vocabulary';
import { matchCalls } from '../../../src/eligibility/match-calls';
import { makeKnowledgeBase } from '../../../src/knowledge/knowledge-base';
import { compareCalls } from '../../../src/staff/diff/compare-calls';
import { chooseQuestions } from '../../../src/staff/diff/golden-questions';

const term = (id: string, ...is: string[]): [string, Term] => [id, { id, name: { en: id }, is, said: {} }];
const area = (code: string): [string, Area] => [code, { code, name: { en: code }, also: [] }];
const AREAS = ['ES', 'ES5', 'EL', 'EL6', 'FR'];
const APPLICANTS = ['company', 'cooperative', 'association'];
const TOPICS = ['care', 'jobs', 'youth-jobs'];
const VOCABULARIES: Vocabularies = {
  areas: new Map(AREAS.map(area)),
  applicants: new Map([term('company'), term('cooperative', 'company'), term('association')]),
  topics: new Map([term('care'), term('jobs'), term('youth-jobs', 'jobs')]),
  concepts: [],
  objectives: new Map(),
  events: new Map(),
  skills: new Map(),
};
const AT = new Date('2026-11-21T12:00:00Z');

const some = (ids: string[]) => fc.subarray(ids, { minLength: 1 });
const criterion = (about: Criterion['about'], ids: string[]): fc.Arbitrary<Criterion> =>
  fc
    .record({ operator: fc.constantFrom('one-of' as const, 'none-of' as const), value: some(ids) })
    .map((one) => ({ ...one, id: about, about, quote: 'q' }));
const call = fc
  .record({
    areas: some(AREAS),
    topics: some(TOPICS),
    audience: fc.subarray(APPLICANTS),
    criteria: fc
      .subarray([0, 1, 2])
      .chain((which) =>
        fc
          .tuple(criterion('area', AREAS), criterion('applicant', APPLICANTS), criterion('topic', TOPICS))
          .map((all) => all.filter((_, n) => which.includes(n))),
      ),
  })
  .map(({ criteria, ...rest }) => {
    const facts = FrontMatter.parse({
      ...rest,
      id: 'the-call',
      kind: 'call',
      locale: 'en',
      country: 'EU',
      title: { en: 'A call' },
      summary: { en: 'A call.' },
      sources: [{ title: 'A source' }],
      checked: '2026-11-01',
      reviewBy: '2027-05-01',
      verified: true,
      call: { closes: '2027-01-31', criteria },
    });
    return makeKnowledgeBase([{ ...facts, bodies: {}, file: 'calls/the-call.md' }], VOCABULARIES, '');
  });

describe('Calls compared', () => {
  it('count the same profiles as trying each of them', () => {
    fc.assert(
      fc.property(call, call, (base, edited) => {
        const [before] = base.entries;
        const [after] = edited.entries;
        if (before?.kind !== 'call' || after?.kind !== 'call') throw new Error('two calls were made');
        // Only what a call names is a sample.
        const named = (about: string) =>
          [before, after].flatMap((one) =>
            one.call.criteria.filter((each) => each.about === about).flatMap(({ value }) => value as string[]),
          );
        const applicants = APPLICANTS.filter((one) => [...before.audience, ...after.audience, ...named('applicant')].includes(one));
        const topics = TOPICS.filter((one) => [...before.topics, ...after.topics, ...named('topic')].includes(one));
        fc.pre(applicants.length > 0);
        const profiles = AREAS.flatMap((where) =>
          applicants.flatMap((applicant) => topics.map((topic) => ({ area: where, applicant, topic }))),
        );
        const isShown = (entry: typeof before, profile: object) => matchCalls([entry], profile, VOCABULARIES, AT, 1).length > 0;
        const flipped = profiles.filter((profile) => isShown(before, profile) !== isShown(after, profile)).length;
        expect(compareCalls({ base, edited }, AT)[0]?.profiles ?? { flipped: 0, of: profiles.length }).toEqual({
          flipped,
          of: profiles.length,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('Golden questions chosen', () => {
  const questions = Array.from({ length: 100 }, (_, n) => ({ id: n, question: 'q', relevant: [`entry-${n}`] }));

  it('are all of them when there is room', () => {
    expect(chooseQuestions(questions, 100, () => false)).toHaveLength(100);
  });

  it('begin with those whose entry was changed, then spread over the file, in its order', () => {
    const chosen = chooseQuestions(questions, 10, (id) => id === 'entry-97' || id === 'entry-98').map(({ id }) => Number(id));
    expect(chosen).toHaveLength(10);
    expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
    expect(chosen).toEqual(expect.arrayContaining([97, 98]));
    expect(chosen.filter((id) => id < 50).length).toBeGreaterThanOrEqual(4);
  });

  it('are none when none may be asked', () => {
    expect(chooseQuestions(questions, 0, () => true)).toEqual([]);
  });
});
