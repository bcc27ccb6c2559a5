/**
 * Follows one conversation: by WebSocket, or by polling where sockets do not get through; comes back after every break at
 * the watermark, and tells of each activity once.
 */
import type { Activity, ActivitySet } from './activity';
import { backoffDelay } from './backoff';
import { type After, type Cancel, nothing } from './clock';
import { followByPolling, followSocket, type SocketLike } from './stream';
import { type Grant, type Session, type Wire, WireFault } from './wire';

/**
 * `ended`: the server no longer knows the conversation, or the token's time is over. `refused`: no conversation is given to
 * this page at all.
 */
export type LineState = 'connecting' | 'online' | 'offline' | 'ended' | 'refused';

export interface LineParts {
  readonly wire: Wire;
  readonly openSocket: (url: string) => SocketLike;
  readonly after: After;
  readonly random: () => number;
  readonly onActivity: (activity: Activity) => void;
  readonly onState: (state: LineState) => void;
  /** The session to keep; its token changes now and then. */
  readonly onSession: (session: Session) => void;
}

/** Sockets in a row that never opened before polling takes over. */
const SOCKETS_TRIED = 3;
/** Milliseconds; the official client's rhythm, half of its tokens' shortest life. */
const REFRESH_EVERY = 15 * 60_000;

export class DirectLine {
  private readonly parts: LineParts;
  private session: Session | undefined;
  /** A token whose conversation did not start yet, so that a lost answer does not start a second one. */
  private ticket: string | undefined;
  private watermark = '';
  private readonly seen = new Set<string>();
  private unopened = 0;
  private tries = 0;
  /** Grows with every new attempt to connect; the answer to an older one is ignored. */
  private attempt = 0;
  private cancelNext: Cancel = nothing;
  private cancelRefresh: Cancel = nothing;
  private current: LineState = 'connecting';

  constructor(parts: LineParts) {
    this.parts = parts;
  }

  get state(): LineState {
    return this.current;
  }

  /** Begins a new conversation, or comes back to a kept one. */
  begin(session?: Session): void {
    this.session = session;
    this.scheduleRefresh();
    void this.connect();
  }

  /** The network or the person is back: tries at once instead of waiting. */
  nudge(): void {
    if (this.current === 'offline') void this.connect();
  }

  /** The network is gone: sockets notice that only minutes later. */
  lose(): void {
    if (this.current === 'online') this.retry();
  }

  /** Sends one activity; rejects with WireFault. `isParting`: the page may be gone before the answer. */
  post(activity: object, isParting = false): Promise<void> {
    if (!this.session) return Promise.reject(new WireFault(0));
    return this.parts.wire.post(this.session, activity, isParting);
  }

  stop(): void {
    this.leave();
    this.cancelRefresh();
  }

  private leave(): void {
    this.attempt += 1;
    this.cancelNext();
    this.cancelNext = nothing;
  }

  private async connect(): Promise<void> {
    this.leave();
    const { attempt } = this;
    try {
      const grant = await this.requestGrant();
      if (attempt !== this.attempt) return;
      this.keep({ token: grant.token, conversationId: grant.conversationId });
      this.follow(grant);
    } catch (fault) {
      if (attempt === this.attempt) this.recover(fault);
    }
  }

  private async requestGrant(): Promise<Grant> {
    const { wire } = this.parts;
    if (this.session) return wire.resume(this.session, this.watermark);
    this.ticket ??= await wire.generate();
    return wire.start(this.ticket);
  }

  private follow(grant: Grant): void {
    const { wire, after, openSocket } = this.parts;
    const polls = grant.streamUrl === undefined || this.unopened >= SOCKETS_TRIED;
    // counts as a socket that never opened until it opens
    if (!polls) this.unopened += 1;
    const events = {
      onOpen: () => {
        if (!polls) this.unopened = 0;
        this.reach('online');
      },
      onSet: (set: ActivitySet) => this.take(set),
      onBreak: (fault: unknown) => this.recover(fault),
    };
    this.cancelNext =
      polls || grant.streamUrl === undefined
        ? followByPolling(() => wire.fetchActivities(this.session ?? grant, this.watermark), after, events)
        : followSocket(openSocket(grant.streamUrl), after, events);
  }

  private take(set: ActivitySet): void {
    if (set.watermark !== undefined) this.watermark = set.watermark;
    for (const activity of set.activities) {
      const { id } = activity;
      if (typeof id === 'string' && this.seen.has(id)) continue;
      if (typeof id === 'string') this.seen.add(id);
      this.parts.onActivity(activity);
    }
  }

  private recover(fault: unknown): void {
    if (!(fault instanceof WireFault) || fault.isPassing) {
      this.retry();
      return;
    }
    if (!this.session && this.ticket) {
      // the token's time was over before its conversation could start
      this.ticket = undefined;
      this.retry();
      return;
    }
    this.stop();
    this.reach(this.session ? 'ended' : 'refused');
  }

  private retry(): void {
    this.leave();
    this.reach('offline');
    const wait = backoffDelay(this.tries, this.parts.random());
    this.tries += 1;
    this.cancelNext = this.parts.after(wait, () => void this.connect());
  }

  private reach(state: LineState): void {
    if (state === 'online') this.tries = 0;
    if (state === this.current) return;
    this.current = state;
    this.parts.onState(state);
  }

  private keep(session: Session): void {
    this.session = session;
    this.parts.onSession(session);
  }

  private scheduleRefresh(): void {
    this.cancelRefresh();
    this.cancelRefresh = this.parts.after(REFRESH_EVERY, () => void this.refresh());
  }

  private async refresh(): Promise<void> {
    this.scheduleRefresh();
    const { session } = this;
    if (!session) return;
    try {
      const token = await this.parts.wire.refresh(session.token);
      if (session === this.session) this.keep({ ...session, token });
    } catch {
      // the old token still lives; the next round or the next reconnection decides
    }
  }
}
