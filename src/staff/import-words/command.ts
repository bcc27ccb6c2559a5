/** `ponte import words`: lists of words that others made, as a lower layer of the glossary. None is shipped. */
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayIn } from '../../domain/day';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { applyImport, readIfThere } from '../import/apply-import';
import { slug } from '../import/slug';
import { FileRefused } from '../import/table';
import { NOT_WRITTEN } from '../import/write-plan';
import { listText, roomBeside } from './list-text';
import { readEsco } from './read-esco';
import { readEurovoc } from './read-eurovoc';
import { readFreedict } from './read-freedict';
import { readOmw } from './read-omw';
import type { ReadWords } from './read-words';
import { type Useful, usefulWords } from './useful-words';
import { WordTable } from './word-table';

interface Kind {
  readonly name: string;
  readonly read: ReadWords;
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['esco', { name: 'ESCO', read: readEsco }],
  ['eurovoc', { name: 'EuroVoc', read: readEurovoc }],
  ['omw', { name: 'Open Multilingual Wordnet', read: readOmw }],
  ['freedict', { name: 'FreeDict', read: readFreedict }],
]);
const LONGEST_NAME = 40;
const SAMPLES = 8;

const text = { type: 'string' } as const;
const OPTIONS = {
  as: text,
  name: text,
  source: text,
  licence: text,
  locale: { type: 'string', multiple: true },
  apply: { type: 'boolean' },
} as const;
const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
type Values = ReturnType<typeof parse>['values'];

export const wordsImport: Command = {
  name: 'words',
  usage: [
    'import words FILE … --as esco|eurovoc|omw|freedict --licence TEXT [--source TITLE] [--locale en …] [--name NAME] [--apply]',
    '                   words of others for questions across languages, one file or several: ESCO CSV, EuroVoc SKOS',
    '                   (RDF/XML, N-Triples), Open Multilingual Wordnet (tab), FreeDict (.index and .dict.dz); keeps what this',
    '                   folder can use; --locale for each file that does not say its language',
  ],
  run: async (args, rooms) => {
    const { values, positionals } = parse(args);
    const kind = KINDS.get(values.as ?? '');
    const licence = values.licence?.trim() ?? '';
    if (positionals.length === 0 || !kind || licence === '') {
      rooms.err.write(
        `ponte import words: name the files, --as ${[...KINDS.keys()].join(', ')}, and --licence "…", which stands in the list's own files or on its page.\n`,
      );
      return EX_USAGE;
    }
    try {
      return await importWords(positionals, { ...values, licence }, kind, rooms);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      rooms.err.write(`ponte import words: ${error.what}.\n    ${error.fix}\n`);
      return 1;
    }
  },
};

async function importWords(
  paths: readonly string[],
  values: Values & { licence: string },
  kind: Kind,
  rooms: CommandRooms,
): Promise<number> {
  const { folder, out, err, now } = rooms;
  const table = new WordTable();
  await kind.read(
    paths.map((path, n) => ({ path, locale: values.locale?.[n] })),
    table,
  );
  const { knowledge } = await readKnowledge(folder);
  const file = `word-lists/${slug(values.name ?? values.as ?? '', LONGEST_NAME)}.tsv`;
  const useful = usefulWords(table, knowledge, roomBeside(file, knowledge));
  for (const line of tellUseful(table, useful)) out.write(`${line}\n`);
  if (useful.concepts.length === 0)
    throw new FileRefused(
      'none of its words helps to find something here',
      'Give files of two languages at least, one of them a language of your texts. Kept is what a text here has a word of and the glossary lacks.',
    );
  const source = values.source ?? kind.name;
  const origin = { source, licence: values.licence, day: dayIn(now(), 'UTC'), files: paths.map((path) => basename(path)) };
  const after = listText(origin, useful.concepts);
  out.write(`${file}: ${Math.ceil(Buffer.byteLength(after) / 1024)} KB\n`);
  if (!values.apply) {
    err.write(`${NOT_WRITTEN}\n`);
    return 0;
  }
  return write({ file, after, what: `words of ${source}` }, rooms);
}

function tellUseful(table: WordTable, { concepts, leftOut }: Useful): string[] {
  const samples = concepts.filter((_, n) => n % Math.ceil(concepts.length / SAMPLES) === 0);
  return [
    `${table.read} words of ${table.size} concepts read; ${concepts.length} concepts kept that have a word of this folder and are new to its glossary`,
    ...(leftOut > 0 ? [`${leftOut} more would help, in fewer languages; they were left out`] : []),
    ...samples.map((words) => `  ${[...words].map(([locale, ways]) => `${locale}: ${ways.join(', ')}`).join(' · ')}`),
  ];
}

async function write(list: { file: string; after: string; what: string }, { folder, dataFolder, err, now }: CommandRooms): Promise<number> {
  const before = await readIfThere(join(folder, list.file));
  const { written, kept } = await applyImport(
    { what: list.what, changes: [{ file: list.file, before, after: list.after }] },
    { folder, dataFolder },
    now(),
  );
  if (written.length > 0) err.write('Written. "ponte import undo" takes it back.\n');
  for (const file of kept) err.write(`kept: ${file} was changed by somebody meanwhile; import again\n`);
  return kept.length === 0 ? 0 : 1;
}
