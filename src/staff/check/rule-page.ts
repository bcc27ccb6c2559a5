/** The rules as a page of Markdown for curators: what must be so, why, how to mend it, and what is and is not right. */
import type { Example, Rule } from './rule';

export function rulePage(rules: readonly Rule[]): string[] {
  return [
    '# What `ponte check` looks at',
    '',
    'Errors keep `check` from passing; warnings do not. The examples are changes to a small folder that is right.',
    '',
    ...rules.flatMap(ruleLines),
  ];
}

export function ruleLines({ id, severity, must, why, fix, ok, notOk }: Rule): string[] {
  return [
    `## ${id} (${severity})`,
    '',
    must,
    '',
    `- **Why:** ${why}`,
    `- **How to mend it:** ${fix}`,
    '',
    'Not right:',
    '',
    ...notOk.flatMap(exampleLines),
    ...(ok.length > 0 ? ['Right:', '', ...ok.flatMap(exampleLines)] : []),
  ];
}

/** As a difference, which code hosts colour; a new file stands whole. */
function exampleLines({ file, replace, by, says }: Example): string[] {
  const removed = (replace ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => `- ${line}`);
  const added = (says === undefined ? by : `[${says}]`)
    .split('\n')
    .filter(Boolean)
    .map((line) => `+ ${line}`);
  return [`\`${file}\``, '', '```diff', ...removed, ...added, '```', ''];
}
