import { findContradiction } from '../../src/answering/contradiction';
import { callEntry } from '../support/sample-entries';

const NOTHING = new Set<never>();
const call = (given: Parameters<typeof callEntry>[0]) => callEntry({ title: { en: 'Grants for windmill repair' }, ...given });
const isFound = (one: Parameters<typeof callEntry>[0], other: Parameters<typeof callEntry>[0], asked: ReadonlySet<never> = NOTHING) =>
  findContradiction(call({ id: 'one', ...one }), [call({ id: 'other', ...other })], asked) !== undefined;

describe('findContradiction', () => {
  it('finds another closing day of the same call, by its title or by its code', () => {
    expect(isFound({ call: { closes: '2027-02-01' } }, { call: { closes: '2027-03-15' } })).toBe(true);
    const coded = (closes: string) => ({ title: { en: `Windmills until ${closes}` }, call: { reference: 'MILL-7', closes } });
    expect(isFound(coded('2027-02-01'), coded('2028-03-15'))).toBe(true);
  });

  it('finds other sums and other shares of the costs', () => {
    expect(isFound({ call: { amounts: [{ what: 'grant', max: 5_000 }] } }, { call: { amounts: [{ what: 'grant', max: 50_000 }] } })).toBe(
      true,
    );
    expect(isFound({ call: { supportRate: { max: 80 } } }, { call: { supportRate: { max: 95 } } })).toBe(true);
  });

  it.each([
    ['the month of a day', { call: { closes: '2027-02-01' } }, { call: { closes: '2027-02' } }],
    ['the next round', { call: { closes: '2027-02-01' } }, { call: { closes: '2028-02-01' } }],
    [
      'a call with another number',
      { title: { en: 'Mills I' }, call: { closes: '2027-02-01' } },
      { title: { en: 'Mills II' }, call: { closes: '2027-03-01' } },
    ],
    ['another place', { areas: ['ES'], call: { closes: '2027-02-01' } }, { areas: ['EL514'], call: { closes: '2027-03-01' } }],
    ['another call', { call: { closes: '2027-02-01' } }, { title: { en: 'Grants for beehives' }, call: { closes: '2027-03-01' } }],
    ['a fact that one leaves out', { call: { closes: '2027-02-01' } }, { call: { opens: '2026-12-01' } }],
    [
      'about as much',
      { call: { amounts: [{ what: 'total', max: 112_300, about: true }] } },
      { call: { amounts: [{ what: 'total', max: 110_000 }] } },
    ],
    [
      'two sums of two kinds',
      { call: { amounts: [{ what: 'grant', max: 5_000 }] } },
      { call: { amounts: [{ what: 'total', max: 50_000 }] } },
    ],
  ] as const)('takes for none: %s', (_, one, other) => {
    expect(isFound(one as never, other as never)).toBe(false);
  });

  it('tells only of what was asked', () => {
    const [one, other] = [{ call: { closes: '2027-02-01' } }, { call: { closes: '2027-03-15' } }];
    expect(isFound(one, other, new Set(['amount' as never]))).toBe(false);
    expect(isFound(one, other, new Set(['deadline' as never]))).toBe(true);
  });
});
