/**
 * Watches the folder and reads it again when something changed. Changes are gathered for a moment, because editors write in steps;
 * reads never overlap, and a change during a read causes one more. It is read once at the beginning as well.
 */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log';

const GATHER_MS = 150;

export interface Watching {
  close(): void;
}

/** Reads given up in a row because somebody goes on saving: then one is served, whatever it met. */
const MOST_GIVEN_UP = 5;

/** `onChange` may ask, after it has read the folder, whether something changed meanwhile: what it read is of two versions then. */
export function watchFolder(folder: string, log: Log, onChange: (isStale: () => boolean) => Promise<void>): Watching {
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isDirty = false;
  let isWaiting = false;
  let givenUp = 0;
  const isStale = (): boolean => {
    const isIt = (isDirty || isWaiting) && givenUp < MOST_GIVEN_UP;
    givenUp = isIt ? givenUp + 1 : 0;
    return isIt;
  };
  const read = async (): Promise<void> => {
    isWaiting = false;
    if (isReading) {
      isDirty = true;
      return;
    }
    isReading = true;
    do {
      isDirty = false;
      await onChange(isStale).catch((error: unknown) => log.degraded({ part: 'knowledge reload', error }));
    } while (isDirty);
    isReading = false;
  };
  const gather = (): void => {
    clearTimeout(timer);
    isWaiting = true;
    timer = setTimeout(() => void read(), GATHER_MS);
    timer.unref();
  };
  const close = watchFolders(folder, log, gather);
  // Whoever saved between the first reading and now was seen by neither.
  gather();
  return {
    close: () => {
      clearTimeout(timer);
      close();
    },
  };
}

/**
 * Watches the folder and each folder in it, as folders: Node 20's own recursive watch on Linux watches files, and loses one for ever
 * when an editor saves by putting a new file in its place.
 */
function watchFolders(folder: string, log: Log, onEvent: () => void): () => void {
  let inner: FSWatcher[] = [];
  const watchOne = (path: string, listener: () => void): FSWatcher[] => {
    try {
      const watcher = watch(path, { persistent: false }, listener);
      return [watcher.on('error', (error) => log.degraded({ part: 'knowledge watch', error }))];
    } catch (error) {
      log.degraded({ part: 'knowledge watch', error });
      return [];
    }
  };
  const watchInner = (): void => {
    for (const watcher of inner) watcher.close();
    inner = foldersIn(folder).flatMap((path) => watchOne(path, onEvent));
  };
  const outer = watchOne(folder, () => {
    // A folder came, went, or was put in the place of another.
    watchInner();
    onEvent();
  });
  watchInner();
  return () => {
    for (const watcher of [...outer, ...inner]) watcher.close();
  };
}

function foldersIn(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true });
    return inside.filter((one) => one.isDirectory() && !one.name.startsWith('.')).map((one) => join(folder, one.name));
  } catch {
    return [];
  }
}
