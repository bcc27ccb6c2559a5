/**
 * Who is signed in to the staff pages: whoever knew the one staff secret within the last eight hours. A session is a signed statement
 * in a cookie, HS256 and nothing else; it ends with its time, with signing out, and with another staff secret.
 */
import { createHmac, createSecretKey, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const SESSION_SECONDS = 8 * 3600;
const MAX_TOKEN_LENGTH = 1024;
/** Signed out and not yet run out. Of more than these the first is forgotten: each took somebody who knew the secret. */
const MAX_ENDED = 1_000;
const ISSUER = 'ponte';
const AUDIENCE = 'ponte-staff';
const COOKIE = 'ponte_staff';

const Claims = z.object({ jti: z.string(), exp: z.number(), secret: z.string() });
type Claims = z.infer<typeof Claims>;

export interface StaffSecrets {
  /** What staff type; at least 16 characters. */
  readonly staffToken: string;
  /** Signs the sessions; at least 32 characters, the same after a restart. */
  readonly tokenSecret: string;
}

export class StaffSessions {
  readonly #key: KeyObject;
  readonly #staffToken: Buffer;
  /** Names the staff secret without telling it: sessions of another one are worth nothing. */
  readonly #secretName: string;
  readonly #isSecure: boolean;
  readonly #now: () => number;
  /** Signed out, with the second they would run out. */
  readonly #ended = new Map<string, number>();

  /** `isSecure`: people reach the pages by https alone. `now` gives milliseconds. */
  constructor({ staffToken, tokenSecret }: StaffSecrets, isSecure: boolean, now: () => number) {
    this.#key = createSecretKey(tokenSecret, 'utf8');
    this.#staffToken = this.#digestOf(staffToken);
    this.#secretName = this.#digestOf(`name of ${staffToken}`).toString('base64url').slice(0, 16);
    this.#isSecure = isSecure;
    this.#now = now;
  }

  /** The cookie of a new session; undefined when this is not the secret. Takes equally long however much of it is right. */
  async signIn(given: string): Promise<string | undefined> {
    if (!timingSafeEqual(this.#digestOf(given.trim()), this.#staffToken)) return undefined;
    const now = this.#seconds();
    const token = await new SignJWT({ secret: this.#secretName })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + SESSION_SECONDS)
      .setJti(randomUUID())
      .sign(this.#key);
    return this.#cookie(token, SESSION_SECONDS);
  }

  /** Id of the session that these cookies hold. */
  async findSession(cookies: string | undefined): Promise<string | undefined> {
    return (await this.#claimsOf(cookies))?.jti;
  }

  /** Ends the session for good. Gives the cookie that takes its place. */
  async signOut(cookies: string | undefined): Promise<string> {
    const claims = await this.#claimsOf(cookies);
    if (claims) this.#end(claims);
    return this.#cookie('', 0);
  }

  /** A keyed digest has one length, whatever was typed. */
  #digestOf(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest();
  }

  #cookie(value: string, seconds: number): string {
    return `${COOKIE}=${value}; Path=/staff; Max-Age=${seconds}; HttpOnly; SameSite=Strict${this.#isSecure ? '; Secure' : ''}`;
  }

  async #claimsOf(cookies: string | undefined): Promise<Claims | undefined> {
    const token = cookieIn(cookies, COOKIE);
    if (token === undefined || token.length > MAX_TOKEN_LENGTH) return undefined;
    try {
      const options = { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['exp', 'iat', 'jti'] };
      const { payload } = await jwtVerify(token, this.#key, { ...options, currentDate: new Date(this.#now()) });
      const claims = Claims.parse(payload);
      return claims.secret === this.#secretName && !this.#ended.has(claims.jti) ? claims : undefined;
    } catch {
      // Whatever is wrong with a cookie, its bearer learns no more than that nobody is signed in.
      return undefined;
    }
  }

  #end({ jti, exp }: Claims): void {
    this.#ended.set(jti, exp);
    for (const [id, end] of this.#ended) if (end <= this.#seconds() || this.#ended.size > MAX_ENDED) this.#ended.delete(id);
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000);
  }
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  const found = header?.split(';').find((pair) => pair.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}
