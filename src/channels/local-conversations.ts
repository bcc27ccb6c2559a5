/**
 * The durable way of a message, for every channel that runs in this process:
 *
 *   accept (inbox) → transcript → echo to listeners → [answer the client] → turn → replies (transcript, listeners) → delivered
 *
 * What the inbox accepted is answered, if need be after the next start; a message and a reply appear once in the transcript,
 * because their ids are given before they are written.
 */
import { randomUUID } from 'node:crypto';
import type { Activity, ConversationReference, ResourceResponse, TurnContext } from 'botbuilder';
import type { ConversationRecord, ConversationStore, Inbox, InboxItem, StoredActivity, Transcript } from '../domain/conversation';
import type { Log } from '../log';
import { type ClientActivity, isPassing } from './activity-gate';
import { findKeptId, type PonteAdapter } from './adapter';
import type { BotLogic } from './bot-logic';
import { type Listener, LiveTranscript } from './live-transcript';
import { arrival, isShown, localActivity, localReply, turnActivity } from './local-activity';
import { isLocal, type OutboundSink } from './local-connector';
import { TurnQueue } from './turn-queue';

export interface LocalRooms {
  readonly adapter: PonteAdapter;
  readonly bot: BotLogic;
  readonly conversations: ConversationStore;
  readonly inbox: Inbox;
  readonly transcript: Transcript;
  readonly log: Log;
  readonly now: () => Date;
}

/** One arrival a conversation, however often its start is asked for. */
const ARRIVAL = 'ponte:arrival';

export class LocalConversations implements OutboundSink {
  readonly #rooms: LocalRooms;
  readonly #live: LiveTranscript;
  readonly #turns = new TurnQueue();
  /** What is being answered now, by conversation. */
  readonly #answering = new Map<string, StoredActivity>();

  /** Becomes the adapter's sink. */
  constructor(rooms: LocalRooms) {
    this.#rooms = rooms;
    this.#live = new LiveTranscript(rooms.transcript);
    rooms.adapter.attach(this);
  }

  findConversation(id: string): Promise<ConversationRecord | undefined> {
    return this.#rooms.conversations.findConversation(id);
  }

  /** Starts the conversation unless it is there; the bot is told once. */
  start(wanted: Omit<ConversationRecord, 'createdAt'>): Promise<{ isNew: boolean }> {
    return this.#live.inOrder(wanted.id, async () => {
      const found = await this.findConversation(wanted.id);
      const record = found ?? { ...wanted, createdAt: this.#timestamp() };
      if (found === undefined) await this.#rooms.conversations.createConversation(record);
      // Asked again even when the conversation is there: a kill may have come between the two writes.
      const { activity, isDuplicate } = await this.#rooms.inbox.accept(record.id, arrival(record, this.#timestamp()), ARRIVAL);
      if (!isDuplicate) this.#queue({ conversation: record.id, activity, attempts: 0 }, true);
      return { isNew: found === undefined };
    });
  }

  /** Takes a message for good and gives its id; the turn follows by itself. A repeated message gives the first one's id. */
  async accept(record: ConversationRecord, given: ClientActivity): Promise<string> {
    if (isPassing(given)) return transientId(record.id);
    return this.#live.inOrder(record.id, async () => {
      const draft = localActivity(record, given, this.#timestamp());
      const { activity, isDuplicate } = await this.#rooms.inbox.accept(record.id, draft, given.channelData?.clientActivityID);
      if (isDuplicate) return activity.id;
      let isWritten = false;
      try {
        await this.#live.append(record.id, activity);
        isWritten = true;
      } finally {
        // Accepted is accepted: the turn runs even when the echo could not be written, and tries to write it first.
        this.#queue({ conversation: record.id, activity, attempts: 0 }, isWritten);
      }
      return activity.id;
    });
  }

  /** What the bot says, once per id. Typing is shown and not kept. */
  async deliver(conversation: string, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = findKeptId(activity) ?? transientId(conversation);
    const reply = localReply({ timestamp: this.#rooms.now(), ...activity }, id, conversation, this.#answering.get(conversation));
    if (reply.type === 'typing') this.#live.show(conversation, { activities: [reply] });
    else await this.#live.inOrder(conversation, () => this.#live.append(conversation, reply));
    return { id };
  }

  /** A turn that the bot begins, after those under way in that conversation. */
  continueConversation(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const turn = () => this.#rooms.adapter.continueConversation(reference, logic);
    return isLocal(reference.serviceUrl) ? this.#turns.run(reference.conversation?.id ?? '', turn) : turn();
  }

  /** Everything after a watermark, with the new watermark. */
  async readSince(conversation: string, watermark: number): Promise<{ activities: StoredActivity[]; watermark: number }> {
    const found = { activities: [] as StoredActivity[], watermark };
    for await (const rows of this.#live.pagesSince(conversation, watermark))
      for (const { seq, activity } of rows) {
        found.activities.push(activity);
        found.watermark = seq;
      }
    return found;
  }

  /** Gives the listener everything after the watermark, then what comes: no gap, nothing twice. The result ends it. */
  listen(conversation: string, watermark: number, listener: Listener): Promise<() => void> {
    return this.#live.listen(conversation, watermark, listener);
  }

  /** At start, before anything new is accepted: what was accepted and not answered is shown; its answers follow. */
  async redrive(): Promise<void> {
    const pending = await this.#rooms.inbox.pending();
    for (const item of pending) {
      const isWritten = await this.#write(item).then(
        () => true,
        () => false,
      );
      this.#queue(item, isWritten);
    }
    if (pending.length > 0) this.#rooms.log.redriven({ messages: pending.length });
  }

  /** Resolves when no turn runs or waits: of one conversation, or of all. */
  whenIdle(conversation?: string): Promise<void> {
    return this.#turns.whenIdle(conversation);
  }

  async #write({ conversation, activity }: InboxItem): Promise<void> {
    if (isShown(activity)) await this.#live.inOrder(conversation, () => this.#live.append(conversation, activity));
  }

  #queue(item: InboxItem, isWritten: boolean): void {
    this.#turns
      .run(item.conversation, async () => {
        if (!isWritten) await this.#write(item);
        await this.#answer(item);
      })
      // The item stays in the inbox for the next start. The bot has apologised already, if it could.
      .catch((error: unknown) => this.#rooms.log.fault({ number: randomUUID(), where: 'turn of a local conversation', error }));
  }

  async #answer({ conversation, activity, replies }: InboxItem): Promise<void> {
    const { adapter, bot, inbox } = this.#rooms;
    this.#answering.set(conversation, activity);
    try {
      if (replies === undefined) await adapter.runLocal(turnActivity(activity), (context) => bot.run(context));
      else for (const reply of replies) await this.deliver(conversation, reply as unknown as Partial<Activity>);
    } finally {
      this.#answering.delete(conversation);
    }
    await inbox.markDelivered(conversation, activity.id);
  }

  #timestamp(): string {
    return this.#rooms.now().toISOString();
  }
}

/** For what is not kept, or was given no id by the bot. */
const transientId = (conversation: string): string => `${conversation}|${randomUUID()}`;
