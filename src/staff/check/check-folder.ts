/** Everything that is wrong with a folder: what its reader found, and what each rule finds. */
import type { Day } from '../../domain/day';
import type { Finding } from '../../domain/finding';
import type { Reading } from '../../knowledge/knowledge-base';
import { RULES } from './all-rules';
import { findPlace } from './find-place';
import { atItsLine } from './place-of-finding';
import type { Rule } from './rule';

export function checkFolder(reading: Reading, today: Day, rules: readonly Rule[] = RULES): Finding[] {
  const folder = { ...reading, today };
  const found = rules.flatMap((rule) =>
    [...(rule.find?.(folder) ?? [])].map((one): Finding => {
      const text = reading.files.texts.get(one.file);
      const place = text === undefined ? { line: 1, column: 1 } : findPlace(text, one);
      return { rule: rule.id, severity: rule.severity, file: one.file, ...place, what: one.what, fix: rule.fix };
    }),
  );
  return [...reading.findings.map((one) => atItsLine(one, reading.files.texts.get(one.file))), ...found];
}
