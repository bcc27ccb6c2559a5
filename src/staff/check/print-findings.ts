/** `ponte check`: every finding of the folder, for people, for machines, or as annotations of a code host. */
import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Finding } from '../../domain/finding';
import { plainJson, plainLine } from '../plain-line';

/** Whether there is a terminal that shows them is asked where the lines are written. */
type Style = 'bold' | 'red' | 'yellow' | 'dim' | 'cyan';

/** What a finding says of a value that is longer than a screen; `--json` has all of it. Characters. */
const MOST = 400;

export type CheckFormat = 'text' | 'json' | 'github';

/** `isColoured` only changes the text for people. */
export function findingLines(findings: readonly Finding[], format: CheckFormat, isColoured = false): string[] {
  const sorted = [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  if (format === 'json') return sorted.map(plainJson);
  // A finding quotes the file it is about, which may come from anywhere.
  const plain = sorted.map((one) => ({ ...one, file: plainLine(one.file), what: plainLine(one.what, MOST) }));
  if (format === 'github')
    return plain.map(
      ({ severity, file, line, column, rule, what, fix }) =>
        `::${severity} file=${property(file)},line=${line},col=${column},title=${rule}::${escaped(`${what}. ${fix}`)}`,
    );
  const paint = (style: Style, text: string) => (isColoured ? styleText(style, text, { validateStream: false }) : text);
  return plain.flatMap(({ severity, file, line, column, rule, what, fix }) => [
    `${paint('bold', `${file}:${line}:${column}`)}  ${paint(severity === 'error' ? 'red' : 'yellow', severity)}  ${what}  ${paint('dim', `[${rule}]`)}`,
    `    ${paint('cyan', fix)}`,
  ]);
}

export const isClean = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.severity !== 'error');

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** Of an annotation's properties a colon and a comma are ends too. */
const property = (text: string): string => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Is this a terminal that shows colours? Node's own answer: it heeds NO_COLOR and what the terminal can do. */
export const showsColours = (out: Writable): boolean =>
  'hasColors' in out && typeof out.hasColors === 'function' && out.hasColors() === true;
