/** `ponte import undo`: takes back the last import, whatever it imported. */
import { parseArgs } from 'node:util';
import type { Command } from '../command';
import { undoImport } from './apply-import';

export const importUndo: Command = {
  name: 'undo',
  usage: ['import undo        takes back the last import; files that somebody changed since stay as they are'],
  run: async (args, { folder, dataFolder, out, err }) => {
    parseArgs({ args: [...args], options: {} });
    const undone = await undoImport({ folder, dataFolder });
    if (!undone) {
      err.write('ponte import undo: there is no import to take back.\n');
      return 1;
    }
    const { what, at, restored, removed, kept, journal } = undone;
    out.write(`Taken back: ${what}, imported ${at}: ${restored.length} files as they were, ${removed.length} added files removed.\n`);
    for (const file of kept) out.write(`kept: ${file} was changed since; mend it by hand\n`);
    if (kept.length > 0) out.write(`What stood there before the import is kept in ${journal}\n`);
    return kept.length === 0 ? 0 : 1;
  },
};
