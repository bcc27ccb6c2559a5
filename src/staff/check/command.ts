/** `ponte check`: everything that is wrong with the folder, at its line, with its cure. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayIn } from '../../domain/day';
import { type Command, EX_USAGE } from '../command';
import { checkFolder } from './check-folder';
import { type CheckFormat, findingLines, isClean, showsColours } from './print-findings';
import { readForCheck } from './read-for-check';

const FORMATS: readonly CheckFormat[] = ['text', 'json', 'github'];

export const check: Command = {
  name: 'check',
  usage: [
    'check [FILES] [--json] [--format github]',
    '                   every mistake in the folder, with its place and its cure; exit code 1 when there is an error',
  ],
  run: async (args, { folder, out, err, now, isTerminal }) => {
    const options = { json: { type: 'boolean' }, format: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const format = FORMATS.find((one) => one === (values.json ? 'json' : (values.format ?? 'text')));
    if (!format) {
      err.write(`ponte check: there is no format "${values.format}"; there are ${FORMATS.join(', ')}.\n`);
      return EX_USAGE;
    }
    const reading = await readForCheck(folder);
    const asked = positionals.map((one) => one.replace(/\\/g, '/'));
    const names = (one: string) => (file: string) => one.endsWith(file) || `/${file}`.endsWith(`/${one}`);
    const all = checkFolder(reading, dayIn(now(), 'UTC'));
    const findings = all.filter(({ file }) => asked.length === 0 || asked.some((one) => names(one)(file)));
    const files = new Set([...reading.files.texts.keys(), ...all.map(({ file }) => file)]);
    // Silence about a mistyped name would look like a clean file.
    const strange = asked.filter((one) => ![...files].some(names(one)) && !existsSync(one) && !existsSync(join(folder, one)));
    for (const one of strange) err.write(`ponte check: there is no file "${one}" in ${folder}. Name it such as calls/<id>.md.\n`);
    for (const line of findingLines(findings, format, isTerminal && showsColours(out))) out.write(`${line}\n`);
    if (format === 'text') err.write(`${reading.knowledge.entries.length} entries, ${findings.length} findings\n`);
    return isClean(findings) && strange.length === 0 ? 0 : 1;
  },
};
