/** Where referrals and the mails about them are kept. Rows are written by `ConversationStore.commitTurn`, together with the turn. */
import type { ReferralStatus, SealedReferral } from '../domain/referral';

/** A mail that is due. Leased: another worker gets it again only after the lease. */
export interface OutboxItem {
  readonly id: string;
  readonly referral: SealedReferral;
  /** From 1. */
  readonly attempt: number;
}

export interface ReferralStore {
  findStatus(reference: string): Promise<(ReferralStatus & { readonly secretHash: string }) | undefined>;
  /** Leases up to `limit` due mails until `leaseUntil` (ISO instants). */
  claimDue(now: string, leaseUntil: string, limit: number): Promise<readonly OutboxItem[]>;
  markSent(item: string, at: string): Promise<void>;
  /** Due again at `retryAt`. */
  markFailed(item: string, retryAt: string): Promise<void>;
  countPending(): Promise<number>;
}
