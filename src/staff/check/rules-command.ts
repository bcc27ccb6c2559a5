/** `ponte rules`: what `ponte check` looks at, for curators. */
import { parseArgs } from 'node:util';
import { type Command, EX_USAGE } from '../command';
import { RULES } from './all-rules';
import { ruleLines, rulePage } from './rule-page';

export const rulesCommand: Command = {
  name: 'rules',
  usage: ['rules [ID]         what check looks at, with examples, as Markdown; one rule, or all of them'],
  run: async (args, { out, err }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const unknown = positionals.filter((id) => !RULES.some((rule) => rule.id === id));
    if (unknown.length > 0) {
      err.write(`ponte rules: there is no rule "${unknown.join('", "')}". There are:\n${RULES.map(({ id }) => `  ${id}\n`).join('')}`);
      return EX_USAGE;
    }
    const lines = positionals.length === 0 ? rulePage(RULES) : RULES.filter(({ id }) => positionals.includes(id)).flatMap(ruleLines);
    out.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
