/** Everything that is wrong with a folder: what its reader found, and what each rule finds. */
import type { Day } from '../../domain/day';
import type { Finding } from '../../domain/finding';
import type { Reading } from '../../knowledge/knowledge-base';
import { RULES } from './all-rules';
import { placesIn } from './find-place';
import { atItsLine } from './place-of-finding';
import type { Found, Rule } from './rule';

interface FoundByRule {
  readonly rule: Rule;
  readonly one: Found;
}

export function checkFolder(reading: Reading, today: Day, rules: readonly Rule[] = RULES): Finding[] {
  const folder = { ...reading, today };
  const { texts } = reading.files;
  const found = rules.flatMap((rule) => [...(rule.find?.(folder) ?? [])].map((one) => ({ rule, one })));
  return [...reading.findings.map((one) => atItsLine(one, texts.get(one.file))), ...placed(found, texts)];
}

/** In the order found. Places are worked out file by file: a file is parsed once for all that is wrong with it, and then forgotten. */
function placed(found: readonly FoundByRule[], texts: ReadonlyMap<string, string>): Finding[] {
  const byFile = new Map<string, number[]>();
  for (const [n, { one }] of found.entries()) {
    const numbers = byFile.get(one.file);
    if (numbers) numbers.push(n);
    else byFile.set(one.file, [n]);
  }
  const places = new Map<number, Pick<Finding, 'line' | 'column'>>();
  for (const [file, numbers] of byFile) {
    const text = texts.get(file);
    const placeOf = text === undefined ? undefined : placesIn(text, file);
    for (const n of numbers) places.set(n, placeOf?.(found[n]?.one ?? {}) ?? { line: 1, column: 1 });
  }
  return found.map(({ rule, one }, n) => ({
    rule: rule.id,
    severity: rule.severity,
    file: one.file,
    ...(places.get(n) ?? { line: 1, column: 1 }),
    what: one.what,
    fix: rule.fix,
  }));
}
