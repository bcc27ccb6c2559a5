/**
 * One import at a time: two at once would plan from the same files, and the undo of one would take back half of the other. Held from
 * the first look at the folder to the last file written; a process that died holds nothing.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PonteError } from '../../errors';
import { holdLock } from '../../store/lock';
import type { Command, CommandRooms } from '../command';

/** Says who holds the lock: its file itself cannot be read meanwhile. */
const Holder = z.strictObject({ command: z.string(), pid: z.number().int(), since: z.iso.datetime() });
type Holder = z.infer<typeof Holder>;

/** Inside the data folder, beside profiles and journals. */
const FOLDER = 'import';
const HOLDER = 'at-work.json';

/** Runs the command alone, `title` is what staff typed; 1 and a word on who is at work when another import is. Throws STORE_FAILED when the data folder cannot be written. */
export async function oneAtATime(
  command: Pick<Command, 'name' | 'run'>,
  args: readonly string[],
  rooms: CommandRooms,
  title = `import ${command.name}`,
): Promise<number> {
  // Who only looks leaves nothing behind where there never was an import.
  const isFirstLook = !args.includes('--apply') && !existsSync(join(rooms.dataFolder, FOLDER));
  const release = isFirstLook ? () => undefined : tryLock(title, rooms);
  if (!release) {
    rooms.err.write(`ponte ${title}: ${refusal(readHolder(rooms.dataFolder))}\n`);
    return 1;
  }
  try {
    return await command.run(args, rooms);
  } finally {
    release();
  }
}

/** Undefined when somebody else has it. */
function tryLock(title: string, { dataFolder, now }: CommandRooms): (() => void) | undefined {
  const folder = join(dataFolder, FOLDER);
  try {
    const release = holdLock(folder, 'lock.db');
    const path = join(folder, HOLDER);
    const holder: Holder = { command: title, pid: process.pid, since: now().toISOString() };
    // What an earlier process left behind here is overwritten: it cannot be at work any more.
    writeFileSync(path, JSON.stringify(holder), { mode: 0o600 });
    return () => {
      rmSync(path, { force: true });
      release();
    };
  } catch (error) {
    if (error instanceof PonteError && error.code === 'DATA_LOCKED') return undefined;
    throw error;
  }
}

function refusal(holder: Holder | undefined): string {
  const who = holder ? `"${holder.command}" is at work (process ${holder.pid}, since ${holder.since})` : 'another import is at work';
  const end = holder ? ` If it hangs, end process ${holder.pid}: that frees the folder.` : '';
  return `${who}. Nothing was read or written.\n    Wait until it has ended, then start this again.${end}`;
}

/** Undefined in the moment between the lock and its first word. */
function readHolder(dataFolder: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(dataFolder, FOLDER, HOLDER), 'utf8')));
  } catch {
    return undefined;
  }
}
