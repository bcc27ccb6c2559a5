import { greekSoundOf, isInLatinLetters, likenessToGreek, MAYBE_GREEK, SURELY_GREEK, toGreekLetters } from '../../src/language/greeklish';

describe('Greek in Latin letters', () => {
  it.each([
    'epidotisi gia synetairismous',
    'thelo na anoikso mia koinsep ti prepei na kano',
    'thelw na kanw aithsh gia xrhmatodothsh ths koinwnikhs epixeirhshs mou',
    '8elo na doulepso, eimai anergos kai den ksero apo pou na arxiso',
  ])('is recognised however it is spelt: %s', (text) => {
    expect(likenessToGreek(text)).toBeGreaterThan(SURELY_GREEK);
  });

  it.each([
    'how can I open a social cooperative in Greece',
    'me gustaría abrir una cooperativa con mi hermana',
    'mia sorella ti chiede se può stare nella sede',
    'ti duhet me na e dhene nje pergjigje',
    'c koi EaSI',
    'Mai 2024, Montag bis Freitag',
    'sou moradora e tenho uma associação',
    '',
    '12 345',
  ])('is not found in other languages: %s', (text) => {
    expect(likenessToGreek(text)).toBeLessThan(MAYBE_GREEK);
  });

  it('is never sure of little words that other languages have too', () => {
    expect(likenessToGreek('da li je to za nas ili ne, sto ti mislis')).toBeLessThan(SURELY_GREEK);
  });

  it('has no letters with accents or hooks', () => {
    expect(likenessToGreek('thelo na kano mia čaitisi gia tin etairia')).toBe(0);
  });

  it.each([
    ['koinoniki epixeirisi', 'κοινονικι επιχειρισι'],
    ['8elw thn aithsh', 'θελω την αιτηση'],
    ['psaxno ksana', 'ψαχνο ξανα'],
    ['hrimata', 'χριματα'],
    ['ths etaireias', 'τησ εταιρειασ'],
    ['espa 2021-2027, 24 mines', 'εσπα 2021-2027, 24 μινεσ'],
  ])('"%s" is written in Greek letters by sound', (latin, greek) => {
    expect(toGreekLetters(latin)).toBe(greek);
  });

  it('is a text without any Greek letter', () => {
    expect([isInLatinLetters('aitisi'), isInLatinLetters('αίτηση ESF+'), isInLatinLetters('2024')]).toEqual([true, false, false]);
  });

  it.each([
    ['θελω', 'θελο'],
    ['αιτηση', 'αιτισι'],
    ['μπορουμε', 'μπορούμε'],
    ['ελλαδα', 'ελαδα'],
    ['οικονομια', 'ικονομια'],
  ])('writes what sounds the same the same: %s and %s', (one, other) => {
    expect(greekSoundOf(one)).toBe(greekSoundOf(other.normalize('NFD').replace(/\p{M}/gu, '')));
  });

  it('keeps apart what sounds otherwise', () => expect(greekSoundOf('που')).not.toBe(greekSoundOf('πι')));
});
