/** `ponte import hsds`: services and organisations of a directory in Open Referral HSDS 3 (JSON). */
import { dayIn } from '../../domain/day';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { makeDetector } from '../../language/detect';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { checkWords } from '../import/calendar-options';
import { planJson, planLines } from '../import/print-plan';
import { FileRefused } from '../import/table';
import { NOT_WRITTEN, writePlan } from '../import/write-plan';
import { readDirectoryFile } from './directory-file';
import { parseOptions, readGiven, type Values } from './directory-options';
import { type DirectoryProfile, prefixOf, profileFile, readProfile } from './given-directory';
import { type DirectoryPlan, planDirectory } from './plan-directory';

/** Days until an imported record must be looked at again: HSDS asks directories to assure their records once a year. */
const REVIEW_DAYS = 182;

export const hsdsImport: Command = {
  name: 'hsds',
  usage: [
    'import hsds FILE --directory NAME --country IT --locale it --source ADDRESS [--area ITI4] [--topic ID] [--apply] [--json]',
    '                   services and organisations of a directory in Open Referral HSDS 3 (JSON): shows what would change;',
    '                   --apply writes it; from the second time FILE --directory NAME --country IT is enough',
  ],
  run: async (args, rooms) => {
    const { values, positionals } = parseOptions(args);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !values.directory || !values.country) {
      rooms.err.write('ponte import hsds: name one FILE, --directory "…" and --country.\n');
      return EX_USAGE;
    }
    try {
      return await importFile(file, values, rooms);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      rooms.err.write(`ponte import hsds: ${file}: ${error.what}.\n    ${error.fix}\n`);
      return 1;
    }
  },
};

async function importFile(file: string, values: Values, rooms: CommandRooms): Promise<number> {
  const { folder, dataFolder, out, err, now } = rooms;
  const prefix = prefixOf({ country: values.country ?? '', directory: values.directory ?? '' });
  const last = await readProfile(dataFolder, prefix);
  const given = readGiven(values, last, rooms);
  if (!given) return EX_USAGE;
  const directory = await readDirectoryFile(file);
  const reading = await readKnowledge(folder);
  checkWords(given, reading.knowledge.vocabularies);
  const today = dayIn(now(), 'UTC');
  const reviewBy = dayIn(new Date(now().getTime() + REVIEW_DAYS * 86_400_000), 'UTC');
  const plan = planDirectory(directory, { given, reading, last, detector: await makeDetector(), today, reviewBy });
  for (const line of values.json ? planJson(plan) : planLines(plan)) out.write(`${line}\n`);
  err.write(
    `${directory.services.length} services, ${directory.organisations.length} organisations; ${plan.inactive} services are not active and were left out\n`,
  );
  if (!values.apply) err.write(`${NOT_WRITTEN}\n`);
  const isWritten = !values.apply || (await apply(plan, { given, imported: today, said: plan.said }, rooms));
  return isWritten && plan.items.every(({ kind }) => kind !== 'refused') ? 0 : 1;
}

const apply = (plan: DirectoryPlan, profile: DirectoryProfile, rooms: CommandRooms): Promise<boolean> =>
  writePlan(
    {
      what: `directory ${profile.given.directory}`,
      items: plan.items,
      profile,
      profileFile: profileFile(prefixOf(profile.given)),
      onAdded:
        'Added entries have a headline in one language and verified: false. Add the others, read them against the source, then set verified: true.',
    },
    rooms,
  );
