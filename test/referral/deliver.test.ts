import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SealedReferral } from '../../src/domain/referral';
import { type FaultCode, PonteError } from '../../src/errors';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { readEntryFile } from '../../src/knowledge/read-entry';
import { Languages } from '../../src/language/speech';
import { type Log, silentLog } from '../../src/log';
import { Delivery } from '../../src/referral/deliver';
import type { Mail, Mailer } from '../../src/referral/mailer';
import type { OutboxItem, ReferralStore } from '../../src/referral/referral-store';
import { Sealer } from '../../src/referral/sealing';
import { SMALL_VOCABULARIES } from '../support/sample-entries';
import { packetOf } from './sample-packet';

const START = Date.parse('2026-11-21T10:00:00.000Z');
const SITE = `---
id: demo
kind: site
locale: en
country: EU
areas: [EU]
title: { en: Town }
summary: { en: A town. }
topics: [employment]
sources: [{ title: A source }]
checked: 2026-11-21
reviewBy: 2027-11-21
verified: true
site:
  locales: [en]
  theme: { accent: "#000000", onAccent: "#ffffff" }
  controller: { en: the town }
  desks: [{ id: greece, name: { en: Desk }, areas: [EU], languages: [en], email: greece@desks.example.org }]
---
`;

const languages = new Languages(join(__dirname, '..', '..', 'locales'));
const sealer = new Sealer('ab'.repeat(32));

function siteKnowledge() {
  const read = readEntryFile(SITE, 'sites/demo.md');
  if (!read.ok || read.value.kind !== 'entry') throw new Error(JSON.stringify(read));
  return makeKnowledgeBase([read.value.entry], SMALL_VOCABULARIES, 'digest');
}

/** Due mails in memory, leased as a store leases them. */
class FakeOutbox implements ReferralStore {
  readonly rows: { id: string; referral: SealedReferral; dueAt: string; attempt: number; sentAt?: string }[] = [];

  add(reference: string, changes: Partial<SealedReferral> = {}): void {
    const referral: SealedReferral = {
      reference,
      site: 'demo',
      desk: 'greece',
      locale: 'es',
      createdAt: new Date(START).toISOString(),
      secretHash: 'aa:bb',
      sealed: sealer.seal(reference, packetOf()),
      ...changes,
    };
    this.rows.push({ id: `mail of ${reference}`, referral, dueAt: referral.createdAt, attempt: 0 });
  }

  async claimDue(now: string, leaseUntil: string, limit: number): Promise<readonly OutboxItem[]> {
    const due = this.rows.filter((row) => row.sentAt === undefined && row.dueAt <= now).slice(0, limit);
    return due.map((row) => {
      row.dueAt = leaseUntil;
      row.attempt += 1;
      return { id: row.id, referral: row.referral, attempt: row.attempt };
    });
  }

  async markSent(item: string, at: string): Promise<void> {
    for (const row of this.rows) if (row.id === item) row.sentAt = at;
  }

  async markFailed(item: string, retryAt: string): Promise<void> {
    for (const row of this.rows) if (row.id === item) row.dueAt = retryAt;
  }

  async countPending(): Promise<number> {
    return this.rows.filter((row) => row.sentAt === undefined).length;
  }

  async findStatus(): Promise<undefined> {
    return undefined;
  }
}

class FakeMailer implements Mailer {
  readonly tried: Mail[] = [];
  readonly sent: Mail[] = [];
  isClosed = false;
  /** Throws, or waits, to make a mail fail or take long. */
  onSend: (mail: Mail) => Promise<void> = async () => undefined;

  async send(mail: Mail): Promise<void> {
    this.tried.push(mail);
    await this.onSend(mail);
    this.sent.push(mail);
  }

  close(): void {
    this.isClosed = true;
  }
}

const failing = async (mail: Mail): Promise<never> => {
  throw new PonteError('MAIL_FAILED', mail.messageId);
};

let outbox: FakeOutbox;
let mailer: FakeMailer;
let delivery: Delivery;
let now: number;
let told: string[];

beforeEach(() => {
  outbox = new FakeOutbox();
  mailer = new FakeMailer();
  now = START;
  told = [];
  const knowledge = siteKnowledge();
  const log: Log = {
    ...silentLog,
    delivered: ({ reference, desk }) => void told.push(`${reference} delivered to ${desk}`),
    deliveryFailed: ({ reference, attempt, error }) => void told.push(`${reference} failed at attempt ${attempt}: ${codeOfFault(error)}`),
    degraded: ({ part }) => void told.push(`${part} degraded`),
  };
  delivery = new Delivery({
    store: outbox,
    sealer,
    mailer,
    languages,
    knowledge: () => knowledge,
    log,
    now: () => new Date(now),
    from: 'ponte@town.example',
  });
});
afterEach(() => delivery.stop());

const codeOfFault = (error: unknown): FaultCode | string => (error instanceof PonteError ? error.code : String(error));

