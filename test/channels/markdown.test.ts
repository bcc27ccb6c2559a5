import fc from 'fast-check';
import { markdownHtml } from '../../src/channels/markdown';

const render = (markdown: string): string =>
  markdownHtml(markdown, { headingLevel: 3, entryAddress: (id) => `/entries/${id}?locale=el` }).text.replace(/\n/g, '');

describe('the Markdown of an entry', () => {
  it('becomes headings below the page’s own, paragraphs and lists', () => {
    expect(render('## Who\nOne line\nof text.\n\nAnother.\n- one\n- two\n  goes on\n\n### Deeper')).toBe(
      '<h3>Who</h3><p>One line of text.</p><p>Another.</p><ul><li>one</li><li>two goes on</li></ul><h4>Deeper</h4>',
    );
  });

  it('keeps lists inside lists, numbers, quotes, and text after a list', () => {
    expect(render('1. first\n   - inner\n   - inner too\n2. second\n\n> said\n> twice\n\nAfter.')).toBe(
      '<ol><li>first<ul><li>inner</li><li>inner too</li></ul></li><li>second</li></ol><blockquote><p>said twice</p></blockquote><p>After.</p>',
    );
    expect(render('- a\n- b\nnot indented')).toBe('<ul><li>a</li><li>b not indented</li></ul>');
    expect(render('- a\n\nA paragraph.')).toBe('<ul><li>a</li></ul><p>A paragraph.</p>');
  });

  it('marks what is bold, stressed or code, and leaves signs inside words alone', () => {
    expect(render('**very** *much* _so_ `x < y` snake_case_name 2 * 3 * 4')).toBe(
      '<p><strong>very</strong> <em>much</em> <em>so</em> <code>x &lt; y</code> snake_case_name 2 * 3 * 4</p>',
    );
  });

  it('links to web addresses, which learn nothing of the page, and to other entries', () => {
    expect(render('[a page](https://a.example.org/x_(y)) and <https://b.example.org/>')).toBe(
      '<p><a href="https://a.example.org/x_(y)" rel="noopener noreferrer">a page</a> and <a href="https://b.example.org/" rel="noopener noreferrer">https://b.example.org/</a></p>',
    );
    expect(render('[the **guide**](/entries/a-guide)')).toBe('<p><a href="/entries/a-guide?locale=el">the <strong>guide</strong></a></p>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    'https://bank.example@evil.example/',
    '/entries/../staff',
    '/staff',
    'mailto:x@example.org',
    'vbscript:x',
  ])('never links to %s, and keeps the words', (address) => {
    expect(render(`[words](${address})`)).toMatch(/words/);
    expect(render(`[words](${address}) <${address}>`)).not.toMatch(/<a /);
  });

  it('shows raw HTML as the text it is, wherever it stands', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    for (const text of [evil, `# ${evil}`, `- ${evil}`, `> ${evil}`, `**${evil}**`, `[${evil}](https://a.example.org/)`])
      expect(render(text).replace(/<\/?(p|h[1-6]|ul|ol|li|blockquote|strong|em|a)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it('shows an image as its words', () => {
    expect(render('![a map](https://a.example.org/map.png)')).toBe('<p>a map</p>');
  });

  it('never lets a sign through that could begin a tag or end an attribute, whatever it is given', () => {
    const parts = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      "'",
      '&',
      '*',
      '_',
      '`',
      '#',
      '- ',
      '1. ',
      '\n',
      ' ',
      'a',
      'https://a.example.org/',
      '!',
    );
    const tag = /<\/?(?:p|h[3-6]|ul|ol|li|blockquote|strong|em|code|a)(?: href="https?:[^"<>]*" rel="noopener noreferrer")?>/g;
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (given) => {
        expect(render(given.join('')).replace(tag, '')).not.toMatch(/[<>"]/);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a long text of nothing but signs', () => {
    for (const sign of ['[', '**', '`', '<https:', '![', '[a](', '> ', '- ', '_']) expect(render(sign.repeat(20_000))).not.toBe('');
  });
});
