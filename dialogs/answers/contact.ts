/** One way to reach somebody: an e-mail address or a phone number in what they said. */

import { z } from 'zod';
import type { Contact } from '../../src/domain/referral';

/** Longer answers are no contact; the cap also bounds the searches below. Characters. */
const MAX_LENGTH = 200;
/** Digits of a phone number, with the country's (ITU-T E.164: at most 15). */
const MIN_DIGITS = 6;
const MAX_DIGITS = 15;

export function readContact(said: string): Contact | undefined {
  if (said.length > MAX_LENGTH) return undefined;
  const addresses = said
    .split(/[\s,;<>()"]+/)
    .map((word) => word.replace(/^mailto:/i, '').replace(/[.:]+$/, ''))
    .filter((word) => word.includes('@'));
  if (addresses.length > 1) return undefined;
  if (addresses[0] !== undefined) {
    const email = z.email().safeParse(addresses[0]);
    return email.success ? { way: 'email', value: email.data } : undefined;
  }
  const number = /\+?[0-9][0-9 ()./-]{4,22}[0-9]/.exec(said)?.[0];
  const digits = number?.replace(/\D/g, '').length ?? 0;
  return number && digits >= MIN_DIGITS && digits <= MAX_DIGITS ? { way: 'phone', value: number } : undefined;
}
