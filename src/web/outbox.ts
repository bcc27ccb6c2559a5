/** What the enquirer sends, in order, until the server has taken it. */
import { backoffDelay } from './backoff';
import { type After, type Cancel, nothing } from './clock';
import { WireFault } from './wire';

/** `slowed`: the server asks to wait; it goes out by itself. */
export type Delivery = 'sending' | 'slowed' | 'sent' | 'failed';

/** A message under way. `id` is its `clientActivityID`: the server takes the same id once, so sending it again is safe. */
interface Letter {
  readonly id: string;
  readonly activity: object;
  tries: number;
}

export interface OutboxParts {
  /** Resolves when the server has taken the activity; rejects with WireFault. */
  readonly post: (activity: object) => Promise<void>;
  readonly after: After;
  readonly random: () => number;
  readonly onDelivery: (id: string, delivery: Delivery) => void;
}

/** Tries of one message before the enquirer is asked. */
const MOST_TRIES = 4;

export class Outbox {
  private readonly parts: OutboxParts;
  private queue: Letter[] = [];
  private readonly failed = new Map<string, Letter>();
  private isOpen = false;
  private isPosting = false;
  private cancelNext: Cancel = nothing;

  constructor(parts: OutboxParts) {
    this.parts = parts;
  }

  /** Whether messages go out; while it is shut they wait. */
  setOpen(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (!isOpen) return;
    this.cancelNext();
    void this.pump();
  }

  /** Queues a text; `id` is new and names it when its delivery is told. */
  send(id: string, text: string, locale: string): void {
    const activity = { type: 'message', text, textFormat: 'plain', locale, from: { role: 'user' }, channelData: { clientActivityID: id } };
    this.enqueue({ id, activity, tries: 0 });
  }

  /** Sends a failed message again, under its old id. */
  retry(id: string): void {
    const letter = this.failed.get(id);
    if (!letter) return;
    this.failed.delete(id);
    letter.tries = 0;
    this.enqueue(letter);
  }

  /** The server showed the message: it is there, whatever became of the answer to the post. True if it was ours. */
  acknowledge(id: string): boolean {
    const letter = this.queue.find((one) => one.id === id) ?? this.failed.get(id);
    if (letter) this.settle(letter, 'sent');
    return letter !== undefined;
  }

  private enqueue(letter: Letter): void {
    this.queue.push(letter);
    this.parts.onDelivery(letter.id, 'sending');
    void this.pump();
  }

  private async pump(): Promise<void> {
    const letter = this.queue[0];
    if (!letter || !this.isOpen || this.isPosting) return;
    this.isPosting = true;
    try {
      await this.parts.post(letter.activity);
      this.settle(letter, 'sent');
    } catch (fault) {
      this.giveBack(letter, fault);
    }
    this.isPosting = false;
    if (this.queue[0] !== letter) void this.pump();
  }

  private giveBack(letter: Letter, fault: unknown): void {
    if (!this.queue.includes(letter)) return;
    letter.tries += 1;
    const isPace = fault instanceof WireFault && fault.isPace;
    const isPassing = !(fault instanceof WireFault) || fault.isPassing;
    if (!isPassing || (letter.tries >= MOST_TRIES && !isPace)) {
      this.settle(letter, 'failed');
      this.failed.set(letter.id, letter);
      return;
    }
    if (isPace) this.parts.onDelivery(letter.id, 'slowed');
    const wait = Math.max(isPace ? fault.retryAfter * 1000 : 0, backoffDelay(letter.tries, this.parts.random()));
    this.cancelNext = this.parts.after(wait, () => void this.pump());
  }

  /** Once told, `sent` is not taken back. */
  private settle(letter: Letter, delivery: Delivery): void {
    const isOpenCase = this.queue.includes(letter) || this.failed.has(letter.id);
    this.queue = this.queue.filter((one) => one !== letter);
    this.failed.delete(letter.id);
    if (isOpenCase) this.parts.onDelivery(letter.id, delivery);
  }
}