describe('Delivering', () => {
  it('brings a due mail to its desk once, with what the enquirer said', async () => {
    outbox.add('PO-22222222');
    await delivery.deliverDue();
    await delivery.deliverDue();
    expect(mailer.sent).toMatchObject([
      {
        messageId: 'PO-22222222.referral@ponte',
        to: { name: 'Desk', address: 'greece@desks.example.org' },
        text: expect.stringContaining('María Núñez'),
      },
    ]);
    expect(outbox.rows[0]?.sentAt).toBe(new Date(START).toISOString());
    expect(told).toEqual(['PO-22222222 delivered to greece']);
  });

  it('tries again after longer and longer waits, for ever, always with the same message id', async () => {
    outbox.add('PO-22222222');
    mailer.onSend = failing;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      await delivery.deliverDue();
      const dueAt = Date.parse(outbox.rows[0]?.dueAt ?? '');
      waits.push((dueAt - now) / 60_000);
      now = dueAt - 1;
      await delivery.deliverDue();
      expect(mailer.tried).toHaveLength(attempt);
      now = dueAt;
    }
    expect(waits).toEqual([0.2, 1, 5, 15, 60, 60, 60, 60]);
    mailer.onSend = async () => undefined;
    await delivery.deliverDue();
    expect(new Set(mailer.tried.map(({ messageId }) => messageId))).toEqual(new Set(['PO-22222222.referral@ponte']));
    expect(mailer.sent).toHaveLength(1);
    expect(await outbox.countPending()).toBe(0);
    expect(told.at(0)).toBe('PO-22222222 failed at attempt 1: MAIL_FAILED');
    expect(told.at(-1)).toBe('PO-22222222 delivered to greece');
  });

  it('lets one mail that fails hold up no other', async () => {
    for (const reference of ['PO-22222222', 'PO-33333333', 'PO-44444444']) outbox.add(reference);
    mailer.onSend = async (mail) => (mail.messageId.startsWith('PO-33333333') ? failing(mail) : undefined);
    await delivery.deliverDue();
    expect(mailer.sent.map(({ messageId }) => messageId.slice(0, 11))).toEqual(['PO-22222222', 'PO-44444444']);
    expect(await outbox.countPending()).toBe(1);
  });

  it('keeps for later a mail whose desk, key or packet is not to be had, and says so', async () => {
    outbox.add('PO-22222222', { desk: 'closed-desk' });
    outbox.add('PO-33333333', { sealed: { ...new Sealer('cd'.repeat(32)).seal('PO-33333333', packetOf()) } });
    outbox.add('PO-44444444', { sealed: sealer.seal('PO-55555555', packetOf()) });
    await delivery.deliverDue();
    expect(told).toEqual([
      'PO-22222222 failed at attempt 1: MAIL_FAILED',
      'PO-33333333 failed at attempt 1: REFERRAL_KEY_MISSING',
      'PO-44444444 failed at attempt 1: STORE_FAILED',
    ]);
    expect([mailer.tried.length, await outbox.countPending()]).toEqual([0, 3]);
  });

  it('sends again, with the same id, a mail that left but could not be marked', async () => {
    outbox.add('PO-22222222');
    const markSent = outbox.markSent.bind(outbox);
    outbox.markSent = () => Promise.reject(new Error('the disk is full'));
    await delivery.deliverDue();
    expect(await outbox.countPending()).toBe(1);
    outbox.markSent = markSent;
    now += 3_600_000;
    await delivery.deliverDue();
    expect(mailer.sent.map(({ messageId }) => messageId)).toEqual(Array(2).fill('PO-22222222.referral@ponte'));
    expect(await outbox.countPending()).toBe(0);
  });

  it('goes on after the store failed', async () => {
    const claimDue = outbox.claimDue.bind(outbox);
    outbox.claimDue = () => Promise.reject(new Error('locked'));
    outbox.add('PO-22222222');
    delivery.poke();
    await until(() => told.length > 0);
    outbox.claimDue = claimDue;
    delivery.poke();
    await until(() => mailer.sent.length > 0);
    expect(told).toEqual(['delivery degraded', 'PO-22222222 delivered to greece']);
  });
});

describe('A delivery that runs', () => {
  it('looks at once when it starts, and when it is poked', async () => {
    outbox.add('PO-22222222');
    delivery.start();
    await until(() => mailer.sent.length === 1);
    outbox.add('PO-33333333');
    delivery.poke();
    await until(() => mailer.sent.length === 2);
    expect(mailer.sent).toHaveLength(2);
  });

  it('never works twice at once, however often it is poked', async () => {
    // More than are taken at once, so that a second worker would find some.
    for (let n = 0; n < 16; n++) outbox.add(`PO-222222${10 + n}`);
    let atOnce = 0;
    let most = 0;
    mailer.onSend = async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await sleep(2);
      atOnce -= 1;
    };
    for (let n = 0; n < 20; n++) delivery.poke();
    await until(() => mailer.sent.length === 16);
    expect([mailer.sent.length, most]).toEqual([16, 1]);
  });

  it('finishes the mail under way when it stops, closes the mailer, and looks no more', async () => {
    outbox.add('PO-22222222');
    let letGo: () => void = () => undefined;
    mailer.onSend = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    delivery.start();
    await until(() => mailer.tried.length === 1);
    const stopped = delivery.stop();
    expect(mailer.isClosed).toBe(false);
    letGo();
    await stopped;
    expect([mailer.sent.length, mailer.isClosed, await outbox.countPending()]).toEqual([1, true, 0]);
    outbox.add('PO-33333333');
    delivery.poke();
    await sleep(20);
    expect(mailer.tried).toHaveLength(1);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !isTrue(); n++) await sleep(5);
}
