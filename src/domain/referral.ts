/** Handing an enquirer over to a desk. */
import { z } from 'zod';
import { Locale } from './locale';
import { Profile } from './profile';

const REFERRAL_STATES = [
  'sent',
  'acknowledged',
  'in-progress',
  'helped',
  'helped-partly',
  'not-helped',
  'unreachable',
  'not-for-us',
  'expired',
  'withdrawn',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** Letters and digits that nobody mixes up (no 0 O 1 I L U). */
const SIGN = '[2-9A-HJKMNP-TV-Z]';
/** `PO-7K3F9QTM` */
export const Reference = z.string().regex(new RegExp(`^PO-${SIGN}{8}$`));
/** `K7QM-3TXA-9PBW`: 58 bits, told once, only its hash is kept. */
export const Secret = z.string().regex(new RegExp(`^${SIGN}{4}-${SIGN}{4}-${SIGN}{4}$`));

export const Contact = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('email'), value: z.email() }),
  z.strictObject({ way: z.literal('phone'), value: z.string().regex(/^\+?[0-9 ()./-]{6,24}$/) }),
]);
export type Contact = z.infer<typeof Contact>;

/** Everything the desk receives. Personal: name, contact, message, said. */
export const Packet = z.strictObject({
  name: z.string().min(1).max(120),
  contact: Contact,
  /** What the enquirer wants to add, in their own words. */
  message: z.string().max(2000).optional(),
  /** The questions asked in the conversation, oldest first. */
  said: z.array(z.string().max(1000)).max(20),
  profile: Profile,
  /** Entries shown, with the verdicts given. */
  entries: z.array(z.string()).max(20),
  locale: Locale,
  /** What the enquirer agreed to: the text as shown, its version (digest), and when. */
  notice: z.strictObject({ text: z.string(), version: z.string(), at: z.iso.datetime() }),
});
export type Packet = z.infer<typeof Packet>;

export interface Referral {
  readonly reference: string;
  readonly site: string;
  readonly desk: string;
  readonly locale: Locale;
  readonly packet: Packet;
  readonly createdAt: string;
}

/** What the enquirer may see again: never the packet. */
export interface ReferralStatus {
  readonly reference: string;
  readonly state: ReferralState;
  readonly site: string;
  readonly desk: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** When the desk's mail left, if it did. */
  readonly deliveredAt?: string;
}

/** A referral as it is kept: what is personal is encrypted, the secret is a hash. */
export interface SealedReferral {
  readonly reference: string;
  readonly site: string;
  readonly desk: string;
  readonly locale: Locale;
  readonly createdAt: string;
  /** scrypt, as `<salt hex>:<hash hex>`. */
  readonly secretHash: string;
  readonly sealed: SealedPacket;
}

/** AES-256-GCM: the packet under a key of its own, that key under the master key named `keyId`. */
export interface SealedPacket {
  readonly keyId: string;
  /** iv (12 bytes) | tag (16) | ciphertext. */
  readonly wrappedKey: Buffer;
  readonly packet: Buffer;
}
