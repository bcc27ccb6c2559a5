import { AreaCode, areaServes, countryOf, isOutsideEu, narrowness, nutsOf } from '../../src/domain/area';

describe('An area', () => {
  it.each(['EU', 'ES', 'ES5', 'ES52', 'ES523', 'EL30', 'AL022'])('may be %s', (code) => {
    expect(AreaCode.safeParse(code).success).toBe(true);
  });

  it.each(['', 'E', 'es', 'ES5230', 'ES-52', 'Spain', '5ES', 'ΕΛ30'])('is never %j', (code) => {
    expect(AreaCode.safeParse(code).success).toBe(false);
  });

  it.each([
    ['EU', 'ES523', true],
    ['ES', 'ES523', true],
    ['ES52', 'ES523', true],
    ['ES523', 'ES523', true],
    ['EU', 'EU', true],
    ['ES523', 'ES', false],
    ['ES', 'EL', false],
    ['ES', 'EU', false],
    ['ES52', 'ES53', false],
  ])('%s serves somebody in %s: %s', (outer, inner, serves) => {
    expect(areaServes(outer, inner)).toBe(serves);
  });

  it('is narrower the longer its code is', () => {
    expect(['EU', 'ES', 'ES5', 'ES52', 'ES523'].map(narrowness)).toEqual([0, 1, 2, 3, 4]);
  });

  it('lies in one country, except the Union', () => {
    expect(['ES523', 'EL', 'EU'].map(countryOf)).toEqual(['ES', 'EL', undefined]);
  });

  it('is EL for NUTS when it is GR for ISO, Greece, and the same otherwise', () => {
    expect([nutsOf('GR'), nutsOf('ES')]).toEqual(['EL', 'ES']);
  });
});

describe('Outside the Union', () => {
  it.each(['AL', 'AL022', 'XK', 'UK', 'NO'])('is %s', (code) => expect(isOutsideEu(code)).toBe(true));
  it.each(['EU', 'EL', 'EL514', 'ES', 'SI036'])('is not %s', (code) => expect(isOutsideEu(code)).toBe(false));
});
