import { splitCompound } from '../../src/retrieval/compounds';

const KNOWN = new Set(
  'sozial genossenschaft forderung jugend arbeit arbeitslosigkeit frau haus schule abschluss kind garten platz burg stadt'.split(' '),
);
const split = (word: string) => splitCompound(word, (part) => KNOWN.has(part));

describe('a German compound', () => {
  it.each([
    ['sozialgenossenschaftsforderung', ['sozial', 'genossenschaft', 'forderung']],
    ['jugendarbeitslosigkeit', ['jugend', 'arbeitslosigkeit']],
    ['frauenhaus', ['frau', 'haus']],
    ['kindergartenplatz', ['kind', 'garten', 'platz']],
  ])('%s is taken apart at what joins its words', (word, parts) => {
    expect(split(word)).toEqual(parts);
  });

  it.each(['brandenburg', 'genossenschaftlich', 'sozialxyz', 'hausarbei', 'cooperative'])(
    '%s stays whole: a piece of it is no known word',
    (word) => {
      expect(split(word)).toBeUndefined();
    },
  );

  it('is not looked for in short words', () => {
    expect(split('hausburg')).toBeUndefined();
  });

  it('is tried in bounded time, however long the word', () => {
    let tries = 0;
    splitCompound('stadt'.repeat(9), (part) => {
      tries++;
      return part.length === 4;
    });
    expect(tries).toBeLessThan(200_000);
  });
});
