import { joinAbbreviations } from '../../src/language/abbreviations';

describe('Abbreviations', () => {
  it.each([
    ['φορείς Κ.ΑΛ.Ο. στην Ήπειρο', 'φορείς ΚΑΛΟ στην Ήπειρο'],
    ['Κοιν.Σ.Επ. ή Κοι.Σ.Π.Ε.;', 'ΚοινΣΕπ ή ΚοιΣΠΕ;'],
    ['una S.r.l. o S.p.A.', 'una Srl o SpA'],
  ])('"%s" is read as "%s"', (said, joined) => expect(joinAbbreviations(said)).toBe(joined));

  it.each(['See www.gov.si. Or ask me@a.example.', 'Ready.Then go', 'n. 4430/2016', 'https://a.b.example/c.d'])('%s stays', (said) =>
    expect(joinAbbreviations(said)).toBe(said),
  );
});
