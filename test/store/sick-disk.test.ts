import { type RawBuilder, sql } from 'kysely';
import { openSqlite, type SqliteFiles } from '../../src/store/open-sqlite';
import { type Store, storeOn } from '../../src/store/sqlite-store';
import { findOne } from './find-one';
import { referenceOf, referralOf, replyOf, stateOf, turnOf } from './samples';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const LONG = 'x'.repeat(200_000);

describe('when the disk takes no more', () => {
  let files: SqliteFiles;
  let store: Store;
  beforeEach(async () => {
    files = await openSqlite(temporaryFolder());
    store = storeOn(files, () => new Date('2026-03-01T10:00:00.000Z'));
  });
  afterEach(() => files.close());
  afterAll(removeTemporaryFolders);

  async function onBoth(pragma: RawBuilder<unknown>): Promise<void> {
    await pragma.execute(files.core);
    await pragma.execute(files.transcript);
  }
  /** SQLite answers SQLITE_FULL as on a full disk; a limit below the present size means the present size. */
  const fill = () => onBoth(sql`pragma max_page_count = 1`);
  const makeRoom = () => onBoth(sql`pragma max_page_count = 1000000`);

  it('refuses a message with a fault, keeps nothing of it, and takes it when there is room again', async () => {
    await store.inbox.accept('c1', { text: 'hello' });
    await fill();
    await expect(store.inbox.accept('c1', { text: LONG }, 'k1')).rejects.toMatchObject({
      code: 'STORE_FAILED',
      cause: { code: 'SQLITE_FULL' },
    });
    await expect(store.transcript.append('c1', replyOf('r1', LONG))).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await store.inbox.pending()).toHaveLength(1);
    await makeRoom();
    expect(await store.inbox.accept('c1', { text: LONG }, 'k1')).toMatchObject({ activity: { id: 'c1|0000002' }, isDuplicate: false });
    expect(await store.transcript.append('c1', replyOf('r1', LONG))).toMatchObject({ seq: 1, isNew: true });
  });

  it('writes no half of a turn', async () => {
    const { activity } = await store.inbox.accept('c1', { text: 'hello' });
    await store.conversations.commitTurn(turnOf('c1', 0));
    const sealed = { keyId: 'k1', wrappedKey: Buffer.alloc(60), packet: Buffer.alloc(200_000, 1) };
    const turn = turnOf('c1', 1, {
      state: stateOf({ site: 'changed' }),
      answers: { activity: activity.id, replies: [replyOf('r1')] },
      referrals: [referralOf(1), referralOf(2, { sealed })],
    });
    await fill();
    await expect(store.conversations.commitTurn(turn)).rejects.toMatchObject({ code: 'STORE_FAILED', cause: { code: 'SQLITE_FULL' } });
    expect(await store.conversations.findState('c1')).toMatchObject({ version: 1, state: { site: 'demo' } });
    expect(await findOne(store.inbox.pending())).not.toHaveProperty('replies');
    expect(await store.referrals.findStatus(referenceOf(1))).toBeUndefined();
    await makeRoom();
    await store.conversations.commitTurn(turn);
    expect(await store.referrals.countPending()).toBe(2);
  });

  it('is not ready when it may only read, says so for every write, and still reads', async () => {
    await store.conversations.commitTurn(turnOf('c1', 0));
    await store.probe();
    await onBoth(sql`pragma query_only = on`);
    const writes = [
      () => store.probe(),
      () => store.inbox.accept('c1', { text: 'hello' }),
      () => store.conversations.commitTurn(turnOf('c1', 1)),
      () => store.conversations.createConversation({ id: 'c2', user: 'u', site: 'demo', createdAt: '2026-03-01T10:00:00.000Z' }),
      () => store.transcript.append('c1', replyOf('r1')),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect((await store.conversations.findState('c1'))?.version).toBe(1);
    await onBoth(sql`pragma query_only = off`);
    await store.probe();
  });

  it('is not ready when only the transcript takes no writes', async () => {
    await sql`pragma query_only = on`.execute(files.transcript);
    await expect(store.probe()).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('keeps a conversation whose transcript cannot be erased, and erases both later', async () => {
    await store.conversations.commitTurn(turnOf('c1', 0));
    await store.transcript.append('c1', replyOf('r1'));
    await sql`pragma query_only = on`.execute(files.transcript);
    await expect(store.conversations.eraseConversationsBefore('2026-04-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await store.conversations.findState('c1')).toBeDefined();
    await sql`pragma query_only = off`.execute(files.transcript);
    expect(await store.conversations.eraseConversationsBefore('2026-04-01T00:00:00.000Z')).toEqual(['c1']);
    expect(await store.transcript.since('c1', 0, 1)).toEqual([]);
  });
});
