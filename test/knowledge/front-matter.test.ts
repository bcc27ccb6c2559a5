import { z } from 'zod';
import { type Read, readYaml, splitFrontMatter } from '../../src/knowledge/front-matter';

const FILE = 'guides/a.md';

function acceptedBy<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.findings.map((one) => one.what).join('; '));
  return read.value;
}

/** `line:column what` of each finding; fails when the text is accepted. */
function complaints(read: Read<unknown>): string[] {
  if (read.ok) throw new Error(`accepted: ${JSON.stringify(read.value).slice(0, 200)}`);
  return read.findings.map(({ line, column, what }) => `${line}:${column} ${what}`);
}

const split = (text: string) => splitFrontMatter(text, FILE);
const read = (yaml: string, schema: z.ZodType = z.unknown()) => readYaml(yaml, schema, FILE, 2);

describe('Splitting a file', () => {
  it('gives the facts between two lines of three hyphens, and the body after them', () => {
    expect(acceptedBy(split('---\nid: a\n---\n\n# Title\n\nText.\n'))).toEqual({ yaml: 'id: a', body: '# Title\n\nText.' });
  });

  it.each([
    ['Windows', '---\r\nid: a\r\nb: c\r\n---\r\n\r\nText.\r\nMore.\r\n'],
    ['old Macs', '---\rid: a\rb: c\r---\r\rText.\rMore.\r'],
    ['an editor that puts a byte order mark', '\uFEFF---\nid: a\nb: c\n---\n\nText.\nMore.\n'],
    ['an editor that leaves blanks at line ends', '--- \nid: a\nb: c\n---\t\n\nText.\nMore.\n'],
  ])('reads a file of %s like any other', (_, text) => {
    expect(acceptedBy(split(text))).toEqual({ yaml: 'id: a\nb: c', body: 'Text.\nMore.' });
  });

  it('leaves a rule of three hyphens in the body alone', () => {
    expect(acceptedBy(split('---\nid: a\n---\nOne.\n\n---\n\nTwo.')).body).toBe('One.\n\n---\n\nTwo.');
  });

  it('takes a file without body', () => {
    expect(acceptedBy(split('---\nid: a\n---'))).toEqual({ yaml: 'id: a', body: '' });
  });

  it.each([
    ['nothing', ''],
    ['text only', 'Text.\n'],
    ['an empty line first', '\n---\nid: a\n---\n'],
    ['a blank before the hyphens', ' ---\nid: a\n---\n'],
    ['four hyphens', '----\nid: a\n---\n'],
    ['a program', '---js\nid: a\n---\n'],
    ['a program of another name', '---javascript\nid: a\n---\n'],
    ['TOML', '+++\nid = "a"\n+++\n'],
    ['a language after the hyphens', '--- yaml\nid: a\n---\n'],
  ])('refuses %s, at the first line', (_, text) => {
    expect(complaints(split(text))).toEqual(['1:1 the first line is not "---"']);
  });

  it('misses the second line of hyphens, at the end of the file', () => {
    expect(complaints(split('---\nid: a\ntitle: b'))).toEqual(['3:1 the second line of "---" is missing']);
    expect(complaints(split('---'))).toEqual(['1:1 the second line of "---" is missing']);
  });

  it('tells how a file begins when it refuses one', () => {
    expect(split('Text.')).toMatchObject({ findings: [{ rule: 'front-matter', severity: 'error', file: FILE, fix: /three hyphens/ }] });
  });

  it('refuses facts of 60 KB', () => {
    expect(complaints(split(`---\ntitle: ${'a'.repeat(60_000)}\n---\n`))).toEqual(['1:1 the facts are longer than 48000 characters']);
  });

  it('does not count the body: a long text is no fault', () => {
    expect(acceptedBy(split(`---\nid: a\n---\n${'a'.repeat(200_000)}`)).body).toHaveLength(200_000);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(9_000)],
    ['indentation', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')],
    ['a list in a list', `${'- '.repeat(15_000)}a`],
  ])('refuses facts nested deeply by %s before anything parses them', (_, yaml) => {
    expect(complaints(split(`---\n${yaml}\n---\n`))).toEqual(['1:1 the facts are nested deeper than 24 levels']);
  });
});

