import { type Kysely, sql } from 'kysely';
import { commitQuickly } from '../../src/store/commit-quickly';
import { openSqlite, type SqliteFiles } from '../../src/store/open-sqlite';
import type { CoreTables } from '../../src/store/tables';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

/** PRAGMA synchronous. */
const NORMAL = 1;
const FULL = 2;

let files: SqliteFiles;
beforeEach(async () => {
  files = await openSqlite(temporaryFolder());
});
afterEach(() => files.close());
afterAll(removeTemporaryFolders);

async function synchronous(db: Kysely<CoreTables>): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return rows[0]?.synchronous;
}

describe('a commit that does not wait for the disk', () => {
  it('is one while it runs, each time, and then commits wait again', async () => {
    for (let time = 1; time <= 3; time += 1) {
      expect(await commitQuickly(files.core, synchronous)).toBe(NORMAL);
      expect(await synchronous(files.core)).toBe(FULL);
    }
  });

  it('lets commits wait again also when it fails', async () => {
    await expect(commitQuickly(files.core, () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
    expect(await synchronous(files.core)).toBe(FULL);
  });

  it('lets nobody else commit meanwhile', async () => {
    const seen: (number | undefined)[] = [];
    const other = () => files.core.transaction().execute(async (transaction) => seen.push(await synchronous(transaction)));
    await Promise.all([commitQuickly(files.core, synchronous), other(), commitQuickly(files.core, synchronous), other()]);
    expect(seen).toEqual([FULL, FULL]);
  });
});
