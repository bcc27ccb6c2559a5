import { alignBodies } from '../../../src/staff/learn-words/parallel-pieces';

describe('parallel pieces of two bodies', () => {
  it('are headings with headings and items with items', () => {
    expect(alignBodies(['## Who\n\n- a firm\n- a town', '## Chi\n\n- un’impresa\n- un comune'])).toEqual(
      expect.arrayContaining([
        ['Who', 'Chi'],
        ['a firm', 'un’impresa'],
        ['a town', 'un comune'],
      ]),
    );
  });

  it('are sentences where both have as many, without marks of Markdown', () => {
    expect(alignBodies(['Read **the call**. Ask [them](https://example.org/).', 'Legga il bando. Chieda a loro.'])).toEqual(
      expect.arrayContaining([
        ['Read the call.', 'Legga il bando.'],
        ['Ask them.', 'Chieda a loro.'],
      ]),
    );
  });

  it('are whole paragraphs where one has more sentences', () => {
    expect(alignBodies(['Read. Ask.\n\nThen wait.', 'Legga e chieda.\n\nPoi aspetti.'])).toEqual(
      expect.arrayContaining([
        ['Read. Ask.', 'Legga e chieda.'],
        ['Then wait.', 'Poi aspetti.'],
      ]),
    );
  });

  it('are none where a heading has no counterpart', () => {
    expect(alignBodies(['## Who\n\nA firm.\n\n## When\n\nNow.', '## Chi\n\nUn’impresa. Ora.'])).toEqual([]);
  });
});
