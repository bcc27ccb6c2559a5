import { PassThrough } from 'node:stream';
import type { Finding } from '../../../src/domain/finding';
import { findingLines, showsColours } from '../../../src/staff/check/print-findings';

const FINDING: Finding = { rule: 'a-rule', severity: 'error', file: 'guides/a.md', line: 3, column: 2, what: 'a mistake', fix: 'Mend it.' };

describe('Findings', () => {
  it('are plain text for a file or a pipe', () => {
    expect(findingLines([FINDING], 'text')).toEqual(['guides/a.md:3:2  error  a mistake  [a-rule]', '    Mend it.']);
  });

  it('have colours on a terminal, an error another one than a warning, and the same words', () => {
    const [error, fix] = findingLines([FINDING], 'text', true);
    const [warning] = findingLines([{ ...FINDING, severity: 'warning' }], 'text', true);
    expect(error).toContain('\u001b[31merror\u001b[39m');
    expect(warning).toContain('\u001b[33mwarning\u001b[39m');
    expect([error, fix].join('\n').replace(/\u001b\[\d+m/g, '')).toBe(findingLines([FINDING], 'text').join('\n'));
  });

  it('never have colours for machines', () => {
    for (const format of ['json', 'github'] as const)
      expect(findingLines([FINDING], format, true)).toEqual(findingLines([FINDING], format));
  });

  it('have colours only where the terminal shows them', () => {
    const terminal = Object.assign(new PassThrough(), { hasColors: () => true });
    const without = Object.assign(new PassThrough(), { hasColors: () => false });
    expect([terminal, without, new PassThrough()].map(showsColours)).toEqual([true, false, false]);
  });
});
