/** References and secrets that people read aloud and type again: no signs that look alike. */
import { randomInt } from 'node:crypto';
import { Reference, Secret } from '../domain/referral';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const draw = (length: number): string => Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** `PO-7K3F9QTM`: 39 bits; the store refuses a second one of the same. */
export const newReference = (): string => `PO-${draw(8)}`;

/** `K7QM-3TXA-9PBW`: 58 bits. */
export const newSecret = (): string => [draw(4), draw(4), draw(4)].join('-');

/** A reference or secret as somebody typed it: blanks, case and hyphens do not matter. */
export function readReference(text: string): string | undefined {
  const signs = /(?:^|[^A-Z0-9])PO[\s-]*((?:[A-Z0-9][\s-]?){8})(?![A-Z0-9])/.exec(text.toUpperCase())?.[1];
  const reference = `PO-${(signs ?? '').replace(/[\s-]/g, '')}`;
  return Reference.safeParse(reference).success ? reference : undefined;
}

export function readSecret(text: string): string | undefined {
  const signs = text.toUpperCase().replace(/[\s-]/g, '');
  const secret = signs.match(/.{1,4}/g)?.join('-') ?? '';
  return Secret.safeParse(secret).success ? secret : undefined;
}