describe('Reading facts', () => {
  it('takes a day, an hour and a yes for the words they are', () => {
    expect(acceptedBy(read('day: 2026-03-31\nhour: 17:00\nland: NO\nsaid: yes'))).toEqual({
      day: '2026-03-31',
      hour: '17:00',
      land: 'NO',
      said: 'yes',
    });
  });

  it('tells a fact that stands twice, at its second line', () => {
    expect(complaints(read('id: a\ntitle: b\nid: c'))).toEqual([expect.stringMatching(/^4:1 .*stands twice/)]);
  });

  it('tells a tab used for indentation, at its line', () => {
    expect(complaints(read('title:\n\ten: a'))).toEqual(expect.arrayContaining([expect.stringMatching(/^3:\d+ .*[Tt]ab/)]));
  });

  it('tells an unclosed quote', () => {
    expect(complaints(read('id: a\ntitle: "b\nlocale: en'))[0]).toMatch(/^[34]:\d+ .*quote/);
  });

  it('tells a colon inside an unquoted title', () => {
    expect(complaints(read('id: a\ntitle: Attica: support'))[0]).toMatch(/^3:\d+ /);
  });

  it.each([
    ['an alias', 'a: &x [1]\nb: *x'],
    ['a merged map', 'base: &x { a: 1 }\nb:\n  <<: *x'],
    ['an alias of nothing', 'a: *nowhere'],
    ['an alias of itself', 'a: &x [*x]'],
  ])('does not follow %s', (_, yaml) => {
    expect(complaints(read(yaml))).toHaveLength(1);
  });

  it('does not let an alias bomb swell', () => {
    const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (let n = 1; n <= 8; n++)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(complaints(read(lines.join('\n')))).toEqual([expect.stringContaining('anchors and aliases')]);
  });

  it.each([
    '!!js/function "function () {}"',
    '!!js/regexp /a/',
    '!!python/object/apply:os.system [ls]',
    '!env HOME',
    '!!binary aGk=',
    '!!set { a }',
    '!!omap [a: 1]',
  ])('does not know the tag of %s', (value) => {
    expect(complaints(read(`a: ${value}`))[0]).toMatch(/^2:4 .*[Tt]ag/);
  });

  it('takes one document, not two', () => {
    expect(complaints(read('a: 1\n--- # another\nb: 2'))[0]).toContain('multiple documents');
  });

  it('takes names for keys, nothing else', () => {
    expect(complaints(read('? [a, b]\n: c'))[0]).toMatch(/^2:\d+ .*string/);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(12_000)],
    ['lists', '- '.repeat(20_000)],
    ['questions', '? '.repeat(20_000)],
    ['questions in lists', '- ? '.repeat(10_000)],
    ['colons', ': '.repeat(20_000)],
    ['tags', '! '.repeat(20_000)],
    ['anchors', '- &a '.repeat(9_000)],
    ['quotes', '"'.repeat(20_001)],
    ['NUL and lone surrogates', '\0: \uD800'],
  ])('never throws, whatever is nested: %s', (_, yaml) => {
    expect(() => read(yaml)).not.toThrow();
  });

  it('points at the value that is wrong, in the line of the file', () => {
    const schema = z.object({ call: z.object({ closes: z.string() }) });
    expect(complaints(read('id: a\ncall:\n  opens: "2026"\n  closes: [1]', schema))).toEqual([
      expect.stringMatching(/^5:11 call\.closes: /),
    ]);
  });

  it('points at what surrounds a value that is missing', () => {
    const schema = z.object({ title: z.object({ en: z.string() }) });
    expect(complaints(read('id: a\ntitle:\n  el: b', schema))).toEqual([expect.stringMatching(/^4:3 title\.en: /)]);
    expect(complaints(read('', schema))).toEqual([expect.stringMatching(/^2:1 front matter: /)]);
  });

  it('tells all that is wrong at once', () => {
    const schema = z.strictObject({ a: z.number(), b: z.number() });
    expect(complaints(read('a: x\nb: y\nc: z', schema))).toHaveLength(3);
  });
});
