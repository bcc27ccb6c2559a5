/** Things to store, one a call, each with the least that makes it real. */
import type { ConversationState, StoredActivity, TurnHarvest } from '../../src/domain/conversation';
import type { SealedReferral } from '../../src/domain/referral';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The n-th reference: `PO-22222223` is the first after zero. */
export function referenceOf(n: number): string {
  let signs = '';
  for (let rest = n, place = 0; place < 8; place += 1, rest = Math.floor(rest / SIGNS.length))
    signs = SIGNS.charAt(rest % SIGNS.length) + signs;
  return `PO-${signs}`;
}

export function stateOf(changes: Partial<ConversationState> = {}): ConversationState {
  return { site: 'demo', locale: 'en', localeChosen: false, greeted: true, profile: {}, said: [], shown: [], misses: 0, ...changes };
}

export function referralOf(n: number, changes: Partial<SealedReferral> = {}): SealedReferral {
  return {
    reference: referenceOf(n),
    site: 'demo',
    desk: 'es-desk',
    locale: 'es',
    createdAt: '2026-03-01T10:00:00.000Z',
    secretHash: `aa:${n}`,
    sealed: { keyId: 'k1', wrappedKey: Buffer.from([0, 255, n % 256]), packet: Buffer.from(`sealed ${n}\0`) },
    ...changes,
  };
}

export function replyOf(id: string, text = 'Here is what I found.'): StoredActivity {
  return { id, type: 'message', text };
}

/** A turn of `conversation` that read version `fromVersion`. */
export function turnOf(conversation: string, fromVersion: number, changes: Partial<TurnHarvest> = {}): TurnHarvest {
  return { conversation, fromVersion, state: stateOf({ misses: fromVersion }), referrals: [], ...changes };
}
