/** The answers of `ponte new`: from the options, and on a terminal from whoever sits there. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Vocabularies } from '../domain/vocabulary';
import type { CommandRooms } from './command';
import type { Answers, Field } from './new-entry-fields';
import type { FieldValue, ReadAnswer } from './read-answers';

export type Gathered = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly problems: readonly string[] };
type Given = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the options, in one go. */
export function answersOf(fields: readonly Field[], given: Given, words: Vocabularies): Gathered {
  const answers: Record<string, FieldValue> = {};
  const problems: string[] = [];
  for (const field of fields) {
    const text = given[field.name]?.trim() || field.assume?.(answers);
    const read: ReadAnswer | undefined = text ? field.read(oneLine(text), words) : undefined;
    if (read?.ok) answers[field.name] = read.value;
    else if (read) problems.push(`--${field.name}: ${read.problem}`);
    else if (field.isNeeded) problems.push(`--${field.name} is missing: ${field.ask}`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Asks for every field that no option answers, again until the answer can be used. Undefined when the person left. */
export async function askAnswers(
  fields: readonly Field[],
  given: Given,
  words: Vocabularies,
  input: Readable,
  { err }: Pick<CommandRooms, 'err'>,
): Promise<Answers | undefined> {
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = reader[Symbol.asyncIterator]();
  const answers: Record<string, FieldValue> = {};
  try {
    for (const field of fields) {
      let told: Told = readTold(field, given[field.name], answers, words);
      while (told.isOpen) {
        err.write(told.problem === undefined ? '' : `  ${told.problem}\n`);
        err.write(`${field.ask}${hintOf(field, answers)}: `);
        const line = await lines.next();
        if (line.done) return undefined;
        told = readTold(field, line.value, answers, words);
      }
      if (told.value !== undefined) answers[field.name] = told.value;
    }
    return answers;
  } finally {
    reader.close();
  }
}

type Told = { readonly isOpen: true; readonly problem?: string } | { readonly isOpen: false; readonly value?: FieldValue };

/** `text` is undefined as long as nobody was asked. */
function readTold(field: Field, text: string | undefined, answers: Answers, words: Vocabularies): Told {
  if (text === undefined) return { isOpen: true };
  const plain = oneLine(text) || field.assume?.(answers);
  if (!plain) return field.isNeeded ? { isOpen: true, problem: 'this one is needed' } : { isOpen: false };
  const read = field.read(plain, words);
  return read.ok ? { isOpen: false, value: read.value } : { isOpen: true, problem: read.problem };
}

function hintOf(field: Field, answers: Answers): string {
  const assumed = field.assume?.(answers);
  if (assumed !== undefined) return ` [${assumed}]`;
  return field.isNeeded ? '' : ' (optional)';
}
