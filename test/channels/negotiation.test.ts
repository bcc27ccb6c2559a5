import { holds, preferredType } from '../../src/channels/negotiation';

const OURS = ['text/html', 'application/ld+json'];
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('what a client likes best', () => {
  it.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    [BROWSER, 'text/html'],
    ['application/ld+json', 'application/ld+json'],
    ['Application/LD+JSON;profile="x", */*;q=0.1', 'application/ld+json'],
    ['application/ld+json;q=0.5, text/html', 'text/html'],
    ['application/*;q=0.9, text/html;q=0.2', 'application/ld+json'],
    ['text/html;q=0, */*', 'application/ld+json'],
    ['image/png', undefined],
    ['text/html;q=., application/ld+json;q=0.1', 'application/ld+json'],
    [','.repeat(5000), undefined],
  ])('asked with %s it is %s', (accept, type) => {
    expect(preferredType(accept, OURS)).toBe(type);
  });

  it('is told by its tags what it has already', () => {
    expect(['"a"', 'W/"a"', '"b", "a"', '*'].map((given) => holds('"a"', given))).toEqual([true, true, true, true]);
    expect([undefined, '', '"b"', 'a'].map((given) => holds('"a"', given))).toEqual([false, false, false, false]);
  });
});
