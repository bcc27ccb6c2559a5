import { withUmlauts } from '../../src/language/umlauts';

describe('German without umlauts', () => {
  it.each([
    ['foerderung fuer gruender in muenchen', 'förderung für gründer in münchen'],
    ['Oesterreich: Ueberblick ueber Aemter', 'Österreich: Überblick über Ämter'],
    ['beschaeftigung von fluechtlingen, gruendungszuschuss', 'beschäftigung von flüchtlingen, gründungszuschuss'],
    ['waere das moeglich, koennten wir', 'wäre das möglich, könnten wir'],
  ])('%s', (typed, meant) => expect(withUmlauts(typed)).toBe(meant));

  it.each([
    'neue Frauen bauen Steuern, aktuell, eventuell, Quelle, Treue, Dauer',
    'soeben mit Michael aus Israel, Aerosol',
    'Statue und Oboe',
    'die Förderung fuer Gruender ist mit ö geschrieben',
  ])('leaves "%s"', (text) => expect(withUmlauts(text)).toBe(text));
});
