import { findOne } from './find-one';
import type { MakeHarness, StoreHarness } from './harness';
import { referenceOf, referralOf, turnOf } from './samples';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();

/** The promises of ReferralStore. Referrals enter by `ConversationStore.commitTurn`. */
export function referralStoreContract(makeHarness: MakeHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await makeHarness();
  });
  afterEach(() => harness.dispose());

  /** Stores referrals 1 to `count`, the n-th made `n` minutes past ten. */
  async function sendReferrals(count: number): Promise<void> {
    const referrals = Array.from({ length: count }, (_, n) => referralOf(n + 1, { createdAt: at(n + 1) }));
    await harness.store.conversations.commitTurn(turnOf('c1', 0, { referrals }));
  }
  const numbersOf = (items: readonly { referral: { reference: string } }[]) =>
    items.map((item) => [1, 2, 3, 4, 5].find((n) => referenceOf(n) === item.referral.reference));

  it('tells the status of a referral, without its packet, also after a restart', async () => {
    await sendReferrals(1);
    const status = await (await harness.reopen()).referrals.findStatus(referenceOf(1));
    expect(status).toEqual({
      reference: referenceOf(1),
      state: 'sent',
      site: 'demo',
      desk: 'es-desk',
      createdAt: at(1),
      changedAt: at(1),
      secretHash: 'aa:1',
    });
  });

  it('knows no referral that was never sent', async () => {
    expect(await harness.store.referrals.findStatus(referenceOf(9))).toBeUndefined();
  });

  it('hands out a due mail with the referral as it was sealed, byte for byte', async () => {
    await sendReferrals(1);
    const item = await findOne((await harness.reopen()).referrals.claimDue(at(1), at(2), 10));
    expect(item).toEqual({ id: expect.any(String), attempt: 1, referral: referralOf(1, { createdAt: at(1) }) });
    expect(Buffer.isBuffer(item.referral.sealed.packet)).toBe(true);
  });

  it('hands out mails the longest waiting first, up to a limit, and none before it is due', async () => {
    await sendReferrals(4);
    const { referrals } = harness.store;
    expect(numbersOf(await referrals.claimDue(at(3), at(9), 2))).toEqual([1, 2]);
    expect(numbersOf(await referrals.claimDue(at(3), at(9), 2))).toEqual([3]);
    expect(numbersOf(await referrals.claimDue(at(4), at(9), 2))).toEqual([4]);
    expect(await referrals.claimDue(at(4), at(9), 2)).toEqual([]);
  });

  it('hands a mail to one of fifty workers that ask at once', async () => {
    await sendReferrals(1);
    const claims = await Promise.all(Array.from({ length: 50 }, () => harness.store.referrals.claimDue(at(1), at(9), 5)));
    expect(claims.flat()).toHaveLength(1);
  });

  it('hands a mail out again when the lease of a worker that died has run out', async () => {
    await sendReferrals(1);
    const first = await findOne(harness.store.referrals.claimDue(at(1), at(5), 10));
    const { referrals } = await harness.reopen();
    expect(await referrals.claimDue(at(4), at(9), 10)).toEqual([]);
    const second = await findOne(referrals.claimDue(at(5), at(9), 10));
    expect(second).toEqual({ ...first, attempt: 2 });
    expect(await referrals.countPending()).toBe(1);
  });

  it('hands out a failed mail again at its time, not before', async () => {
    await sendReferrals(1);
    const { referrals } = harness.store;
    const { id } = await findOne(referrals.claimDue(at(1), at(30), 10));
    await referrals.markFailed(id, at(8));
    expect(await referrals.claimDue(at(7), at(30), 10)).toEqual([]);
    expect((await findOne(referrals.claimDue(at(8), at(30), 10))).attempt).toBe(2);
    expect(await referrals.findStatus(referenceOf(1))).not.toHaveProperty('deliveredAt');
  });

  it('never hands out a mail that was sent, and tells when it left', async () => {
    await sendReferrals(2);
    const [first] = await harness.store.referrals.claimDue(at(9), at(10), 1);
    await harness.store.referrals.markSent(first?.id ?? '', at(9));
    const { referrals } = await harness.reopen();
    expect(numbersOf(await referrals.claimDue(at(59), at(60), 10))).toEqual([2]);
    expect(await referrals.findStatus(referenceOf(1))).toMatchObject({ state: 'sent', deliveredAt: at(9), changedAt: at(1) });
    expect(await referrals.countPending()).toBe(1);
  });

  it('lets a worker whose lease ran out change nothing about a mail that was sent', async () => {
    await sendReferrals(1);
    const { referrals } = harness.store;
    const { id } = await findOne(referrals.claimDue(at(1), at(2), 10));
    await referrals.claimDue(at(3), at(4), 10);
    await referrals.markSent(id, at(3));
    await referrals.markFailed(id, at(5));
    await referrals.markSent(id, at(6));
    expect(await referrals.claimDue(at(59), at(60), 10)).toEqual([]);
    expect((await referrals.findStatus(referenceOf(1)))?.deliveredAt).toBe(at(3));
  });
}
