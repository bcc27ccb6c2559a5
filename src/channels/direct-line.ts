/**
 * Direct Line 3.0 without Azure: the routes that the official clients use, over LocalConversations. Status codes are exactly
 * those the clients understand: 403 means an expired token, 404 an ended conversation, anything else ends polling for ever
 * (reliability.md, F14), so GETs are never refused for rate.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { ConversationRecord } from '../domain/conversation';
import type { RateLimit } from '../domain/rate-limit';
import { readClientActivity, readStart, readTokenRequest } from './activity-gate';
import type { Handler, HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront, Method } from './http-front';
import { HttpRefusal } from './http-refusal';
import type { LocalConversations } from './local-conversations';
import type { Origins } from './origins';
import { peerKey } from './peer-key';
import type { Sites } from './site-view';
import type { Bearer, IssuedToken, Tokens } from './tokens';
import { readWatermark } from './watermark';

export const DIRECT_LINE = '/v3/directline';

export interface DirectLineRooms {
  readonly local: LocalConversations;
  readonly tokens: Tokens;
  readonly sites: Sites;
  readonly origins: Origins;
  readonly publicUrl: string | undefined;
  readonly limits: { readonly tokens: RateLimit; readonly activities: RateLimit };
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  // What directlinejs and rxjs send (bot-spike.md, 2).
  'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '86400',
};

export function mountDirectLine(front: HttpFront, rooms: DirectLineRooms): void {
  const routes: readonly (readonly [Method, string, Handler])[] = [
    ['POST', '/tokens/generate', (request) => generateToken(rooms, request)],
    ['POST', '/tokens/refresh', (request) => refreshToken(rooms, request)],
    ['POST', '/conversations', (request) => startConversation(rooms, request)],
    ['GET', '/conversations/:id', (request) => resumeConversation(rooms, request)],
    ['GET', '/conversations/:id/activities', (request) => readActivities(rooms, request)],
    ['POST', '/conversations/:id/activities', (request) => postActivity(rooms, request)],
    ['POST', '/conversations/:id/upload', (request) => refuseUpload(rooms, request)],
  ];
  const open = (handler: Handler) => (request: HttpRequest) => {
    request.alwaysSend(rooms.origins.corsHeaders(callerOf(request)));
    return handler(request);
  };
  for (const [method, path, handler] of routes) front.route(method, DIRECT_LINE + path, open(handler));
  for (const path of new Set(routes.map(([, path]) => path)))
    front.route(
      'OPTIONS',
      DIRECT_LINE + path,
      open(() => ({ status: 204, headers: PREFLIGHT })),
    );
}

/** A token for a conversation to be; the only route without a token, so callers are held to a pace. */
async function generateToken({ tokens, sites, origins, limits }: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  keepPace(limits.tokens, peerKey(request.peer));
  const { site, locale } = readTokenRequest(await request.readJson());
  const found = sites.findSite(site);
  if (found === undefined) throw new HttpRefusal('UnknownSite');
  origins.require(callerOf(request), found);
  const conversation = randomBytes(16).toString('base64url');
  return { status: 200, body: tokenBody(conversation, await tokens.issueFirst({ conversation, site, locale })) };
}

async function refreshToken(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  const bearer = await requireBearer(rooms, request);
  return { status: 200, body: tokenBody(bearer.conversation, await renew(rooms, bearer)) };
}

async function startConversation(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  const bearer = await requireBearer(rooms, request);
  const locale = readStart(await request.readJson()).locale ?? bearer.locale;
  const { conversation: id, user, site } = bearer;
  const { isNew } = await rooms.local.start({ id, user, site, ...(locale && { locale }) });
  return { status: isNew ? 201 : 200, body: await openConversation(rooms, request, bearer, 0) };
}

async function resumeConversation(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  const { bearer } = await requireConversation(rooms, request);
  return { status: 200, body: await openConversation(rooms, request, bearer, readWatermark(request.query.get('watermark'))) };
}

async function readActivities(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  const { record } = await requireConversation(rooms, request);
  const { activities, watermark } = await rooms.local.readSince(record.id, readWatermark(request.query.get('watermark')));
  return { status: 200, body: { activities, watermark: String(watermark) } };
}

async function postActivity(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  const { record } = await requireConversation(rooms, request);
  keepPace(rooms.limits.activities, record.id);
  return { status: 200, body: { id: await rooms.local.accept(record, readClientActivity(await request.readJson())) } };
}

async function refuseUpload(rooms: DirectLineRooms, request: HttpRequest): Promise<HttpAnswer> {
  await requireConversation(rooms, request);
  throw new HttpRefusal('FilesNotTaken', { closes: true });
}

async function requireBearer({ tokens, sites, origins }: DirectLineRooms, request: HttpRequest): Promise<Bearer> {
  const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new HttpRefusal('MissingToken', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const bearer = await tokens.findBearer(token);
  if (bearer === undefined) throw new HttpRefusal('TokenExpired');
  origins.require(callerOf(request), sites.findSite(bearer.site));
  return bearer;
}

async function requireConversation(rooms: DirectLineRooms, request: HttpRequest): Promise<{ bearer: Bearer; record: ConversationRecord }> {
  const bearer = await requireBearer(rooms, request);
  if (bearer.conversation !== request.params.id) throw new HttpRefusal('TokenExpired');
  const record = await rooms.local.findConversation(bearer.conversation);
  if (record === undefined) throw new HttpRefusal('NotFound');
  return { bearer, record };
}

async function renew({ tokens }: DirectLineRooms, bearer: Bearer): Promise<IssuedToken> {
  const issued = await tokens.renew(bearer);
  if (issued === undefined) throw new HttpRefusal('TokenExpired');
  return issued;
}

async function openConversation(rooms: DirectLineRooms, request: HttpRequest, bearer: Bearer, watermark: number): Promise<object> {
  const base = (rooms.publicUrl ?? `http://${request.host}`).replace(/^http/, 'ws');
  const query = new URLSearchParams({ watermark: String(watermark), t: await rooms.tokens.issueStreamTicket(bearer) });
  const streamUrl = `${base}${DIRECT_LINE}/conversations/${encodeURIComponent(bearer.conversation)}/stream?${query}`;
  return { ...tokenBody(bearer.conversation, await renew(rooms, bearer)), streamUrl, referenceGrammarId: randomUUID() };
}

const tokenBody = (conversationId: string, { token, expiresInSeconds }: IssuedToken) => ({
  conversationId,
  token,
  expires_in: expiresInSeconds,
});

const callerOf = (request: HttpRequest) => ({ origin: request.headers.origin, host: request.host });

function keepPace(limit: RateLimit, key: string): void {
  const seconds = limit.take(key);
  if (seconds > 0) throw new HttpRefusal('TooManyRequests', { headers: { 'Retry-After': String(seconds) } });
}
