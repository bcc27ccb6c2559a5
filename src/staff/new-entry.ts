/** `ponte new`: asks for what an entry needs, and writes one valid file. */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { dayIn } from '../domain/day';
import type { Entry } from '../domain/entry';
import type { Finding } from '../domain/finding';
import type { Reading } from '../knowledge/knowledge-base';
import { readEntryFile } from '../knowledge/read-entry';
import { checkFolder } from './check/check-folder';
import { findingLines } from './check/print-findings';
import { readForCheck } from './check/read-for-check';
import { type Command, type CommandRooms, EX_USAGE } from './command';
import { KIND_FOLDERS } from './kind-folders';
import { answersOf, askAnswers } from './new-entry-answers';
import { type Answers, FIELDS, fieldsOf, NEW_KINDS, type NewKind } from './new-entry-fields';
import { idOf, newEntryText } from './new-entry-text';
import { createFile } from './write-files';

/** `input` is asked for only when somebody is to be asked. */
export function makeNewCommand(input: () => Readable): Command {
  return {
    name: 'new',
    usage: [
      `new ${NEW_KINDS.join('|')} [--FIELD VALUE …]`,
      '                   asks for what is needed and writes one file; without a terminal the fields are options,',
      '                   and "new KIND" names those that are missing',
    ],
    run: async (args, rooms) => {
      const options = Object.fromEntries(FIELDS.map(({ name }) => [name, { type: 'string' } as const]));
      const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
      const kind = NEW_KINDS.find((one) => one === positionals[0]);
      if (!kind || positionals.length > 1) {
        rooms.err.write(`ponte new: say what is new: ${NEW_KINDS.join(', ')}.\n`);
        return EX_USAGE;
      }
      const strange = Object.keys(values).filter((name) => !fieldsOf(kind).some((field) => field.name === name));
      if (strange.length > 0) {
        rooms.err.write(
          `ponte new ${kind}: ${kind === 'organisation' ? 'an' : 'a'} ${kind} has no --${strange.join(', --')}. "ponte new ${kind}" without options names what is needed.\n`,
        );
        return EX_USAGE;
      }
      return makeEntry(kind, values as Readonly<Record<string, string | undefined>>, rooms, input);
    },
  };
}

export const newCommand: Command = makeNewCommand(() => process.stdin);

async function makeEntry(
  kind: NewKind,
  given: Readonly<Record<string, string | undefined>>,
  rooms: CommandRooms,
  input: () => Readable,
): Promise<number> {
  const { folder, err } = rooms;
  const reading = await readForCheck(folder);
  const { vocabularies } = reading.knowledge;
  if (rooms.isTerminal) {
    const answers = await askAnswers(fieldsOf(kind), given, vocabularies, input(), rooms);
    if (answers) return writeEntry(kind, answers, reading, rooms);
    err.write('\nponte new: nothing was written.\n');
    return 1;
  }
  const gathered = answersOf(fieldsOf(kind), given, vocabularies);
  if (gathered.ok) return writeEntry(kind, gathered.answers, reading, rooms);
  err.write(`ponte new ${kind}: nothing was written.\n${gathered.problems.map((problem) => `  ${problem}\n`).join('')}`);
  return EX_USAGE;
}

async function writeEntry(kind: NewKind, answers: Answers, reading: Reading, rooms: CommandRooms): Promise<number> {
  const { folder, out, err } = rooms;
  const id = idOf(kind, answers);
  const file = `${KIND_FOLDERS[kind]}/${id}.md`;
  const today = dayIn(rooms.now(), 'UTC');
  const text = newEntryText(kind, id, answers, today);
  const read = readEntryFile(text, file);
  if (!read.ok || read.value.kind !== 'entry') {
    err.write(`ponte new: the answers do not fit together; nothing was written.\n`);
    for (const finding of read.ok ? [] : read.findings) err.write(`  ${finding.what}. ${finding.fix}\n`);
    return 1;
  }
  const twin = reading.files.entries.find((entry) => entry.id === id || entry.also.includes(id));
  if (twin || reading.files.texts.has(file) || !(await createFile(join(folder, file), text))) {
    err.write(`ponte new: "${id}" is taken by ${twin?.file ?? file}; nothing was written. Give another one with --id.\n`);
    return 1;
  }
  out.write(`${file}\n`);
  const missing = stillMissing(read.value.entry, text, reading, today);
  err.write(`The file is written and valid. It is not shown before you write "verified: true".\n`);
  if (missing.length > 0)
    err.write(
      `Still missing:\n${findingLines(missing, 'text')
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
  return 0;
}

/** What `check` will say about it, without reading the folder once more. */
function stillMissing(entry: Entry, text: string, reading: Reading, today: string): Finding[] {
  const { files } = reading;
  const texts = new Map([...files.texts, [entry.file, text]]);
  const after: Reading = { ...reading, findings: [], files: { ...files, texts, entries: [...files.entries, entry] } };
  return checkFolder(after, today).filter(({ file }) => file === entry.file);
}
