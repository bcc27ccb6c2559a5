import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../../src/domain/entry';
import { type Read, readYaml } from '../../src/knowledge/front-matter';
import { bodyDigest, readEntryFile } from '../../src/knowledge/read-entry';
import { findCorpus } from '../support/corpora';
import { naughtyStrings } from '../support/naughty-strings';
import { BODY, callText, fileText, guideLines, guideText, type Lines, translationText } from './entry-files';

function entryOf(text: string, file = 'guides/a-guide.md'): Entry {
  const read = readEntryFile(text, file);
  if (!read.ok) throw new Error(read.findings.map((one) => one.what).join('; '));
  if (read.value.kind !== 'entry') throw new Error('this is a translation');
  return read.value.entry;
}

/** `line:column what` of each finding; fails when the file is accepted. */
function complaints(text: string, file = 'guides/a-guide.md'): string[] {
  const read = readEntryFile(text, file);
  if (read.ok) throw new Error('the file is accepted');
  for (const one of read.findings) expect(one).toMatchObject({ file, severity: 'error', fix: expect.stringMatching(/./) });
  return read.findings.map(({ line, column, what }) => `${line}:${column} ${what}`);
}

const guide = (changes: Lines, body?: string) => guideText('a-guide', changes, body);
const CALL = 'calls/a-call.md';
const criterionLine = (quote: string) =>
  `criteria: [{ id: who, about: applicant, operator: one-of, value: [cooperative], quote: "${quote}" }]`;

describe('A file of the knowledge folder', () => {
  it('becomes an entry with its facts, its file and its body in its own language', () => {
    expect(entryOf(guide({}))).toMatchObject({
      id: 'a-guide',
      kind: 'guide',
      title: { en: 'Guide a-guide' },
      checked: '2026-11-21',
      audience: [],
      bodies: { en: BODY },
      file: 'guides/a-guide.md',
    });
  });

  it('may have no body', () => {
    expect(entryOf(guide({}, '')).bodies).toEqual({});
  });

  it('never runs, whatever language it says it is written in', () => {
    const canary = globalThis as { ponteCanary?: boolean };
    const run = 'globalThis.ponteCanary = true';
    for (const opening of ['---js', '---javascript', '---coffee', '--- js', '---\nscript: !!js/function'])
      for (const body of [run, `module.exports = (${run}, {})`, `{ title: (${run}) }`, `"function () { ${run} }()"`])
        expect(readEntryFile(`${opening}\n${body}\n---\n`, 'guides/a-guide.md').ok).toBe(false);
    expect(canary.ponteCanary).toBeUndefined();
  });

  it('tells every mistake at once, each at its line', () => {
    const text = guide({ locale: 'xx', areas: '[Spain]', checked: '2026-02-30', verified: 'maybe' });
    expect(complaints(text)).toEqual([
      expect.stringMatching(/^4:9 locale: /),
      expect.stringMatching(/^6:9 areas\.0: write a NUTS code/),
      expect.stringMatching(/^11:10 checked: write a day that exists/),
      expect.stringMatching(/^13:11 verified: /),
    ]);
  });

  it('tells a field nobody knows, and one that is missing', () => {
    expect(complaints(guide({ colour: 'red' }))).toEqual([expect.stringContaining('"colour"')]);
    expect(complaints(guide({ sources: undefined }))).toEqual([expect.stringContaining('sources: ')]);
    expect(complaints(guide({ kind: 'recipe' }))).toEqual([expect.stringMatching(/^3:7 kind: /)]);
  });

  it('is named by its id', () => {
    expect(complaints(guide({}), 'guides/another.md')).toEqual(['2:1 the id is "a-guide"']);
  });

  it('has a title in the language of its body', () => {
    expect(complaints(guide({ locale: 'el' }))).toEqual(["2:1 no title in the entry's own language (el)"]);
  });

  it.each(['../escape', 'A-Guide', 'a', 'a guide', '-a', 'a.en', 'a'.repeat(81)])('has no id like %j', (id) => {
    expect(complaints(fileText({ ...guideLines('x'), id: JSON.stringify(id) }), `guides/${id}.md`)[0]).toMatch(/^2:5 id: /);
  });
});

