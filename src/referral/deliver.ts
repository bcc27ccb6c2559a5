/** Brings due mails to their desks: at least once, with the same message id each time. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { PonteError } from '../errors';
import type { Languages } from '../language/speech';
import type { Log } from '../log';
import { composeMail } from './compose-mail';
import type { Mailer } from './mailer';
import type { OutboxItem, ReferralStore } from './referral-store';
import type { Sealer } from './sealing';

export interface DeliveryRooms {
  readonly store: ReferralStore;
  readonly sealer: Sealer;
  readonly mailer: Mailer;
  readonly languages: Languages;
  readonly knowledge: () => KnowledgeBase;
  readonly log: Log;
  readonly now: () => Date;
  readonly from: string;
}

const LEASE_MS = 60_000;
const POLL_MS = 2_000;
const AT_ONCE = 10;
/** Waits after the 1st, 2nd … failure, in minutes; the last repeats for ever, because a referral is never given up silently. */
const WAIT_MINUTES = [0.2, 1, 5, 15, 60];

export class Delivery {
  readonly #rooms: DeliveryRooms;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(rooms: DeliveryRooms) {
    this.#rooms = rooms;
  }

  start(): void {
    this.#timer = setInterval(() => this.poke(), POLL_MS);
    this.poke();
  }

  /** Looks for due mails now: called after each turn that wrote one. */
  poke(): void {
    if (this.#isStopped) return;
    this.#running = this.#running
      .then(() => this.deliverDue())
      .catch((error: unknown) => this.#rooms.log.degraded({ part: 'delivery', error }));
  }

  /** Waits for the mail under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
    this.#rooms.mailer.close();
  }

  /** Delivers what is due, oldest first. */
  async deliverDue(): Promise<void> {
    const { store, now } = this.#rooms;
    const at = now();
    const due = await store.claimDue(at.toISOString(), new Date(at.getTime() + LEASE_MS).toISOString(), AT_ONCE);
    for (const item of due) await this.#deliver(item);
  }

  async #deliver(item: OutboxItem): Promise<void> {
    const { store, log, now } = this.#rooms;
    const { reference, desk } = item.referral;
    const started = now().getTime();
    try {
      await this.#rooms.mailer.send(this.#compose(item));
      await store.markSent(item.id, now().toISOString());
      log.delivered({ reference, desk, ms: now().getTime() - started });
    } catch (error) {
      const minutes = WAIT_MINUTES[Math.min(item.attempt, WAIT_MINUTES.length) - 1] ?? 1;
      await store.markFailed(item.id, new Date(now().getTime() + minutes * 60_000).toISOString());
      log.deliveryFailed({ reference, desk, attempt: item.attempt, error });
    }
  }

  #compose({ referral }: OutboxItem) {
    const { sealer, languages, knowledge, from } = this.#rooms;
    const desk = knowledge()
      .findSite(referral.site)
      ?.site.desks.find((one) => one.id === referral.desk);
    if (!desk) throw new PonteError('MAIL_FAILED', `${referral.site}/${referral.desk}`);
    const packet = sealer.open(referral.reference, referral.sealed);
    return composeMail({ reference: referral.reference, createdAt: referral.createdAt, desk, packet, from }, languages, knowledge());
  }
}
