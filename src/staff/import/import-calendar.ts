/** `ponte import calendar`: a managing authority's timetable of calls, CPR (EU) 2021/1060 Art. 49(2). */
import { dayIn } from '../../domain/day';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { type CalendarOptions, checkWords, parseCalendarArgs, problemsOf, readGiven } from './calendar-options';
import { chooseSheet } from './choose-sheet';
import type { Profile } from './given';
import { namesOf } from './guess-mapping';
import { prefixOf } from './match-entries';
import { type Plan, planImport } from './plan-import';
import { mappingLines, planJson, planLines } from './print-plan';
import { profileFile, readMappingFile, readProfile } from './profile';
import { readRows } from './read-rows';
import { readTable } from './read-table';
import { FileRefused } from './table';
import { NOT_WRITTEN, writePlan } from './write-plan';

/** Days until an imported call must be looked at again: timetables are renewed three times a year (CPR Art. 49(2)). */
const REVIEW_DAYS = 122;

export const importCalendar: Command = {
  name: 'calendar',
  usage: [
    'import calendar FILE --authority NAME --country IT [--area ITI4] --locale it --source ADDRESS [--apply]',
    '                   a timetable of calls (CSV, XLSX, ODS): shows what would change; --apply writes it',
    '                   also --topic ID --sheet NAME --mapping FILE --encoding NAME --source-title TITLE --json;',
    '                   from the second time FILE --authority NAME --country IT is enough',
  ],
  run: async (args, rooms) => {
    const { values, positionals } = parseCalendarArgs(args);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !values.authority || !values.country) {
      rooms.err.write(`ponte import calendar: name one FILE, --authority "…" and --country.\n`);
      return EX_USAGE;
    }
    try {
      return await importFile(file, values, rooms);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      rooms.err.write(`ponte import calendar: ${file}: ${error.what}.\n    ${error.fix}\n`);
      return 1;
    }
  },
};

async function importFile(file: string, values: CalendarOptions, rooms: CommandRooms): Promise<number> {
  const { folder, dataFolder, out, err } = rooms;
  const prefix = prefixOf({ country: values.country ?? '', authority: values.authority ?? '' });
  const last = await readProfile(dataFolder, prefix);
  const given = readGiven(values, last);
  if (!given.success) {
    err.write(
      `ponte import calendar: ${problemsOf(given.error).join('; ')}.\n    Add what is missing; it is remembered for the next time.\n`,
    );
    return EX_USAGE;
  }
  const table = await readTable(file, { encoding: values.encoding, locale: given.data.locale });
  const asked = values.mapping === undefined ? undefined : await readMappingFile(values.mapping);
  const chosen = chooseSheet(table.sheets, { sheet: values.sheet, asked, last: last?.mapping });
  const reading = await readKnowledge(folder);
  checkWords(given.data, reading.knowledge.vocabularies);
  const today = dayIn(rooms.now(), 'UTC');
  const reviewBy = dayIn(new Date(rooms.now().getTime() + REVIEW_DAYS * 86_400_000), 'UTC');
  const rows = readRows(chosen, { given: given.data, vocabularies: reading.knowledge.vocabularies, err });
  const plan = planImport(rows, { given: given.data, reading, last, today, reviewBy });
  const lines = values.json
    ? planJson(plan)
    : [
        `${file} (${table.format}), sheet "${chosen.sheet.name}": ${[...chosen.notes, ...mappingLines(chosen.mapping)].join('\n')}`,
        '',
        ...planLines(plan),
      ];
  for (const line of lines) out.write(`${line}\n`);
  const mapping = {
    sheet: chosen.sheet.name,
    columns: namesOf(chosen.mapping),
    ...(chosen.firstRow === undefined ? {} : { firstRow: chosen.firstRow }),
  };
  const isRefused = plan.items.some(({ kind }) => kind === 'refused');
  if (!values.apply) err.write(`${NOT_WRITTEN}\n`);
  const isWritten = !values.apply || (await apply(plan, { given: given.data, mapping, rows: plan.rows, imported: today }, rooms));
  return isWritten && !isRefused ? 0 : 1;
}

const apply = (plan: Plan, profile: Profile, rooms: CommandRooms): Promise<boolean> =>
  writePlan(
    {
      what: `calendar of ${profile.given.authority}`,
      items: plan.items,
      profile,
      profileFile: profileFile(prefixOf(profile.given)),
      onAdded:
        'Added calls have a headline in one language and verified: false. Add the others, read them against the source, then set verified: true.',
    },
    rooms,
  );
