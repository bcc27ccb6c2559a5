import { plainText, sectionsOf, splitPassages } from '../../src/knowledge/split-passages';
import { guideEntry } from '../support/sample-entries';

describe('Splitting an entry', () => {
  it('gives a headline for each language that has a title or a summary', () => {
    const entry = guideEntry({ title: { en: 'Guide', el: 'Οδηγός' }, summary: { en: 'What it says.', es: 'Lo que dice.' } });
    expect(splitPassages(entry).map(({ id, title, text }) => [id, title, text])).toEqual([
      ['a-guide#0.en', 'Guide', 'What it says.'],
      ['a-guide#0.es', 'Guide', 'Lo que dice.'],
      ['a-guide#0.el', 'Οδηγός', ''],
    ]);
  });

  it('puts other names beside the headline, so that they are found and not said', () => {
    const [headline] = splitPassages(guideEntry({ otherNames: ['ESF+', 'FSE+'] }));
    expect([headline?.heading, headline?.text]).toEqual(['ESF+ · FSE+', 'A summary.']);
  });

  it('gives a passage for each section of each body, numbered within its language', () => {
    const entry = guideEntry({}, { en: 'Intro.\n\n## Who\n\nAll.', el: '## Ποιοι\n\nΌλοι.' });
    expect(splitPassages(entry).map(({ id, locale, heading, text }) => [id, locale, heading, text])).toEqual([
      ['a-guide#0.en', 'en', '', 'A summary.'],
      ['a-guide#1.en', 'en', '', 'Intro.'],
      ['a-guide#2.en', 'en', 'Who', 'All.'],
      ['a-guide#1.el', 'el', 'Ποιοι', 'Όλοι.'],
    ]);
  });

  it('carries the kind and id of its entry', () => {
    for (const passage of splitPassages(guideEntry({}, { en: 'Text.' })))
      expect(passage).toMatchObject({ entry: 'a-guide', kind: 'guide' });
  });
});

describe('The sections of a text', () => {
  it('join the headings above them', () => {
    const sections = sectionsOf('# One\n\na\n\n## Two\n\nb\n\n### Three\n\nc\n\n## Four\n\nd\n\n# Five\n\ne');
    expect(sections.map(({ heading, text }) => `${heading}: ${text}`)).toEqual([
      'One: a',
      'One › Two: b',
      'One › Two › Three: c',
      'One › Four: d',
      'Five: e',
    ]);
  });

  it('leave out a heading without text, and read one with hashes at its end', () => {
    expect(sectionsOf('## Empty\n\n## Full ##\n\nText.')).toMatchObject([{ heading: 'Full', text: 'Text.' }]);
  });

  it('do not take a hashtag for a heading', () => {
    expect(sectionsOf('#ESF is a tag.')).toMatchObject([{ heading: '', text: '#ESF is a tag.' }]);
  });

  it('are cut at a paragraph when they are long, and lose no word', () => {
    const paragraphs = Array.from({ length: 8 }, (_, n) => `Paragraph ${n} ${'word '.repeat(80).trim()}.`);
    const sections = sectionsOf(`## Long\n\n${paragraphs.join('\n\n')}`);
    expect(sections.length).toBeGreaterThan(1);
    for (const { heading, text } of sections) {
      expect(heading).toBe('Long');
      expect(text.length).toBeLessThanOrEqual(1_200);
    }
    expect(sections.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'));
  });

  it('are none for an empty text', () => {
    expect(sectionsOf('')).toEqual([]);
    expect(sectionsOf('\n \n')).toEqual([]);
  });
});

describe('Plain text', () => {
  it.each([
    ['[esfhellas.gr](http://www.esfhellas.gr) has calls', 'esfhellas.gr has calls'],
    ['![a bridge](bridge.png)', 'a bridge'],
    ['- one\n- two', 'one\ntwo'],
    ['1. one\n2) two', 'one\ntwo'],
    ['> quoted', 'quoted'],
    ['**bold** and __strong__ and `code`', 'bold and strong and code'],
    ['*one* and _two_.', 'one and two.'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['ESF-SI-2024-UA-01 and a_name_here', 'ESF-SI-2024-UA-01 and a_name_here'],
    ['a\t b', 'a b'],
  ])('of %j is %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('is found quickly in hostile Markdown', () => {
    const started = performance.now();
    for (const sign of ['[', '](', '*', '_ ', '- ', '> ', '![a](', '`', '*a ']) plainText(sign.repeat(60_000));
    // Generous for a busy machine: what backtracks takes hours.
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
