/** Tokens that somebody else made. */
import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWTPayload, SignJWT } from 'jose';

const HOUR = 3600;

export const claimsOf = (token: string): JWTPayload => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** The server's own key. */
export const keyIn = (dataFolder: string): string => readFileSync(join(dataFolder, 'keys', 'tokens'), 'utf8').trim();

/** A token with the same claims, made `hoursAgo`. One hour is the life of a token. */
export function signedAgain(token: string, key: string, hoursAgo: number): Promise<string> {
  const claims = claimsOf(token);
  const then = Math.floor(Date.now() / 1000) - hoursAgo * HOUR;
  return new SignJWT({ ...claims, start: then })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(then)
    .setExpirationTime(then + HOUR)
    .sign(createSecretKey(key, 'utf8'));
}

/** The same claims without a signature. `spelling` of "none", which some libraries compare by case. */
export function unsigned(token: string, spelling: string): string {
  const header = Buffer.from(JSON.stringify({ alg: spelling, typ: 'JWT' })).toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}
