/** `ponte check`: every finding of the folder, for people, for machines, or as annotations of a code host. */
import type { Finding } from '../../domain/finding';

export type CheckFormat = 'text' | 'json' | 'github';

export function findingLines(findings: readonly Finding[], format: CheckFormat): string[] {
  const sorted = [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  if (format === 'json') return sorted.map((finding) => JSON.stringify(finding));
  if (format === 'github')
    return sorted.map(
      ({ severity, file, line, column, rule, what, fix }) =>
        `::${severity} file=${file},line=${line},col=${column},title=${rule}::${escaped(`${what}. ${fix}`)}`,
    );
  return sorted.flatMap(({ severity, file, line, column, rule, what, fix }) => [
    `${file}:${line}:${column}  ${severity}  ${what}  [${rule}]`,
    `    ${fix}`,
  ]);
}

export const isClean = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.severity !== 'error');

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
