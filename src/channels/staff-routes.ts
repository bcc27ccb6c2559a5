/** Routes of the staff pages: who may see them, and that nothing is done in a signed-in person's name by another page. */

import type { RateLimit } from '../domain/rate-limit';
import type { Handler, HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront } from './http-front';
import { HttpRefusal } from './http-refusal';
import type { Origins } from './origins';
import { peerKey } from './peer-key';
import { scriptlessPolicy } from './security-headers';
import type { StaffSessions } from './staff-sessions';

type SignInNotice = { readonly kind: 'wrong' } | { readonly kind: 'signed-out' } | { readonly kind: 'too-often'; readonly seconds: number };

/** Renders whole HTML documents. */
export interface StaffPages {
  signIn(notice?: SignInNotice): string;
  overview(): Promise<string>;
  /** JSON. */
  knowledge(): Promise<string>;
  /** The form alone, or with the answer to what it holds. */
  tryQuestion(fields?: Readonly<Record<string, string>>): Promise<string>;
}

export interface StaffRooms {
  readonly pages: StaffPages;
  readonly sessions: StaffSessions;
  readonly origins: Origins;
  readonly limits: {
    /** Attempts, per address of the caller. */
    readonly signIns: RateLimit;
    /** Questions, per session. */
    readonly questions: RateLimit;
  };
}

const HEADERS = {
  'Content-Security-Policy': scriptlessPolicy(),
  // With `no-referrer` browsers would call the origin of our own forms "null" (Fetch standard, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Mounts `/staff`, its forms, and `GET /staff/knowledge.json`. */
export function mountStaff(front: HttpFront, rooms: StaffRooms): void {
  const { pages } = rooms;
  const page = (render: () => Promise<string>): Handler => whenSignedIn(rooms, async () => htmlAnswer(200, await render()));
  front.route('GET', '/staff', page(pages.overview));
  front.route(
    'GET',
    '/staff/try',
    page(() => pages.tryQuestion()),
  );
  front.route('POST', '/staff/try', (request) => answerQuestion(rooms, request));
  front.route('GET', '/staff/knowledge.json', (request) => knowledgeAnswer(rooms, request));
  front.route('POST', '/staff/sign-in', (request) => signIn(rooms, request));
  front.route('POST', '/staff/sign-out', (request) => signOut(rooms, request));
}

/** Whoever is not signed in gets the form instead. */
function whenSignedIn({ sessions, pages }: StaffRooms, handler: (session: string) => Promise<HttpAnswer>): Handler {
  return async ({ headers }) => {
    const session = await sessions.findSession(headers.cookie);
    return session === undefined ? htmlAnswer(200, pages.signIn()) : handler(session);
  };
}

async function answerQuestion(rooms: StaffRooms, request: HttpRequest): Promise<HttpAnswer> {
  requireOwnPage(rooms, request);
  const answer = whenSignedIn(rooms, async (session) => {
    const seconds = rooms.limits.questions.take(session);
    if (seconds > 0) throw new HttpRefusal('TooManyRequests', { headers: { 'Retry-After': String(seconds) } });
    return htmlAnswer(200, await rooms.pages.tryQuestion(await request.readForm()));
  });
  return answer(request);
}

async function knowledgeAnswer({ sessions, pages }: StaffRooms, { headers }: HttpRequest): Promise<HttpAnswer> {
  if ((await sessions.findSession(headers.cookie)) === undefined) throw new HttpRefusal('Unauthorised');
  return { status: 200, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: await pages.knowledge() };
}

async function signIn(rooms: StaffRooms, request: HttpRequest): Promise<HttpAnswer> {
  requireOwnPage(rooms, request);
  const seconds = rooms.limits.signIns.take(peerKey(request.peer));
  if (seconds > 0) return htmlAnswer(429, rooms.pages.signIn({ kind: 'too-often', seconds }), { 'Retry-After': String(seconds) });
  const cookie = await rooms.sessions.signIn((await request.readForm()).token ?? '');
  if (cookie === undefined) return htmlAnswer(403, rooms.pages.signIn({ kind: 'wrong' }));
  return { status: 303, headers: { ...HEADERS, Location: '/staff', 'Set-Cookie': cookie } };
}

async function signOut(rooms: StaffRooms, request: HttpRequest): Promise<HttpAnswer> {
  requireOwnPage(rooms, request);
  const cookie = await rooms.sessions.signOut(request.headers.cookie);
  return htmlAnswer(200, rooms.pages.signIn({ kind: 'signed-out' }), { 'Set-Cookie': cookie });
}

/**
 * Refuses with 403 what a page of another origin sends. The cookie stays away from other sites; this keeps away other origins of the
 * same site as well. A program that sends neither header is no browser, and has nobody's cookie.
 */
function requireOwnPage({ origins }: StaffRooms, { headers, host }: HttpRequest): void {
  const from = headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin') throw new HttpRefusal('OriginNotAllowed');
  origins.require({ origin: headers.origin, host }, undefined);
}

const htmlAnswer = (status: number, body: string, more: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', ...more },
  body,
});
