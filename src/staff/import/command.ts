/** `ponte import SOURCE …`: brings entries in from elsewhere. */
import { type Command, EX_USAGE } from '../command';
import { hsdsImport } from '../import-hsds/command';
import { portalImport } from '../import-portal/command';
import { wordsImport } from '../import-words/command';
import { importCalendar } from './import-calendar';
import { oneAtATime } from './import-lock';
import { importUndo } from './import-undo';

/** Each is run as `ponte import <its name>`. */
const SOURCES: readonly Command[] = [importCalendar, portalImport, hsdsImport, wordsImport, importUndo];

export const importCommand: Command = makeImportCommand(SOURCES);

export function makeImportCommand(sources: readonly Command[]): Command {
  return {
    name: 'import',
    usage: sources.flatMap((source) => source.usage),
    run: async ([name, ...args], rooms) => {
      const source = sources.find((one) => one.name === name);
      if (source) return oneAtATime(source, args, rooms);
      const names = sources.map((one) => one.name).join(', ');
      rooms.err.write(`ponte import: ${name === undefined ? 'say what to import' : `there is no "${name}"`}; there are ${names}.\n`);
      return EX_USAGE;
    },
  };
}
