import { editFrontMatter } from '../../../src/staff/import/edit-front-matter';

const FILE = `---
# made by hand
id: a-call
areas: [ES]   # all of it
sources:
  - { url: "https://a.example.org/", title: "A" } # first
call:
  # the day
  closes: 2027-03-31 # noon
  reference: "X 1"
  amounts:
    - what: total
      max: 5
    - { what: grant, max: 2 }
---

Text --- and more.
`;

describe('Editing the facts of a file', () => {
  it('changes the values and leaves comments, order, spacing and body', () => {
    const edited = editFrontMatter(FILE, [
      { path: ['call', 'closes'], value: '2027-04-30' },
      { path: ['call', 'reference'], value: 'Y "2"' },
      { path: ['areas'], value: ['ES', 'ES523'] },
      { path: ['sources', 1], value: { url: 'https://b.example.org/', title: 'B', date: '2027-01-01' } },
      { path: ['call', 'amounts', 0], value: { what: 'total', max: 7 } },
    ]);
    expect(edited).toBe(
      FILE.replace('2027-03-31', '2027-04-30')
        .replace('"X 1"', '"Y \\"2\\""')
        .replace('[ES]', '["ES", "ES523"]')
        .replace('# first\n', '# first\n  - { url: "https://b.example.org/", title: "B", date: 2027-01-01 }\n')
        .replace('- what: total\n      max: 5', '- { what: "total", max: 7 }'),
    );
  });

  it('adds what is missing beside its neighbours', () => {
    const edited = editFrontMatter(FILE, [
      { path: ['call', 'opens'], value: '2027-01-15' },
      { path: ['sources', 0, 'date'], value: '2027-01-01' },
    ]);
    expect(edited).toContain('call:\n  # the day\n  opens: 2027-01-15\n  closes: 2027-03-31 # noon\n');
    expect(edited).toContain('- { date: 2027-01-01, url: "https://a.example.org/", title: "A" } # first');
  });

  it('keeps the line ends and the mark of a Windows editor', () => {
    const windows = `\uFEFF${FILE.replaceAll('\n', '\r\n')}`;
    expect(editFrontMatter(windows, [{ path: ['call', 'closes'], value: '2028' }])).toBe(windows.replace('2027-03-31', '"2028"'));
  });

  it('gives up on a file without facts', () => {
    expect(editFrontMatter('no front matter', [{ path: ['a'], value: 1 }])).toBeUndefined();
  });
});
