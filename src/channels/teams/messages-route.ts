/**
 * The Bot Framework endpoint, mounted only with Teams settings: without an app id the SDK takes anybody's word and posts replies
 * wherever the caller says (reliability.md, F7). CloudAdapter.process is not used: it answers a client's mistakes with 500 and
 * exception messages (F8). Here the gate answers 400, the authentication 401 or 503, and only then a turn begins.
 */
import { type Activity, INVOKE_RESPONSE_KEY, type InvokeResponse } from 'botbuilder';
import { type AuthenticateRequestResult, AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../../log';
import type { PonteAdapter } from '../adapter';
import type { BotLogic } from '../bot-logic';
import type { HttpAnswer, HttpRequest } from '../http-exchange';
import type { HttpFront } from '../http-front';
import { HttpRefusal } from '../http-refusal';
import type { TurnQueue } from '../turn-queue';

export interface TeamsRooms {
  readonly adapter: PonteAdapter;
  readonly bot: BotLogic;
  readonly log: Log;
  /** Where the turns of conversations queue, so that a clean stop can wait for them. */
  readonly turns: TurnQueue;
}

const account = z.looseObject({ id: z.string().min(1), name: z.string().nullish() });
const text = z.string().nullish();
const objects = z.array(z.looseObject({})).nullish();

/** The fields that the bot and the SDK read; what else an activity holds passes through. */
const TeamsActivity = z.looseObject({
  type: z.string().min(1).max(64),
  id: text,
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().min(1).max(1024),
  from: account,
  conversation: z.looseObject({ id: z.string().min(1) }),
  recipient: account,
  text,
  textFormat: text,
  locale: text,
  name: text,
  replyToId: text,
  timestamp: text,
  localTimestamp: text,
  expiration: text,
  attachments: objects,
  entities: objects,
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  channelData: z.looseObject({}).nullish(),
});

const DATES = ['timestamp', 'localTimestamp', 'expiration'] as const;
/** The SDK has no time limit of its own when it fetches Microsoft's signing keys. */
const AUTHENTICATION_MS = 10_000;
const RETRY_SECONDS = '30';
const NOT_IMPLEMENTED = 501;

export function mountTeams(front: HttpFront, rooms: TeamsRooms): void {
  front.route('POST', '/api/messages', (request) => receive(rooms, request));
}

async function receive(rooms: TeamsRooms, request: HttpRequest): Promise<HttpAnswer> {
  const activity = readTeamsActivity(await request.readJson());
  // Before authentication, as that would accept some tokens whatever address stands beside them.
  if (!rooms.adapter.isTrusted(activity.serviceUrl)) throw new HttpRefusal('Unauthorised');
  const caller = await authenticate(rooms, activity, request.headers.authorization ?? '');
  return rooms.turns.run(activity.conversation.id, () => runTurn(rooms, caller, activity));
}

async function runTurn({ adapter, bot }: TeamsRooms, caller: AuthenticateRequestResult, activity: Activity): Promise<HttpAnswer> {
  let answer: InvokeResponse | undefined;
  await adapter.run(caller, activity, async (context) => {
    await bot.run(context);
    answer = (context.turnState.get(INVOKE_RESPONSE_KEY) as { value?: InvokeResponse } | undefined)?.value;
  });
  if (activity.type !== 'invoke') return { status: 200 };
  return answer ? { status: answer.status, body: answer.body ?? {} } : { status: NOT_IMPLEMENTED };
}

/** Refuses with 400. */
function readTeamsActivity(body: unknown): Activity {
  const parsed = TeamsActivity.safeParse(body);
  if (!parsed.success) throw new HttpRefusal('BadArgument');
  // The two fields that would make the SDK answer in the HTTP response, or in another bot's name.
  const { deliveryMode: _mode, callerId: _caller, ...given } = parsed.data;
  const activity: Record<string, unknown> = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  for (const name of DATES) {
    if (typeof activity[name] !== 'string') continue;
    const date = new Date(activity[name]);
    if (Number.isNaN(date.getTime())) throw new HttpRefusal('BadArgument');
    activity[name] = date;
  }
  return activity as unknown as Activity;
}

/** Refuses with 401 for a caller that is not the Bot Framework, with 503 when that cannot be found out now. */
async function authenticate({ adapter, log }: TeamsRooms, activity: Activity, header: string): Promise<AuthenticateRequestResult> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RangeError('authentication timed out')), AUTHENTICATION_MS);
  });
  try {
    return await Promise.race([adapter.authenticate(activity, header), tooLate]);
  } catch (error) {
    if (isForged(error)) throw new HttpRefusal('Unauthorised');
    log.degraded({ part: 'bot framework authentication', error });
    throw new HttpRefusal('Unavailable', { headers: { 'Retry-After': RETRY_SECONDS } });
  } finally {
    clearTimeout(timer);
  }
}

/** jsonwebtoken's errors for a bad signature, an expired and a future token come through as they are. */
const FORGED = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

function isForged(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode < 500;
  return typeof error === 'object' && error !== null && 'name' in error && FORGED.has(String(error.name));
}
