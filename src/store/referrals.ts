/** Referrals and the outbox of mails about them. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { SealedReferral } from '../domain/referral';
import type { OutboxItem, ReferralStore } from '../referral/referral-store';
import { storing } from './store-failure';
import type { CoreTables, ReferralsTable } from './tables';

export class SqlReferrals implements ReferralStore {
  readonly #db: Kysely<CoreTables>;

  constructor(db: Kysely<CoreTables>) {
    this.#db = db;
  }

  findStatus(reference: string): ReturnType<ReferralStore['findStatus']> {
    return storing('findStatus', async () => {
      const row = await this.#db
        .selectFrom('referrals')
        .select(['state', 'site', 'desk', 'created_at', 'changed_at', 'delivered_at', 'secret_hash'])
        .where('reference', '=', reference)
        .executeTakeFirst();
      if (!row) return undefined;
      const { state, site, desk, created_at: createdAt, changed_at: changedAt, secret_hash: secretHash } = row;
      const delivered = row.delivered_at !== null && { deliveredAt: row.delivered_at };
      return { reference, state, site, desk, createdAt, changedAt, secretHash, ...delivered };
    });
  }

  /** The mail that waits longest first. A claim counts as an attempt, so a mail that kills its worker is seen to. */
  claimDue(now: string, leaseUntil: string, limit: number): Promise<readonly OutboxItem[]> {
    return storing('claimDue', async () => {
      const leased = await this.#db
        .updateTable('outbox')
        .set((value) => ({ lease_until: leaseUntil, attempts: value('attempts', '+', 1) }))
        .where('id', 'in', (query) =>
          query
            .selectFrom('outbox')
            .select('id')
            .where('due_at', '<=', now)
            .where((value) => value.or([value('lease_until', 'is', null), value('lease_until', '<=', now)]))
            .orderBy('due_at')
            .orderBy('id')
            .limit(limit),
        )
        .returning(['id', 'reference', 'attempts', 'due_at'])
        .execute();
      if (leased.length === 0) return [];
      return this.#withReferrals(leased);
    });
  }

  /** The outbox row goes, the referral keeps the instant. Sent twice (a lease that ran out too soon), the first instant stays. */
  markSent(item: string, at: string): Promise<void> {
    return storing('markSent', () =>
      this.#db.transaction().execute(async (transaction) => {
        const row = await transaction.deleteFrom('outbox').where('id', '=', item).returning('reference').executeTakeFirst();
        if (!row) return;
        await transaction.updateTable('referrals').set({ delivered_at: at }).where('reference', '=', row.reference).execute();
      }),
    );
  }

  markFailed(item: string, retryAt: string): Promise<void> {
    return storing('markFailed', async () => {
      await this.#db.updateTable('outbox').set({ due_at: retryAt, lease_until: null }).where('id', '=', item).execute();
    });
  }

  countPending(): Promise<number> {
    return storing('countPending', async () => {
      const row = await this.#db.selectFrom('outbox').select(sql<number>`count(*)`.as('pending')).executeTakeFirstOrThrow();
      return Number(row.pending);
    });
  }

  async #withReferrals(
    leased: readonly { id: string; reference: string; attempts: number; due_at: string }[],
  ): Promise<readonly OutboxItem[]> {
    const references = leased.map((row) => row.reference);
    const rows = await this.#db.selectFrom('referrals').selectAll().where('reference', 'in', references).execute();
    const referrals = new Map(rows.map((row) => [row.reference, sealedOf(row)]));
    // `returning` promises no order.
    const inOrder = [...leased].sort((a, b) => order(a.due_at, b.due_at) || order(a.id, b.id));
    return inOrder.flatMap(({ id, reference, attempts: attempt }) => {
      const referral = referrals.get(reference);
      return referral ? [{ id, referral, attempt }] : [];
    });
  }
}

/** Part of `commitTurn`: a referral and the mail to its desk, due at once. Fails on a reference that is taken. */
export async function insertReferral(transaction: Kysely<CoreTables>, referral: SealedReferral): Promise<void> {
  const { reference, site, desk, locale, createdAt, secretHash, sealed } = referral;
  await transaction
    .insertInto('referrals')
    .values({
      reference,
      site,
      desk,
      locale,
      secret_hash: secretHash,
      key_id: sealed.keyId,
      wrapped_key: sealed.wrappedKey,
      packet: sealed.packet,
      state: 'sent',
      created_at: createdAt,
      changed_at: createdAt,
    })
    .execute();
  await transaction
    .insertInto('outbox')
    .values({ id: `${reference}|desk`, reference, due_at: createdAt })
    .execute();
}

function sealedOf(row: Selectable<ReferralsTable>): SealedReferral {
  const { reference, site, desk, locale, created_at: createdAt, secret_hash: secretHash } = row;
  const sealed = { keyId: row.key_id, wrappedKey: row.wrapped_key, packet: row.packet };
  return { reference, site, desk, locale, createdAt, secretHash, sealed };
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);
