/** The files of a plan, written with its profile, and staff told what was done. */
import type { CommandRooms } from '../command';
import { applyImport, type FileChange } from './apply-import';

/** For who only looked. */
export const NOT_WRITTEN = 'Nothing was written. Add --apply to write it.';

/** Of a plan; what has no `after` changes nothing. */
interface PlannedItem {
  readonly kind: string;
  readonly file?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

interface PlanWrite {
  /** As in ImportWrite. */
  readonly what: string;
  /** Of the data folder: what the next import of the same source begins with, and its path there. */
  readonly profile: object;
  readonly profileFile: string;
  readonly items: readonly PlannedItem[];
  /** Told when something was added. */
  readonly onAdded: string;
}

/** True unless something was kept back, because somebody changed it meanwhile. */
export async function writePlan(plan: PlanWrite, { folder, dataFolder, err, now }: CommandRooms): Promise<boolean> {
  const { what, profile, profileFile, items, onAdded } = plan;
  const changes = items.flatMap(({ file, before, after }): FileChange[] =>
    file !== undefined && after !== undefined ? [{ file, before, after }] : [],
  );
  const own = { file: profileFile, after: `${JSON.stringify(profile, null, 2)}\n` };
  const { written, kept } = await applyImport({ what, changes, own }, { folder, dataFolder }, now());
  err.write(`${written.length} files written. "ponte import undo" takes them back.\n`);
  if (items.some(({ kind }) => kind === 'added')) err.write(`${onAdded}\n`);
  for (const file of kept) err.write(`kept: ${file} was changed by somebody meanwhile; import again\n`);
  return kept.length === 0;
}
