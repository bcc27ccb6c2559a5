/** The two ways to follow a conversation. Both are silent once they are stopped, and tell of one break at most. */
import { type ActivitySet, readActivitySet } from './activity';
import { type After, type Cancel, nothing } from './clock';
import { WireFault } from './wire';

export interface StreamEvents {
  /** Activities can arrive now. */
  readonly onOpen: () => void;
  readonly onSet: (set: ActivitySet) => void;
  readonly onBreak: (fault: unknown) => void;
}

/** The part of WebSocket that is used. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  send(data: string): void;
  close(): void;
}

/** All in milliseconds. */
const OPENS_WITHIN = 10_000;
/** Proxies cut what is silent for a minute; the official client sends every 20 s too. */
const KEEP_ALIVE_EVERY = 20_000;
const POLL_EVERY = 1_500;

/** Follows by a socket that was just made; gives what stops it. */
export function followSocket(socket: SocketLike, after: After, events: StreamEvents): Cancel {
  let isStopped = false;
  const keepAlive = () => {
    socket.send('');
    cancel = after(KEEP_ALIVE_EVERY, keepAlive);
  };
  const stop = () => {
    isStopped = true;
    cancel();
    socket.close();
  };
  let cancel = after(OPENS_WITHIN, () => socket.close());
  socket.onopen = () => {
    if (isStopped) return;
    cancel();
    cancel = after(KEEP_ALIVE_EVERY, keepAlive);
    events.onOpen();
  };
  socket.onmessage = ({ data }) => {
    if (!isStopped) events.onSet(parseFrame(data));
  };
  socket.onclose = () => {
    if (isStopped) return;
    stop();
    events.onBreak(new WireFault(0));
  };
  return stop;
}

/** Follows by asking again and again; gives what stops it. */
export function followByPolling(fetchSet: () => Promise<ActivitySet>, after: After, events: StreamEvents): Cancel {
  let isStopped = false;
  let cancel = nothing;
  const poll = async () => {
    try {
      const set = await fetchSet();
      if (isStopped) return;
      events.onOpen();
      events.onSet(set);
      if (!isStopped) cancel = after(POLL_EVERY, () => void poll());
    } catch (fault) {
      if (!isStopped) events.onBreak(fault);
    }
  };
  void poll();
  return () => {
    isStopped = true;
    cancel();
  };
}

function parseFrame(data: unknown): ActivitySet {
  // the server's keep-alive is an empty frame
  if (typeof data !== 'string' || data === '') return { activities: [] };
  try {
    return readActivitySet(JSON.parse(data));
  } catch {
    return { activities: [] };
  }
}
