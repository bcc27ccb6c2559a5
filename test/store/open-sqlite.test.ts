import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type QueryExecutorProvider, sql } from 'kysely';
import { openSqlite } from '../../src/store/open-sqlite';
import { openStore } from '../../src/store/sqlite-store';
import { killChildren, startChild } from './children/child';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const OPEN_STORE = require.resolve('./children/open-store.ts');

afterEach(killChildren);
afterAll(removeTemporaryFolders);

async function pragma(db: QueryExecutorProvider, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('opening a data folder', () => {
  it('makes what is missing for the eyes of its owner only', async () => {
    const folder = temporaryFolder();
    const store = await openStore(folder);
    await store.probe();
    expect(modeOf(folder)).toBe(0o700);
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['core.db', 'core.db-wal', 'transcript.db']));
    for (const file of files) expect(modeOf(join(folder, file))).toBe(0o600);
    await store.close();
  });

  it('narrows the mode of a file that others could read, such as one from a backup', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'core.db'), '', { mode: 0o644 });
    await (await openStore(folder)).close();
    expect(modeOf(join(folder, 'core.db'))).toBe(0o600);
  });

  it('keeps core.db safe from a loss of power and transcript.db quick', async () => {
    const files = await openSqlite(temporaryFolder());
    expect(await pragma(files.core, 'synchronous')).toBe(2);
    expect(await pragma(files.transcript, 'synchronous')).toBe(1);
    for (const db of [files.core, files.transcript]) {
      expect(await pragma(db, 'journal_mode')).toBe('wal');
      expect(await pragma(db, 'foreign_keys')).toBe(1);
      expect(await pragma(db, 'busy_timeout')).toBeGreaterThanOrEqual(1000);
    }
    await files.close();
  });

  it('leaves no write-ahead log behind when it is closed', async () => {
    const folder = temporaryFolder();
    const store = await openStore(folder);
    await store.inbox.accept('c1', { text: 'hello' });
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['core.db', 'transcript.db']);
  });

  it('waits on closing for what was begun, then refuses with a fault', async () => {
    const store = await openStore(temporaryFolder());
    const begun = store.inbox.accept('c1', { text: 'hello' });
    await store.close();
    expect((await begun).activity.id).toBe('c1|0000001');
    await expect(store.inbox.accept('c1', {})).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(store.probe()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await store.close();
  });

  it('may be done by several processes at once, also the first time', async () => {
    const folder = temporaryFolder();
    const start = String(Date.now() + 2500);
    const children = Array.from({ length: 4 }, () => startChild(OPEN_STORE, folder, start));
    for (const child of children) await child.printed(1);
    const ids = children.flatMap((child) => child.lines());
    expect(ids.sort()).toEqual(['c1|0000001', 'c1|0000002', 'c1|0000003', 'c1|0000004']);
  }, 30_000);

  it.each(['core', 'transcript'] as const)('refuses a %s.db that a newer Ponte wrote, and changes nothing in it', async (name) => {
    const folder = temporaryFolder();
    const files = await openSqlite(folder);
    const db: QueryExecutorProvider = files[name];
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-tomorrow', '2030-01-01')`.execute(db);
    await files.close();
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'DATA_NEWER', where: `${name}.db` });
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'DATA_NEWER' });
  });

  it('names a file that is no database a fault of the store', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'transcript.db'), 'this is not a database at all, and long enough to be looked at'.repeat(50));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('names a folder that cannot be made a fault of the store', async () => {
    await expect(openStore('/dev/null/data')).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });
});
