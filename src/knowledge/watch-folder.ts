/**
 * Watches the folder and reads it again when something changed. Changes are gathered for a moment, because editors write in steps;
 * reads never overlap, and a change during a read causes one more.
 */
import { type FSWatcher, watch } from 'node:fs';
import type { Log } from '../log';

const GATHER_MS = 150;

export interface Watching {
  close(): void;
}

export function watchFolder(folder: string, log: Log, onChange: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isDirty = false;
  const read = async (): Promise<void> => {
    if (isReading) {
      isDirty = true;
      return;
    }
    isReading = true;
    do {
      isDirty = false;
      await onChange().catch((error: unknown) => log.degraded({ part: 'knowledge reload', error }));
    } while (isDirty);
    isReading = false;
  };
  const gather = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), GATHER_MS);
    timer.unref();
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, { recursive: true, persistent: false }, gather);
    watcher.on('error', (error) => log.degraded({ part: 'knowledge watch', error }));
  } catch (error) {
    log.degraded({ part: 'knowledge watch', error });
  }
  return {
    close: () => {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}
