/** Puts the rooms of the HTTP surface on one port, and takes them off it without losing an answer. */
import { RateLimit } from '../domain/rate-limit';
import { PonteError } from '../errors';
import type { Log } from '../log';
import type { PonteAdapter } from './adapter';
import type { BotLogic } from './bot-logic';
import { mountDirectLine } from './direct-line';
import { DirectLineSockets } from './direct-line-sockets';
import { type EntryPages, mountEntries } from './entry-routes';
import { mountHealth, type Readiness } from './health';
import { HttpFront } from './http-front';
import { DEFAULT_LIMITS, type Limits } from './limits';
import type { LocalConversations } from './local-conversations';
import { mountOpenData } from './open-data';
import type { OpenData } from './open-data-shelf';
import { Origins } from './origins';
import { mountPages, type PageRooms } from './pages';
import { mountStaff, type StaffPages } from './staff-routes';
import { StaffSessions } from './staff-sessions';
import { mountTeams } from './teams/messages-route';
import { Tokens } from './tokens';
import { TurnQueue } from './turn-queue';

export interface ServerRooms extends PageRooms {
  readonly http: { readonly port: number; readonly host: string; readonly publicUrl?: string | undefined };
  readonly log: Log;
  /** Mounts `/api/messages`. */
  readonly hasTeams: boolean;
  readonly adapter: PonteAdapter;
  readonly bot: BotLogic;
  readonly local: LocalConversations;
  /** Signs the tokens of web chat; at least 32 characters, the same after a restart. */
  readonly tokenSecret: string;
  readonly readiness: () => Promise<Readiness>;
  /** Mounts `/open-data`. */
  readonly openData?: OpenData;
  /** Mounts `/entries/:id`. */
  readonly entryPages?: EntryPages;
  /** Mounts `/staff`. */
  readonly staff?: { readonly token: string; readonly pages: StaffPages };
  readonly limits?: Partial<Limits>;
  /** Milliseconds; by default the clock. */
  readonly now?: () => number;
}

export interface RunningServer {
  readonly port: number;
  /** Not ready from now on, though still serving: for balancers that look before the stop. */
  drain(): void;
  /** Stops accepting, tells sockets to come back (1012), lets turns finish for at most ten seconds. */
  close(): Promise<void>;
}

/** HS256 with less than its hash has no strength left: RFC 7518, 3.2. */
const MIN_SECRET_LENGTH = 32;
const TURNS_MS = 10_000;

/** Redrives the inbox, then listens. Throws PORT_IN_USE, HOST_UNUSABLE or CONFIG_INVALID. */
export async function startServer(rooms: ServerRooms): Promise<RunningServer> {
  if (rooms.tokenSecret.length < MIN_SECRET_LENGTH) throw new PonteError('CONFIG_INVALID', 'TOKEN_SECRET');
  const front = new HttpFront(rooms.log);
  const teamsTurns = new TurnQueue();
  let isDraining = false;
  const now = rooms.now ?? Date.now;
  const directLine = directLineRooms(rooms, now);
  mountHealth(front, { readiness: rooms.readiness, isDraining: () => isDraining, now, log: rooms.log });
  mountPages(front, rooms);
  if (rooms.openData) mountOpenData(front, rooms.openData, { now, log: rooms.log });
  if (rooms.entryPages) mountEntries(front, { ...rooms, entryPages: rooms.entryPages });
  if (rooms.staff) mountStaff(front, staffRooms(rooms, rooms.staff, directLine.origins, now));
  mountDirectLine(front, directLine);
  if (rooms.hasTeams) mountTeams(front, { adapter: rooms.adapter, bot: rooms.bot, log: rooms.log, turns: teamsTurns });
  const sockets = new DirectLineSockets({ ...directLine, log: rooms.log }, front.http);
  await rooms.local.redrive();
  const port = await front.listen(rooms.http.port, rooms.http.host);
  const drain = () => {
    isDraining = true;
  };
  return {
    port,
    drain,
    async close() {
      drain();
      // Clients whose sockets end get the last answers when they come back.
      const stopped = Promise.all([sockets.close(), front.close(TURNS_MS)]);
      await atMost(
        TURNS_MS,
        stopped.then(() => Promise.all([rooms.local.whenIdle(), teamsTurns.whenIdle()])),
      );
    },
  };
}

function directLineRooms({ local, sites, http, tokenSecret, limits }: ServerRooms, now: () => number) {
  const { tokens, activities } = { ...DEFAULT_LIMITS, ...limits };
  return {
    local,
    sites,
    tokens: new Tokens(tokenSecret, now),
    origins: new Origins(sites, http.publicUrl),
    publicUrl: http.publicUrl,
    limits: { tokens: new RateLimit(tokens, now), activities: new RateLimit(activities, now) },
  };
}

function staffRooms(
  { http, tokenSecret, limits }: ServerRooms,
  staff: NonNullable<ServerRooms['staff']>,
  origins: Origins,
  now: () => number,
) {
  const { activities, signIns } = { ...DEFAULT_LIMITS, ...limits };
  const isSecure = http.publicUrl?.startsWith('https:') === true;
  return {
    pages: staff.pages,
    sessions: new StaffSessions({ staffToken: staff.token, tokenSecret }, isSecure, now),
    origins,
    limits: { signIns: new RateLimit(signIns, now), questions: new RateLimit(activities, now) },
  };
}

async function atMost(ms: number, task: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task, patience]);
  clearTimeout(timer);
}
