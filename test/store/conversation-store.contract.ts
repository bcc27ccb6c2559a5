import { findOne } from './find-one';
import type { MakeHarness, StoreHarness } from './harness';
import { referenceOf, referralOf, replyOf, stateOf, turnOf } from './samples';

const RECORD = { id: 'c1', user: 'u1', site: 'demo', locale: 'el', createdAt: '2026-03-01T09:00:00.000Z' } as const;

/** The promises of ConversationStore. */
export function conversationStoreContract(makeHarness: MakeHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await makeHarness();
  });
  afterEach(() => harness.dispose());

  describe('the record of a conversation', () => {
    it('is found again, also after a restart', async () => {
      await harness.store.conversations.createConversation(RECORD);
      expect(await harness.store.conversations.findConversation('c1')).toEqual(RECORD);
      expect(await (await harness.reopen()).conversations.findConversation('c1')).toEqual(RECORD);
    });

    it('leaves out a language nobody named', async () => {
      const { locale: _, ...record } = RECORD;
      await harness.store.conversations.createConversation(record);
      expect(await harness.store.conversations.findConversation('c1')).toEqual(record);
    });

    it('stays as it is when it is made a second time', async () => {
      await harness.store.conversations.createConversation(RECORD);
      await harness.store.conversations.createConversation({ ...RECORD, user: 'somebody else' });
      expect(await harness.store.conversations.findConversation('c1')).toEqual(RECORD);
    });

    it('can be made after the first message and the first turn', async () => {
      const { conversations, inbox } = harness.store;
      await inbox.accept('c1', { text: 'hello' });
      await conversations.commitTurn(turnOf('c1', 0));
      expect(await conversations.findConversation('c1')).toBeUndefined();
      await conversations.createConversation(RECORD);
      expect(await conversations.findConversation('c1')).toEqual(RECORD);
      expect((await conversations.findState('c1'))?.version).toBe(1);
      expect((await inbox.accept('c1', {})).activity.id).toBe('c1|0000002');
    });

    it('is not found under an id that was never made', async () => {
      expect(await harness.store.conversations.findConversation('c9')).toBeUndefined();
    });
  });

  describe('the state of a conversation', () => {
    it('is absent before the first turn', async () => {
      await harness.store.conversations.createConversation(RECORD);
      expect(await harness.store.conversations.findState('c1')).toBeUndefined();
    });

    it('grows by one version with every turn and survives a restart', async () => {
      const { conversations } = harness.store;
      const state = stateOf({
        locale: 'el',
        said: ['τι πόρους έχετε; \ud83d'],
        active: { dialog: 'find-funding', state: { asked: ['area'] } },
      });
      await conversations.commitTurn(turnOf('c1', 0));
      await conversations.commitTurn(turnOf('c1', 1, { state }));
      expect(await conversations.findState('c1')).toEqual({ state, version: 2 });
      expect(await (await harness.reopen()).conversations.findState('c1')).toEqual({ state, version: 2 });
    });

    it('of a newer release is read without the keys it added, which are named, and checked otherwise', async () => {
      const { conversations } = harness.store;
      const state = stateOf({ locale: 'el', said: ['κάτι'], profile: { area: 'EL' } });
      const newer = { ...state, mood: 'good', profile: { ...state.profile, employees: 3 } };
      await conversations.commitTurn(turnOf('c1', 0, { state: newer }));
      expect(await conversations.findState('c1')).toEqual({ state, version: 1, unknown: ['profile.employees', 'mood'] });
      await conversations.commitTurn(turnOf('c2', 0, { state: { ...newer, locale: 'tlh' as 'el' } }));
      await expect(conversations.findState('c2')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    });

    it.each([0, 1, 3])('is not overwritten by a turn that started from version %i when it is at 2', async (fromVersion) => {
      const { conversations } = harness.store;
      await conversations.commitTurn(turnOf('c1', 0));
      await conversations.commitTurn(turnOf('c1', 1));
      const before = await conversations.findState('c1');
      const late = turnOf('c1', fromVersion, { state: stateOf({ site: 'late' }) });
      await expect(conversations.commitTurn(late)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await conversations.findState('c1')).toEqual(before);
    });

    it('is not made by a turn that started from a state which is gone', async () => {
      await expect(harness.store.conversations.commitTurn(turnOf('c1', 4))).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await harness.store.conversations.findState('c1')).toBeUndefined();
    });

    it.each([0, 1])('lets one of fifty turns win that all started from version %i', async (fromVersion) => {
      const { conversations } = harness.store;
      if (fromVersion === 1) await conversations.commitTurn(turnOf('c1', 0));
      const turns = Array.from({ length: 50 }, (_, n) =>
        conversations.commitTurn(turnOf('c1', fromVersion, { state: stateOf({ misses: n }), referrals: [referralOf(n)] })),
      );
      const ends = await Promise.allSettled(turns);
      const winners = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(winners).toHaveLength(1);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'STATE_CONFLICT' });
      expect(await conversations.findState('c1')).toMatchObject({ version: fromVersion + 1, state: { misses: winners[0] } });
      expect(await harness.store.referrals.countPending()).toBe(1);
    });
  });

  describe('the end of a turn', () => {
    it('writes state, replies and referrals together', async () => {
      const { conversations, inbox, referrals } = harness.store;
      const { activity } = await inbox.accept('c1', { text: 'send it' });
      const answers = { activity: activity.id, replies: [replyOf('r1'), replyOf('r2')] };
      await conversations.commitTurn(turnOf('c1', 0, { answers, referrals: [referralOf(1), referralOf(2)] }));

      const store = await harness.reopen();
      expect((await store.conversations.findState('c1'))?.version).toBe(1);
      expect((await findOne(store.inbox.pending())).replies).toEqual(answers.replies);
      expect(await store.referrals.findStatus(referenceOf(2))).toMatchObject({ state: 'sent' });
      expect(await store.referrals.countPending()).toBe(2);
      expect(await referrals.countPending().catch((error: unknown) => error)).toMatchObject({ code: 'STORE_FAILED' });
    });

    it('writes nothing when a reference is taken', async () => {
      const { conversations, inbox, referrals } = harness.store;
      await conversations.commitTurn(turnOf('c1', 0, { referrals: [referralOf(1)] }));
      const { activity } = await inbox.accept('c1', { text: 'send it' });
      const answers = { activity: activity.id, replies: [replyOf('r1')] };
      const turn = turnOf('c1', 1, { answers, referrals: [referralOf(2), referralOf(1, { desk: 'other' })] });
      await expect(conversations.commitTurn(turn)).rejects.toMatchObject({ code: 'STORE_FAILED' });

      expect((await conversations.findState('c1'))?.version).toBe(1);
      expect((await findOne(inbox.pending())).replies).toBeUndefined();
      expect(await referrals.findStatus(referenceOf(2))).toBeUndefined();
      expect(await referrals.findStatus(referenceOf(1))).toMatchObject({ desk: 'es-desk' });
      expect(await referrals.countPending()).toBe(1);
      await conversations.commitTurn({ ...turn, referrals: [referralOf(2)] });
      expect((await conversations.findState('c1'))?.version).toBe(2);
    });

    it('writes neither replies nor referrals when the state moved on', async () => {
      const { conversations, inbox, referrals } = harness.store;
      await conversations.commitTurn(turnOf('c1', 0));
      const { activity } = await inbox.accept('c1', { text: 'send it' });
      const answers = { activity: activity.id, replies: [replyOf('r1')] };
      const turn = turnOf('c1', 0, { answers, referrals: [referralOf(1)] });
      await expect(conversations.commitTurn(turn)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      expect((await findOne(inbox.pending())).replies).toBeUndefined();
      expect(await referrals.findStatus(referenceOf(1))).toBeUndefined();
    });

    it('refuses to answer a message that was never accepted, or was delivered', async () => {
      const { conversations, inbox } = harness.store;
      const { activity } = await inbox.accept('c1', { text: 'hello' });
      await inbox.markDelivered('c1', activity.id);
      for (const id of ['c1|0000009', activity.id]) {
        const turn = turnOf('c1', 0, { answers: { activity: id, replies: [] }, referrals: [referralOf(1)] });
        await expect(conversations.commitTurn(turn)).rejects.toMatchObject({ code: 'STORE_FAILED' });
      }
      expect(await conversations.findState('c1')).toBeUndefined();
      expect(await harness.store.referrals.countPending()).toBe(0);
    });
  });

  describe('old conversations', () => {
    const OLD = '2026-03-01T09:00:00.000Z';
    const LIMIT = '2026-03-02T09:00:00.000Z';
    const RECENT = '2026-03-02T09:00:00.001Z';

    it('are erased with state, messages, record and transcript; their referrals stay', async () => {
      harness.setClock(OLD);
      const { conversations, inbox, referrals, transcript } = harness.store;
      await conversations.createConversation({ ...RECORD, createdAt: OLD });
      await inbox.accept('c1', { text: 'hello' }, 'k1');
      await conversations.commitTurn(turnOf('c1', 0, { referrals: [referralOf(1)] }));
      await transcript.append('c1', replyOf('r1'));
      await transcript.append('c2', replyOf('r1'));

      expect(await conversations.eraseConversationsBefore(LIMIT)).toEqual(['c1']);
      expect(await conversations.findConversation('c1')).toBeUndefined();
      expect(await conversations.findState('c1')).toBeUndefined();
      expect(await inbox.pending()).toEqual([]);
      expect(await transcript.since('c1', 0, 10)).toEqual([]);
      expect(await transcript.since('c2', 0, 10)).toHaveLength(1);
      expect(await referrals.findStatus(referenceOf(1))).toMatchObject({ state: 'sent' });
      expect(await referrals.countPending()).toBe(1);
      expect(await conversations.eraseConversationsBefore(LIMIT)).toEqual([]);
      expect((await inbox.accept('c1', {}, 'k1')).isDuplicate).toBe(false);
    });

    it.each(['record', 'message', 'turn'])('stay when their latest %s is recent', async (latest) => {
      const { conversations, inbox } = harness.store;
      harness.setClock(OLD);
      if (latest !== 'record') await conversations.createConversation({ ...RECORD, createdAt: OLD });
      harness.setClock(RECENT);
      if (latest === 'record') await conversations.createConversation({ ...RECORD, createdAt: RECENT });
      if (latest === 'message') await inbox.accept('c1', { text: 'hello' });
      if (latest === 'turn') await conversations.commitTurn(turnOf('c1', 0));
      expect(await conversations.eraseConversationsBefore(LIMIT)).toEqual([]);
      expect(await conversations.findConversation('c1')).toBeDefined();
    });

    it('are all erased, however many', async () => {
      harness.setClock(OLD);
      for (let n = 0; n < 250; n += 1) await harness.store.inbox.accept(`c${n}`, { text: 'hello' });
      const erased = await harness.store.conversations.eraseConversationsBefore(LIMIT);
      expect(new Set(erased).size).toBe(250);
      expect(await harness.store.inbox.pending()).toEqual([]);
    });
  });
}
