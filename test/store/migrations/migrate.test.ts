import BetterSqlite from 'better-sqlite3';
import { Kysely, type Migration } from 'kysely';
import { migrate } from '../../../src/store/migrations/migrate';
import { CarefulSqliteDialect } from '../../../src/store/sqlite-dialect';

const makesTable = (name: string, andThen: () => void = () => undefined): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.createTable(name).addColumn('id', 'text').execute();
    andThen();
  },
});

async function tablesOf(db: Kysely<unknown>): Promise<readonly string[]> {
  return (await db.introspection.getTables()).map((table) => table.name).sort();
}

describe('bringing a database up to date', () => {
  let db: Kysely<unknown>;
  beforeEach(() => {
    db = new Kysely({ dialect: new CarefulSqliteDialect(new BetterSqlite(':memory:')) });
  });
  afterEach(() => db.destroy());

  it('runs each migration once, the oldest first', async () => {
    await migrate(db, { '0001-a': makesTable('a') }, 'some.db');
    await migrate(db, { '0002-b': makesTable('b'), '0001-a': makesTable('a') }, 'some.db');
    expect(await tablesOf(db)).toEqual(['a', 'b']);
  });

  it('leaves nothing of a migration that fails halfway, so that the next start can run it', async () => {
    await migrate(db, { '0001-a': makesTable('a') }, 'some.db');
    const fail = () => {
      throw new Error('the power went');
    };
    const broken = { '0001-a': makesTable('a'), '0002-b': makesTable('b'), '0003-c': makesTable('c', fail) };
    await expect(migrate(db, broken, 'some.db')).rejects.toThrow('the power went');
    expect(await tablesOf(db)).toEqual(['a']);
    await migrate(db, { ...broken, '0003-c': makesTable('c') }, 'some.db');
    expect(await tablesOf(db)).toEqual(['a', 'b', 'c']);
  });

  it('refuses a database that has seen a migration it does not know, also when it lacks one', async () => {
    await migrate(db, { '0001-a': makesTable('a') }, 'some.db');
    const refusal = { code: 'DATA_NEWER', where: 'some.db' };
    await expect(migrate(db, {}, 'some.db')).rejects.toMatchObject(refusal);
    await expect(migrate(db, { '0002-b': makesTable('b') }, 'some.db')).rejects.toMatchObject(refusal);
    expect(await tablesOf(db)).toEqual(['a']);
  });
});