describe('The keys of a file', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('do not reach into objects by %s', (key) => {
    expect(complaints(guide({ [key]: '{ polluted: true }' }))).toEqual([expect.stringContaining(key)]);
    const inTitle = readEntryFile(guide({ title: `{ en: "A", ${key}: { polluted: true } }` }), 'guides/a-guide.md');
    if (inTitle.ok && inTitle.value.kind === 'entry') expect(inTitle.value.entry.title).toEqual({ en: 'A' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('An address in a file', () => {
  const withAddress = (url: string) => guide({ website: JSON.stringify(url) });

  it.each(['https://www.esfhellas.gr', 'http://example.org/a?b=c#d', 'https://αττική.gr/σελίδα', 'https://medium.com/@name/text'])(
    'may be %s',
    (url) => {
      expect(entryOf(withAddress(url)).website).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JavaScript://example.org/%0Aalert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    'mailto:a@example.org',
    '//example.org',
    'www.example.org',
    'http://localhost:8080',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.0.0.1/admin',
    'http://2130706433/',
    'http://intranet/',
    'https://europa.eu@evil.example/',
    'https://user:password@example.org/',
    'https://example.org/\u202Egpj.exe',
    'https://exa\u200Bmple.org/',
    'https://example.org/a b',
  ])('is never %j', (url) => {
    expect(complaints(withAddress(url))[0]).toMatch(/^14:10 website: /);
    expect(complaints(guide({ sources: `[{ title: "A", url: ${JSON.stringify(url)} }]` }))[0]).toMatch(/^10:\d+ sources\.0\.url: /);
  });
});

describe('The facts of a call', () => {
  const readCall = (...call: string[]) => complaints(callText('a-call', call), CALL);

  it('take partial days, also as a bare year', () => {
    const entry = entryOf(callText('a-call', ['opens: 2025', 'closes: 2026-03']), CALL);
    expect(entry).toMatchObject({ call: { opens: '2025', closes: '2026-03', timeZone: 'Europe/Brussels' } });
  });

  it('do not close before they open: told at line and column', () => {
    expect(readCall('opens: 2025-05-01', 'closes: 2025-04-30')).toEqual([
      '16:11 call.closes: closes (2025-04-30) lies before opens (2025-05-01)',
    ]);
    expect(readCall('opens: 2026', 'closes: 2025-12-31')).toEqual([expect.stringMatching(/^16:11 /)]);
  });

  it('may close in the month or year they open in', () => {
    expect(entryOf(callText('a-call', ['opens: 2025-05-20', 'closes: 2025']), CALL)).toMatchObject({ call: { closes: '2025' } });
    expect(entryOf(callText('a-call', ['opens: 2025-05', 'closes: 2025-05-01']), CALL)).toMatchObject({ call: { opens: '2025-05' } });
  });

  it('name an hour only on a full closing day', () => {
    expect(readCall('closes: 2026-03', 'closesAt: "17:00"')).toEqual([expect.stringMatching(/^16:13 call\.closesAt: /)]);
    expect(readCall('closes: 2026-03-01', 'closesAt: "25:00"')).toEqual([expect.stringMatching(/^16:13 call\.closesAt: /)]);
  });

  it('quote the body literally, also over a line break', () => {
    const quoted = entryOf(callText('a-call', [criterionLine('Cooperatives that are registered in Drama')]), CALL);
    expect(quoted).toMatchObject({ call: { criteria: [{ value: ['cooperative'] }] } });
  });

  it('quote nothing that is not in the body', () => {
    expect(readCall(criterionLine('Cooperatives registered in Drama'))).toEqual(['2:1 the quote of criterion "who" is not in the body']);
  });

  it('give an operator the kind of value it takes', () => {
    expect(readCall('criteria: [{ id: age, about: age, operator: at-least, value: [18], quote: "Drama" }]')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^15:\d+ call\.criteria\.0\.value/)]),
    );
    expect(readCall('criteria: [{ id: who, about: applicant, operator: one-of, quote: "Drama" }]')[0]).toContain('call.criteria.0');
  });
});

describe('A translation', () => {
  it('is read with its language and the text it was made from', () => {
    expect(readEntryFile(translationText('a-guide', 'el'), 'guides/a-guide.el.md')).toEqual({
      ok: true,
      value: {
        kind: 'translation',
        id: 'a-guide',
        locale: 'el',
        translates: bodyDigest(BODY),
        body: 'Text in el.',
        file: 'guides/a-guide.el.md',
      },
    });
  });

  it('is named by id and language', () => {
    expect(complaints(translationText('a-guide', 'el'), 'guides/a-guide.es.md')).toEqual(['2:1 id and locale are "a-guide" and "el"']);
    expect(complaints(translationText('a-guide', 'xx'), 'guides/a-guide.xx.md')[0]).toMatch(/^3:9 locale: /);
  });

  it('holds no facts of its own', () => {
    const text = fileText({ id: 'a-guide', locale: 'el', translates: '"0123456789ab"', checked: '2026-11-21' });
    expect(complaints(text, 'guides/a-guide.el.md')).toEqual([expect.stringContaining('"checked"')]);
  });
});

describe('Hostile texts', () => {
  it('(naughty strings) are a title like any other, or a finding', () => {
    const strings = naughtyStrings();
    let accepted = 0;
    for (const title of strings) {
      const read = readEntryFile(guide({ title: `{ en: ${JSON.stringify(title)} }` }), 'guides/a-guide.md');
      if (read.ok && read.value.kind === 'entry') {
        expect(read.value.entry.title.en).toBe(title.trim());
        accepted += 1;
      } else if (!read.ok) expect(read.findings.length).toBeGreaterThan(0);
    }
    expect(accepted).toBeGreaterThan(strings.length * 0.9);
  });

  it('(YAML of every kind, the public suite where it is at hand) are read or told, leave every object as it was, and never throw', () => {
    const texts = [...HOSTILE_YAML, ...yamlSuite()];
    for (const yaml of texts) expectReadOrTold(yaml);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['quotes that never close', '"\n'.repeat(20_000)],
    ['one key again and again', 'a: 1\n'.repeat(9_000)],
    ['anchors', '&a '.repeat(15_000)],
    ['marks of keys', '? '.repeat(20_000)],
    ['list items without a field', '- a\n'.repeat(11_000)],
  ])('(%s) are told in a few findings, not in thousands', (_, yaml) => {
    const read = readEntryFile(`---\n${yaml}\n---\n`, 'guides/a-guide.md');
    if (read.ok) throw new Error('the file is accepted');
    expect(read.findings.length).toBeLessThanOrEqual(10);
  });

  it('(a list of thousands that are all wrong) are told a hundred times, and how many more there are', () => {
    const areas = Array.from({ length: 5_000 }, (_, n) => `x${n}`).join(', ');
    const told = complaints(guide({ areas: `[${areas}]` }));
    expect(told).toHaveLength(100);
    expect(told.at(-1)).toContain('(and 4900 more after it)');
  });
});

/** Of our own: what the parser must refuse, may misread, or could be misled by. */
const HOSTILE_YAML: readonly string[] = [
  '__proto__: { polluted: yes }',
  '"__proto__": { polluted: 1 }',
  'constructor: { prototype: { polluted: 1 } }',
  'title: { __proto__: { en: a } }',
  '? { a: b }\n: c',
  '? [x]\n: y',
  '? |\n  a\n: b',
  '!!binary aGk=: x',
  'a: !!set { x }',
  'a: !!js/function "return 1"',
  'a: &x [1]\nb: *x',
  'a: &x { b: *x }',
  '<<: { a: b }',
  '%YAML 1.1\n---\na: yes',
  '%TAG ! tag:example.org,2000:\n---\n!a b',
  'a: 1\n...\nb: 2',
  '--- a\n--- b',
  'a: |\n  b\n c',
  'a: >-\n\n\n  b\n\n  c\n',
  'a: "\\ud800\\x00\\u202e"',
  "a: 'b",
  'a: "b\n\n  c"',
  '\ta: b',
  'a:\n\t- b',
  '- a\n- b',
  'a',
  '',
  '# only a remark',
  '{ a, b: , ? c }',
  '[a, [b, {c: d}]]',
  'a: 0o17\nb: 0x1F\nc: 1e999\nd: .nan\ne: -.inf\nf: 2001-12-14t21:59:43.10-05:00',
  '1: 2\n1.0: 3\n~: 4\ntrue: 5',
  'a: b: c',
  'a: @b\nc: `d`',
  '*a : b',
  '!a &b c: d',
  '\ufeffa: b',
  'a:\u00a0b\n\u2028c: d\u0085e: f',
];

/** The public suite, when somebody gave it; it names its cases in files that are YAML themselves. */
function yamlSuite(): string[] {
  const suite = findCorpus('yaml-test-suite', 'src');
  if (suite === undefined) return [];
  return readdirSync(suite).flatMap((name) =>
    (parse(readFileSync(join(suite, name), 'utf8')) as { yaml?: string }[]).flatMap(({ yaml }) =>
      yaml === undefined ? [] : [unveil(yaml)],
    ),
  );
}

/** The suite writes signs that nobody sees as others that everybody does. */
const unveil = (yaml: string): string =>
  yaml.replace(/␣/g, ' ').replace(/—*»/g, '\t').replace(/←/g, '\r').replace(/⇔/g, '\uFEFF').replace(/↵/g, '').replace(/∎\n?$/, '');

/** As a whole, below a field that is there, after all fields, and as a vocabulary. */
function expectReadOrTold(yaml: string): void {
  const below = `\n${yaml.replace(/^/gm, '  ')}`;
  const files = [`---\n${yaml}\n---\n\nText.\n`, guide({ otherNames: below }), guide({ verified: `true\n${yaml}` })];
  const reads: Read<unknown>[] = files.map((text) => readEntryFile(text, 'guides/a-guide.md'));
  for (const read of [...reads, readYaml(yaml, z.unknown(), 'vocabularies/a.yaml', 1)])
    if (!read.ok) {
      expect(read.findings.length).toBeGreaterThan(0);
      for (const { line, column, fix } of read.findings) expect([Math.min(line, column) >= 1, fix !== '']).toEqual([true, true]);
    }
}
