import fc from 'fast-check';
import { fold, tidy, wordsOf } from '../../src/language/fold';

describe('Folding', () => {
  it.each([
    ['ΔΡΆΜΑ', 'δραμα'],
    ['Δράμας', 'δραμασ'],
    ['ΑΘΉΝΑΣ', 'αθηνασ'],
    ['Ξάνθη', 'ξανθη'],
    ['ΐ ΰ ϊ ϋ', 'ι υ ι υ'],
    ['Société à but non lucratif', 'societe a but non lucratif'],
    ['cœur, Œuvre, ex æquo', 'coeur, oeuvre, ex aequo'],
    ['Straße, STRASSE, GROẞ', 'strasse, strasse, gross'],
    ['Đakovo, Šibenik, Čakovec', 'dakovo, sibenik, cakovec'],
    ['Korçë', 'korce'],
    ['Łódź, Ørsted', 'lodz, orsted'],
    ['l’empresa, l`empresa', "l'empresa, l'empresa"],
    ['ＥＳＦ＋', 'esf+'],
    ['col·lectiu', 'col·lectiu'],
    ['İstanbul', 'istanbul'],
    ['½ ﬁrm', '1⁄2 firm'],
  ])('makes %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('makes one of a letter that is written in two ways', () => {
    expect(fold('cafe\u0301')).toBe(fold('caf\u00e9'));
    expect(fold('\u0386')).toBe(fold('\u0391\u0301'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => expect(fold(fold(text))).toBe(fold(text))),
      { numRuns: 2_000 },
    );
  });
});

describe('The words of a text', () => {
  it('are parted by signs, blanks and apostrophes', () => {
    expect(wordsOf("L'empresa (ESF+), 2021-2027: Κοιν.Σ.Επ.!")).toEqual(['l', 'empresa', 'esf', '2021', '2027', 'κοιν', 'σ', 'επ']);
  });

  it('are none in a text of signs', () => {
    expect(wordsOf('?! … 🙂')).toEqual([]);
    expect(wordsOf('')).toEqual([]);
  });
});

describe('Tidying', () => {
  it.each([
    ['  one   two  ', 'one two'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['one\n\n\n\n\ntwo', 'one\n\ntwo'],
    ['one \n two', 'one\ntwo'],
    ['one\u0000\u0007\u001b[31mtwo', 'one [31mtwo'],
    ['user\u202Egnp.exe', 'user gnp.exe'],
    ['zero\u200Bwidth\uFEFF', 'zero width'],
    ['tag\u{E0041}\u{E0042}s', 'tags'],
    ['lone \uD800 half', 'lone half'],
    ['cafe\u0301', 'caf\u00e9'],
    ['one\u00A0two\u3000three\u2028four', 'one two three four'],
    ['\u0000\u200B', ''],
    ['', ''],
    ['Γεια σας 🙂', 'Γεια σας 🙂'],
  ])('makes %j %j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it('leaves nothing invisible, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const tidied = tidy(text);
        expect(tidied).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/);
        expect(tidied).not.toMatch(/\p{Cs}/u);
        expect(tidied).toBe(tidied.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes long texts in a moment', () => {
    const started = performance.now();
    for (const text of [' '.repeat(500_000), '\n '.repeat(200_000), '\u200B'.repeat(300_000), 'a \n'.repeat(100_000)]) tidy(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
