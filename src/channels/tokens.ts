/**
 * Direct Line tokens: signed statements that the bearer is one user of one conversation. HS256 and nothing else; what a token
 * may open is in its `use`: `token` goes with requests, `stream` opens one web socket once and may therefore stand in an address.
 */
import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Locale } from '../domain/locale';

/** botframework-directlinejs assumes 30 minutes and refreshes every 15 (directLine.js, lifetimeRefreshToken). */
const TOKEN_SECONDS = 3600;
/** As in Microsoft's Direct Line 3.0 documentation, "reconnect to a conversation". */
const STREAM_SECONDS = 60;
/** However often a token is refreshed, after this long the bearer starts anew. */
const CHAIN_SECONDS = 24 * 3600;
const MAX_TOKEN_LENGTH = 2048;
const MAX_REMEMBERED = 20_000;
const ISSUER = 'ponte';
const AUDIENCE = 'ponte-direct-line';

const Claims = z
  .object({
    conv: z.string(),
    user: z.string(),
    site: z.string(),
    locale: Locale.optional(),
    use: z.enum(['token', 'stream']),
    /** When the chain of refreshes began, in seconds since 1970. */
    start: z.number(),
    exp: z.number(),
    jti: z.string(),
  })
  .refine(({ start, exp }) => exp <= start + CHAIN_SECONDS + STREAM_SECONDS, 'lives longer than any token of ours');
type Claims = z.infer<typeof Claims>;

/** Who the bearer is. `user` is `dl_<random>`: clients may not choose another name. */
export interface Bearer {
  readonly conversation: string;
  readonly user: string;
  readonly site: string;
  readonly locale?: Locale | undefined;
  /** Seconds since 1970. */
  readonly start: number;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

export class Tokens {
  readonly #key: KeyObject;
  readonly #now: () => number;
  /** A signature is checked once per token, its expiry every time: the check costs more than the rest of a request. */
  readonly #verified = new Map<string, Claims>();
  /** Tickets that were used, with the second they expire. */
  readonly #spent = new Map<string, number>();

  /** `now` gives milliseconds. */
  constructor(secret: string, now: () => number) {
    this.#key = createSecretKey(secret, 'utf8');
    this.#now = now;
  }

  /** A token for a conversation that may not exist yet. */
  issueFirst(bearer: Omit<Bearer, 'user' | 'start'>): Promise<IssuedToken> {
    return this.#issue({ ...bearer, user: `dl_${randomUUID()}`, start: this.#seconds() });
  }

  /** A fresh token in the same chain; undefined when the chain has reached its end. */
  async renew(bearer: Bearer): Promise<IssuedToken | undefined> {
    return bearer.start + CHAIN_SECONDS <= this.#seconds() ? undefined : this.#issue(bearer);
  }

  async issueStreamTicket(bearer: Bearer): Promise<string> {
    return this.#sign(bearer, 'stream', this.#seconds() + STREAM_SECONDS);
  }

  async findBearer(token: string): Promise<Bearer | undefined> {
    const claims = await this.#verify(token);
    return claims?.use === 'token' ? bearerOf(claims) : undefined;
  }

  /** The bearer of a ticket, once. */
  async takeStreamTicket(ticket: string): Promise<Bearer | undefined> {
    const claims = await this.#verify(ticket);
    if (claims?.use !== 'stream' || this.#spent.has(claims.jti)) return undefined;
    this.#spent.set(claims.jti, claims.exp);
    this.#forgetSpent();
    return bearerOf(claims);
  }

  async #issue(bearer: Bearer): Promise<IssuedToken> {
    const now = this.#seconds();
    const expires = Math.min(now + TOKEN_SECONDS, bearer.start + CHAIN_SECONDS);
    return { token: await this.#sign(bearer, 'token', expires), expiresInSeconds: expires - now };
  }

  #sign(bearer: Bearer, use: Claims['use'], expires: number): Promise<string> {
    const { conversation, user, site, locale, start } = bearer;
    return new SignJWT({ conv: conversation, user, site, ...(locale && { locale }), use, start })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(this.#seconds())
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(this.#key);
  }

  async #verify(token: string): Promise<Claims | undefined> {
    if (token.length > MAX_TOKEN_LENGTH) return undefined;
    const claims = this.#verified.get(token) ?? (await this.#verifySignature(token));
    if (claims === undefined) return undefined;
    if (claims.exp > this.#seconds()) return claims;
    this.#verified.delete(token);
    return undefined;
  }

  async #verifySignature(token: string): Promise<Claims | undefined> {
    if (!isCanonical(token)) return undefined;
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'jti'],
        currentDate: new Date(this.#now()),
      });
      const claims = Claims.parse(payload);
      this.#remember(token, claims);
      return claims;
    } catch {
      // Whatever is wrong with a token, its bearer learns no more than that it is not valid.
      return undefined;
    }
  }

  #remember(token: string, claims: Claims): void {
    // A ticket is shown once: remembering it would only push tokens out.
    if (claims.use !== 'token') return;
    this.#verified.set(token, claims);
    const [oldest] = this.#verified.keys();
    if (this.#verified.size > MAX_REMEMBERED && oldest !== undefined) this.#verified.delete(oldest);
  }

  /** Tickets live equally long, so the first that still lives ends the search. */
  #forgetSpent(): void {
    for (const [jti, exp] of this.#spent) {
      if (exp > this.#seconds()) return;
      this.#spent.delete(jti);
    }
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000);
  }
}

function bearerOf({ conv, user, site, locale, start }: Claims): Bearer {
  return { conversation: conv, user, site, locale, start };
}

/** Base64url leaves bits of a last character unused; the same token must not exist in several spellings. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}
