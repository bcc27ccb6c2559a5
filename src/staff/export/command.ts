/** `ponte export`: the knowledge folder in the standards that others read. */
import { parseArgs } from 'node:util';
import { findLocale, LOCALES, type Locale } from '../../domain/locale';
import { PonteError } from '../../errors';
import { type Reading, readKnowledge } from '../../knowledge/knowledge-base';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { withoutAuthority } from './cpsv-ap';
import { type ExportOptions, LICENCE, shownOf } from './export-options';
import { FORMATS, type Format, isFormat } from './formats';
import { type ExportFile, makeExport } from './make-export';
import { writeWhole } from './write-whole';

/** Where `npm start` serves when nothing is set. */
const THIS_MACHINE = 'http://127.0.0.1:3978';

export const exportCommand: Command = {
  name: 'export',
  usage: [
    `export ${FORMATS.join('|')} [--out FOLDER] [--base https://…] [--languages el,en]`,
    '                   the folder in a standard others read, printed or written to FOLDER; several formats need --out;',
    '                   --base is the address of your Ponte, with which the ids begin',
  ],
  run: async (args, rooms) => {
    const text = { type: 'string' } as const;
    const options = { out: text, base: text, languages: text };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const asked = readAsked(positionals, values);
    if (typeof asked === 'string') {
      rooms.err.write(`ponte export: ${asked}\n`);
      return EX_USAGE;
    }
    if (values.base === undefined)
      rooms.err.write(`No --base: the ids begin with ${THIS_MACHINE}. Name the address of your Ponte before you publish this.\n`);
    return exportFolder(asked, values.out, rooms);
  },
};

interface Asked {
  readonly formats: readonly Format[];
  readonly baseUrl: string;
  readonly languages: readonly Locale[];
}

/** What was asked, or why it cannot be done. */
function readAsked(positionals: readonly string[], values: { out?: string; base?: string; languages?: string }): Asked | string {
  const formats = [...new Set(positionals)].filter(isFormat);
  const unknown = positionals.find((name) => !isFormat(name));
  if (unknown !== undefined) return `there is no format "${unknown}"; there are ${FORMATS.join(', ')}.`;
  if (formats.length === 0) return `name a format: ${FORMATS.join(', ')}.`;
  if (formats.length > 1 && values.out === undefined) return 'several formats need a folder: add --out FOLDER.';
  if (values.out === '') return 'name the folder after --out.';
  const base = values.base ?? THIS_MACHINE;
  if (!isBase(base)) return `"${base}" is no address; write --base https://ponte.example.org`;
  const tags = values.languages?.split(',') ?? LOCALES;
  const wrong = tags.find((tag) => findLocale(tag) === undefined);
  if (wrong !== undefined) return `there is no language "${wrong}"; there are ${LOCALES.join(', ')}.`;
  return { formats, baseUrl: base.replace(/\/+$/, ''), languages: [...new Set(tags.flatMap((tag) => findLocale(tag) ?? []))] };
}

function isBase(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash, username } = new URL(address);
  return /^https?:$/.test(protocol) && !search && !hash && !username && !/[\s<>"{}|\\^`]/.test(address);
}

async function exportFolder({ formats, baseUrl, languages }: Asked, out: string | undefined, rooms: CommandRooms): Promise<number> {
  const reading = await readKnowledge(rooms.folder).catch((cause: unknown) => {
    throw new PonteError('KNOWLEDGE_EMPTY', rooms.folder, { cause });
  });
  // An export of nothing would replace a good one.
  if (shownOf(reading.knowledge.entries).length === 0) throw new PonteError('KNOWLEDGE_EMPTY', rooms.folder);
  const broken = tellBroken(reading, rooms);
  const options: ExportOptions = { baseUrl, languages, at: rooms.now(), licence: LICENCE };
  for (const format of formats) {
    if (format === 'cpsv-ap') tellLeftOut(reading, rooms);
    const file = makeExport(format, reading.knowledge.entries, reading.knowledge.vocabularies, options);
    if (!(await deliver(file, out, rooms))) return 1;
  }
  return broken ? 1 : 0;
}

/** Says which files are missing from what is exported, because they are broken. */
function tellBroken({ findings }: Reading, { err }: CommandRooms): boolean {
  const files = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file))];
  for (const file of files) err.write(`Missing here, because it has errors: ${file}\n`);
  if (files.length > 0) err.write('"npm run ponte -- check" says what is wrong.\n');
  return files.length > 0;
}

function tellLeftOut({ knowledge }: Reading, { err }: CommandRooms): void {
  const count = withoutAuthority(knowledge.entries).length;
  if (count === 0) return;
  err.write(`${count} entries are not in the CPSV-AP export: it demands a competent authority, and their files name none.\n`);
  err.write('Where the source names one, write it as call.authority or contact.organisation.\n');
}

async function deliver(file: ExportFile, out: string | undefined, { out: printed, err }: CommandRooms): Promise<boolean> {
  if (out === undefined) {
    printed.write(file.body);
    return true;
  }
  const written = await writeWhole(out, file.fileName, file.body);
  err.write(written.ok ? `${written.path}\n` : `${written.what}\n`);
  return written.ok;
}
