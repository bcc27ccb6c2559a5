import { foldWord, hasDigit, soundOf, tokenise, transliterate } from '../../src/retrieval/words';

describe('the words of a text', () => {
  it('are in lower case, keep their accents, and are parted by apostrophes and hyphens', () => {
    expect(tokenise('L’Economia social: ajuts, co-finançament!')).toEqual(['l', 'economia', 'social', 'ajuts', 'co', 'finançament']);
  });

  it('are the same however wide or composed their letters are written', () => {
    expect(tokenise('ＥＳＦ')).toEqual(['esf']);
    expect(tokenise('ayudá')).toEqual(tokenise('ayuda\u0301'));
  });

  it('hold numbers and codes, and no signs', () => {
    expect(tokenise('ESO4.11 – 12 000 €, 🙂')).toEqual(['eso4', '11', '12000']);
  });

  it.each(['col·laborar', 'col•laborar', 'co\u0140laborar', 'COL·LABORAR', 'col.laborar', 'collaborar'])(
    '%s is one Catalan word',
    (typed) => {
      expect(tokenise(typed)).toEqual(['collaborar']);
    },
  );

  it('are parted by a point everywhere else', () => {
    expect(tokenise('portal.lt, al.lavoro 3.l')).toEqual(['portal', 'lt', 'allavoro', '3', 'l']);
    expect(tokenise('hotel · local')).toEqual(['hotel', 'local']);
  });

  it.each(['5.500', '5,500', '5 500', '5\u00a0500', '5500'])('%s is one number', (typed) => expect(tokenise(typed)).toEqual(['5500']));

  it('are numbers parted by what does not part thousands', () => {
    expect(tokenise('1.234.567 1,5 2021.2027 3.10.2023 0,500 12.3456')).toEqual('1234567 1 5 2021 2027 3 10 2023 0 500 12 3456'.split(' '));
  });

  it.each([
    ['Κοιν.Σ.Επ. ΚοινΣΕπ', 'κοινσεπ'],
    ['Κ.ΑΛ.Ο., ΚΑΛΟ', 'καλο'],
    ['S.r.l., s.r.l SRL', 'srl'],
    ['e.V. eV', 'ev'],
    ['d.o.o., doo', 'doo'],
  ])('%s is one abbreviation, with its points or without', (typed, word) => expect(new Set(tokenise(typed))).toEqual(new Set([word])));

  it('are no abbreviation in addresses and where a blank is missing', () => {
    const typed = 'www.gov.si me@a.example data.inclusion ready.Then a.example/x.y Ν.4430';
    expect(tokenise(typed)).toEqual('www gov si me a example data inclusion ready then a example x y ν 4430'.split(' '));
  });

  it('are read at once in however long a row of points', () => {
    const started = performance.now();
    tokenise('ab.'.repeat(20_000));
    tokenise('a.'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('are cut at a length no word has, so that nothing can be made slow', () => {
    expect(tokenise('a'.repeat(5000))).toEqual(['a'.repeat(48)]);
  });

  it('are none in an empty text', () => {
    expect(tokenise('')).toEqual([]);
    expect(tokenise(' \n\t')).toEqual([]);
  });
});

describe('forms of a word', () => {
  it.each([
    ['ημέρας', 'ημερασ'],
    ['straße', 'strasse'],
    ['đak', 'dak'],
    ['œuvre', 'oeuvre'],
  ])('%s folds to %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('a Greek name is written in Latin letters as it is heard', () => {
    expect(transliterate(foldWord('Μπουλντόζα'))).toBe('buldoza');
    expect(transliterate('drama')).toBe('drama');
  });

  it('cognates sound alike across languages', () => {
    expect(soundOf('philosophie')).toBe(soundOf('filosofie'));
    expect(soundOf(foldWord('Δράμα'))).toBe(soundOf('drama'));
  });

  it('a word with a digit is known', () => {
    expect([hasDigit('eso4'), hasDigit('eso')]).toEqual([true, false]);
  });
});
