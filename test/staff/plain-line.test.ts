import { plainJson, plainLine } from '../../src/staff/plain-line';
import { naughtyStrings } from '../support/naughty-strings';

/** What a terminal obeys instead of showing it. */
const ACTS =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('A text of others on a terminal', () => {
  it.each([
    ['plain words', 'Grants for Drama, 50 000 €', 'Grants for Drama, 50 000 €'],
    ['a colour', '\u001b[31mred', '[U+001B][31mred'],
    ['an override', 'a\u202eb', 'a[U+202E]b'],
    ['line ends', 'a\r\n\u2028b', 'a b'],
    ['half of a pair', 'a\ud800', 'a[U+D800]'],
    ['a tag', '\u{e0041}', '[U+E0041]'],
    ['letters of any script', 'ελιά 資金 🌉', 'ελιά 資金 🌉'],
  ])('shows %s', (_, text, shown) => {
    expect(plainLine(text)).toBe(shown);
  });

  it('keeps the beginning and the end of a long one, and no half of a pair', () => {
    const cut = plainLine('🌉'.repeat(500), 101);
    expect(cut).toMatch(/^(?:🌉)+ … (?:🌉)+$/u);
    expect(cut.length).toBeLessThanOrEqual(104);
  });

  it('holds nothing that acts, whatever it was, and means the same as JSON', () => {
    for (const text of naughtyStrings()) {
      expect([text, ACTS.test(plainLine(text))]).toEqual([text, false]);
      expect([text, ACTS.test(plainJson({ text }))]).toEqual([text, false]);
      expect(JSON.parse(plainJson({ text }))).toEqual({ text });
    }
  });
});
