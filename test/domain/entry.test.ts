import { FrontMatter, KINDS, TranslationMatter, WebAddress } from '../../src/domain/entry';
import { LocalisedText, textIn } from '../../src/domain/locale';
import { callEntry, guideEntry } from '../support/sample-entries';

const guide = (changes: object) => FrontMatter.safeParse({ ...factsOf(guideEntry()), ...changes });
const call = (changes: object) => FrontMatter.safeParse({ ...factsOf(callEntry()), call: changes });

/** An entry without what reading adds to its facts. */
function factsOf(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'bodies' && name !== 'file'));
}

const pathsOf = (parsed: ReturnType<typeof guide>): string[] =>
  parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));

describe('The facts of an entry', () => {
  it('come in eight kinds', () => {
    expect(KINDS).toHaveLength(8);
    expect(pathsOf(guide({ kind: 'recipe' }))).toEqual(['kind']);
  });

  it.each(['areas', 'sources', 'topics'])('have at least one of %s', (field) => {
    expect(pathsOf(guide({ [field]: [] }))).toEqual([field]);
  });

  it('say whether a second source confirms them', () => {
    expect(pathsOf(guide({ verified: undefined }))).toEqual(['verified']);
    expect(pathsOf(guide({ verified: 'true' }))).toEqual(['verified']);
  });

  it('of another kind do not belong to this one', () => {
    expect(guide({ call: {} }).success).toBe(false);
    expect(guide({ training: { free: true } }).success).toBe(false);
  });

  it('name who can be reached, by an address that is one', () => {
    expect(guide({ contact: { email: 'desk@town.example', phone: '+30 210 000 0000' } }).success).toBe(true);
    expect(pathsOf(guide({ contact: { email: 'desk at town' } }))).toEqual(['contact.email']);
  });
});

describe('The amounts of a call', () => {
  it('are positive, in a currency of three letters, the euro when none is named', () => {
    expect(callEntry({ call: { amounts: [{ what: 'grant', max: 85_000 }] } }).call.amounts).toEqual([
      { what: 'grant', max: 85_000, currency: 'EUR', about: false },
    ]);
    for (const wrong of [{ max: 0 }, { max: -1 }, { min: Number.POSITIVE_INFINITY }, { max: 1, currency: 'euro' }, { max: '85000' }])
      expect(call({ amounts: [{ what: 'grant', ...wrong }] }).success).toBe(false);
  });

  it('pay at most the whole', () => {
    expect(call({ supportRate: { min: 60, max: 100 } }).success).toBe(true);
    expect(call({ supportRate: { max: 101 } }).success).toBe(false);
    expect(call({ supportRate: { min: 60 } }).success).toBe(false);
  });
});

describe('The hour a call closes', () => {
  it.each(['00:00', '09:30', '23:59'])('may be %s', (closesAt) => {
    expect(call({ closes: '2026-03-31', closesAt }).success).toBe(true);
  });

  it.each(['24:00', '9:30', '17.00', '17:60', '5 pm'])('is never %s', (closesAt) => {
    expect(call({ closes: '2026-03-31', closesAt }).success).toBe(false);
  });

  it('needs a day', () => {
    expect(pathsOf(call({ closesAt: '17:00' }))).toEqual(['call.closesAt']);
    expect(pathsOf(call({ closes: '2026-03', closesAt: '17:00' }))).toEqual(['call.closesAt']);
  });
});

describe('The time zone of a call', () => {
  it('is one there is, because a state computed in any other would fail every turn', () => {
    expect(call({ timeZone: 'Europe/Athens' }).success).toBe(true);
    for (const timeZone of ['Europe/Atens', 'Athens time', '', 'Mars/Olympus'])
      expect(pathsOf(call({ closes: '2026-03-31', timeZone }))).toEqual(['call.timeZone']);
  });
});

describe('A call that closes before it opens', () => {
  it.each([
    ['2026-03-31', '2026-03-30'],
    ['2026-04', '2026-03'],
    ['2026-04', '2026-03-31'],
    ['2026-04-01', '2026-03'],
    ['2027', '2026-12-31'],
    ['2027-01-01', '2026'],
  ])('is refused: %s to %s', (opens, closes) => {
    expect(pathsOf(call({ opens, closes }))).toEqual(['call.closes']);
  });

  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31', '2026-03'],
    ['2026-03-31', '2026'],
    ['2026-03', '2026-03-01'],
    ['2026', '2026-01-01'],
  ])('is not one of %s to %s, which may be right', (opens, closes) => {
    expect(call({ opens, closes }).success).toBe(true);
  });
});

describe('An address', () => {
  it('is http or https, of a named machine, and shows where it leads', () => {
    for (const good of ['https://example.org', 'http://sub.example.org:8080/a?b#c', 'https://example.org/@name?to=a@b'])
      expect(WebAddress.safeParse(good).success).toBe(true);
    for (const bad of [
      'javascript:alert(1)',
      'data:,x',
      'http://localhost',
      'http://127.0.0.1',
      'https://a@example.org',
      'https://example.org/\u2067',
      7,
    ])
      expect(WebAddress.safeParse(bad).success).toBe(false);
  });
});

describe('Text in several languages', () => {
  it('has at least one, none of them empty, and no language that Ponte does not speak', () => {
    expect(LocalisedText.safeParse({ el: 'Κείμενο' }).success).toBe(true);
    for (const bad of [{}, { en: ' ' }, { nl: 'tekst' }, { en: 7 }, 'text', null]) expect(LocalisedText.safeParse(bad).success).toBe(false);
  });

  it('is given in the first language wanted that it has, then in English, then in any', () => {
    const texts = { en: 'text', el: 'κείμενο' };
    expect(textIn(texts, 'fr', 'el')).toEqual({ text: 'κείμενο', locale: 'el' });
    expect(textIn(texts, 'fr')).toEqual({ text: 'text', locale: 'en' });
    expect(textIn({ sq: 'tekst' }, 'fr')).toEqual({ text: 'tekst', locale: 'sq' });
    expect(() => textIn({})).toThrow(RangeError);
  });
});

describe('The head of a translation', () => {
  it('names id, language, and the digest of its source', () => {
    const head = { id: 'a-guide', locale: 'el', translates: '0123456789ab' };
    expect(TranslationMatter.safeParse(head).success).toBe(true);
    for (const bad of [{ translates: '0123' }, { translates: 123_456_789_012 }, { locale: 'nl' }, { title: 'x' }])
      expect(TranslationMatter.safeParse({ ...head, ...bad }).success).toBe(false);
  });
});
