import { findOne } from './find-one';
import type { MakeHarness, StoreHarness } from './harness';
import { replyOf, turnOf } from './samples';

/** The promises of Inbox. */
export function inboxContract(makeHarness: MakeHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await makeHarness();
  });
  afterEach(() => harness.dispose());

  it('numbers the messages of each conversation on its own', async () => {
    const { inbox } = harness.store;
    const ids: string[] = [];
    for (const conversation of ['c1', 'c1', 'c2', 'c1']) ids.push((await inbox.accept(conversation, { id: 'theirs' })).activity.id);
    expect(ids).toEqual(['c1|0000001', 'c1|0000002', 'c2|0000001', 'c1|0000003']);
  });

  it('gives no number twice, also after delivery and a restart', async () => {
    const first = await harness.store.inbox.accept('c1', { text: 'hello' });
    await harness.store.inbox.markDelivered('c1', first.activity.id);
    const store = await harness.reopen();
    expect((await store.inbox.accept('c1', { text: 'again' })).activity.id).toBe('c1|0000002');
  });

  it('gives fifty messages that come at once fifty numbers', async () => {
    const accepted = await Promise.all(Array.from({ length: 50 }, (_, n) => harness.store.inbox.accept('c1', { text: `${n}` }, `k${n}`)));
    expect(new Set(accepted.map((one) => one.activity.id)).size).toBe(50);
    expect(accepted.every((one) => !one.isDuplicate)).toBe(true);
    expect(await harness.store.inbox.pending()).toHaveLength(50);
  });

  it('keeps what was said to the letter', async () => {
    const activity = { type: 'message', text: 'δοκιμή \u0000 \u202e \ud83d \u{1f309}', value: { deep: [1, null, true] } };
    const accepted = await harness.store.inbox.accept('c1', activity);
    const [kept] = await (await harness.reopen()).inbox.pending();
    expect(accepted.activity).toEqual({ ...activity, id: 'c1|0000001' });
    expect(kept).toEqual({ conversation: 'c1', activity: accepted.activity, attempts: 0 });
  });

  describe('a repeated client id', () => {
    it('gives the message accepted first, also after a restart', async () => {
      const first = await harness.store.inbox.accept('c1', { text: 'hello' }, 'k1');
      const second = await harness.store.inbox.accept('c1', { text: 'changed' }, 'k1');
      const third = await (await harness.reopen()).inbox.accept('c1', { text: 'hello' }, 'k1');
      expect(first).toEqual({ activity: { text: 'hello', id: 'c1|0000001' }, isDuplicate: false });
      expect(second).toEqual({ activity: first.activity, isDuplicate: true });
      expect(third).toEqual(second);
    });

    it('is still known after delivery and a restart, by its id', async () => {
      const { activity } = await harness.store.inbox.accept('c1', { text: 'hello' }, 'k1');
      await harness.store.inbox.markDelivered('c1', activity.id);
      const store = await harness.reopen();
      const again = await store.inbox.accept('c1', { text: 'hello' }, 'k1');
      expect(again.isDuplicate).toBe(true);
      expect(again.activity.id).toBe(activity.id);
      expect(await store.inbox.pending()).toEqual([]);
    });

    it('is taken once of fifty that come at once', async () => {
      const { inbox } = harness.store;
      const accepted = await Promise.all(Array.from({ length: 50 }, (_, n) => inbox.accept('c1', { text: `${n}` }, 'k1')));
      expect(accepted.filter((one) => !one.isDuplicate)).toHaveLength(1);
      expect(new Set(accepted.map((one) => JSON.stringify(one.activity))).size).toBe(1);
      expect(await inbox.pending()).toHaveLength(1);
      expect((await inbox.accept('c1', {})).activity.id).toBe('c1|0000002');
    });

    it('is another message in another conversation', async () => {
      await harness.store.inbox.accept('c1', { text: 'hello' }, 'k1');
      expect((await harness.store.inbox.accept('c2', { text: 'hello' }, 'k1')).isDuplicate).toBe(false);
    });
  });

  it('takes messages without a client id every time', async () => {
    await harness.store.inbox.accept('c1', { text: 'hello' });
    expect((await harness.store.inbox.accept('c1', { text: 'hello' })).isDuplicate).toBe(false);
  });

  it('counts attempts across a restart', async () => {
    const { activity } = await harness.store.inbox.accept('c1', { text: 'hello' });
    expect(await harness.store.inbox.beginAttempt('c1', activity.id)).toBe(1);
    const store = await harness.reopen();
    expect(await store.inbox.beginAttempt('c1', activity.id)).toBe(2);
    expect((await findOne(store.inbox.pending())).attempts).toBe(2);
  });

  it('refuses an attempt at a message it never accepted', async () => {
    await expect(harness.store.inbox.beginAttempt('c1', 'c1|0000001')).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('keeps the replies of a failed turn until they are delivered', async () => {
    const { activity } = await harness.store.inbox.accept('c1', { text: 'hello' });
    await harness.store.inbox.answer('c1', activity.id, [replyOf('r1')]);
    const store = await harness.reopen();
    expect((await findOne(store.inbox.pending())).replies).toEqual([replyOf('r1')]);
    expect(await store.conversations.findState('c1')).toBeUndefined();
    await store.inbox.markDelivered('c1', activity.id);
    expect(await store.inbox.pending()).toEqual([]);
    expect(await (await harness.reopen()).inbox.pending()).toEqual([]);
  });

  it('does not let an apology replace the replies of a committed turn', async () => {
    const { conversations, inbox } = harness.store;
    const { activity } = await inbox.accept('c1', { text: 'hello' });
    await conversations.commitTurn(turnOf('c1', 0, { answers: { activity: activity.id, replies: [replyOf('r1')] } }));
    await inbox.answer('c1', activity.id, [replyOf('sorry')]);
    expect((await findOne(inbox.pending())).replies).toEqual([replyOf('r1')]);
  });

  it('does not bring a delivered message back', async () => {
    const { inbox } = harness.store;
    const { activity } = await inbox.accept('c1', { text: 'hello' });
    await inbox.markDelivered('c1', activity.id);
    await inbox.answer('c1', activity.id, [replyOf('late')]);
    await inbox.markDelivered('c1', activity.id);
    expect(await inbox.pending()).toEqual([]);
  });

  it('touches no message of another conversation', async () => {
    const { inbox } = harness.store;
    const { activity } = await inbox.accept('c1', { text: 'hello' });
    await inbox.answer('c2', activity.id, [replyOf('r1')]);
    await inbox.markDelivered('c2', activity.id);
    await expect(inbox.beginAttempt('c2', activity.id)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await findOne(inbox.pending())).toEqual({ conversation: 'c1', activity, attempts: 0 });
  });

  it('lists what waits in the order it came, whatever the clock does', async () => {
    const came = ['c2', 'c1', 'c2', 'c3', 'c1'];
    for (const [n, conversation] of came.entries()) {
      harness.setClock(`2026-03-01T10:00:0${9 - n}.000Z`);
      await harness.store.inbox.accept(conversation, { n });
    }
    const pending = await (await harness.reopen()).inbox.pending();
    expect(pending.map((item) => item.activity.n)).toEqual([0, 1, 2, 3, 4]);
  });
}
