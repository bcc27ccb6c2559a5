/**
 * Files of the cache are written beside their place, as `<name>.<process id>`, and then renamed. A process that was killed leaves such a
 * draft, as large as an index. Only those of processes that no longer exist go; where another machine writes into the same folder its draft
 * may go too, and the next start of that one builds again what was to be kept.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../errors';

const DRAFT = /^.+\.(\d{1,10})$/;

/** Best effort: a folder that is not there, or not ours, is left as it is. */
export async function removeStaleDrafts(folder: string): Promise<void> {
  const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const stale = files.filter((file) => {
    const [, pid] = DRAFT.exec(file.name) ?? [];
    return file.isFile() && pid !== undefined && Number(pid) > 0 && !isRunning(Number(pid));
  });
  await Promise.all(stale.map(({ name }) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}

/** Signal 0 is sent to nobody: it only asks. A process of another user may not be asked, and is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
