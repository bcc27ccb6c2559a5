/** The transcript of local conversations with those who listen to it: rows reach listeners in the order of their numbers. */
import type { StoredActivity, Transcript, TranscriptRow } from '../domain/conversation';
import { TurnQueue } from './turn-queue';

/** Rows in the order of the transcript, or a transient activity without a watermark. */
export interface ActivitySet {
  readonly activities: readonly StoredActivity[];
  readonly watermark?: string;
}

/** Must not throw. While the past is replayed, the next page waits for the promise. */
export type Listener = (set: ActivitySet) => void | Promise<void>;

/** Rows read from the transcript at a time. */
const PAGE = 200;

export class LiveTranscript {
  readonly #transcript: Transcript;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #writes = new TurnQueue();

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  /** Runs tasks of one conversation one after the other, so that what is written first is shown first. */
  inOrder<T>(conversation: string, task: () => Promise<T>): Promise<T> {
    return this.#writes.run(conversation, task);
  }

  /** Only inside `inOrder`. Writes and shows an activity once per id. */
  async append(conversation: string, activity: StoredActivity): Promise<void> {
    const { seq, isNew } = await this.#transcript.append(conversation, activity);
    if (isNew) this.show(conversation, { activities: [activity], watermark: String(seq) });
  }

  show(conversation: string, set: ActivitySet): void {
    for (const listener of this.#listeners.get(conversation) ?? []) void listener(set);
  }

  /** Pages after a watermark, until all is given. */
  async *pagesSince(conversation: string, watermark: number): AsyncGenerator<readonly TranscriptRow[]> {
    for (let from = watermark; ; ) {
      const rows = await this.#transcript.since(conversation, from, PAGE);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      from = last.seq;
    }
  }

  /** Gives the listener everything after the watermark, then what comes: no gap, nothing twice. The result ends it. */
  async listen(conversation: string, watermark: number, listener: Listener): Promise<() => void> {
    // A long past goes out at the listener's own pace; only what was added meanwhile holds up the conversation.
    const reached = await this.#replay(conversation, watermark, listener);
    await this.inOrder(conversation, async () => {
      await this.#replay(conversation, reached, (set) => void listener(set));
      const listeners = this.#listeners.get(conversation) ?? new Set();
      this.#listeners.set(conversation, listeners.add(listener));
    });
    return () => {
      const listeners = this.#listeners.get(conversation);
      listeners?.delete(listener);
      if (listeners?.size === 0) this.#listeners.delete(conversation);
    };
  }

  async #replay(conversation: string, watermark: number, listener: Listener): Promise<number> {
    let reached = watermark;
    for await (const rows of this.pagesSince(conversation, watermark)) {
      reached = rows.at(-1)?.seq ?? reached;
      await listener({ activities: rows.map((row) => row.activity), watermark: String(reached) });
    }
    return reached;
  }
}
