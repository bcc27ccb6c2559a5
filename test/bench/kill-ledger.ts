/** What people were promised while a server was killed again and again, and whether it was kept. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../src/store/open-sqlite';
import { storeOn } from '../../src/store/sqlite-store';
import { type Heard, isReply } from './enquirer';

/** What one person saw: their own record, kept outside the server. */
export class Ledger {
  /** Id under which a message was taken, by the id its client gave it. */
  readonly acknowledged = new Map<string, string>();
  /** Secrets by reference. */
  readonly shown = new Map<string, string>();
  readonly heard = new Set<string>();
  readonly faults: string[] = [];

  acknowledge(client: string, id: string): void {
    const before = this.acknowledged.get(client);
    if (before !== undefined && before !== id) this.faults.push(`one message got two ids: ${before} and ${id}`);
    this.acknowledged.set(client, id);
  }

  hear(activity: Heard): void {
    if (this.heard.has(activity.id)) this.faults.push(`heard twice: ${activity.id}`);
    this.heard.add(activity.id);
    const reference = activity.channelData?.ponte?.referral;
    const secret = /\b\w{4}-\w{4}-\w{4}\b/.exec(activity.text ?? '')?.[0];
    if (reference !== undefined && secret !== undefined) this.shown.set(reference, secret);
    else if (reference !== undefined) this.faults.push(`a reference without a secret: ${reference}`);
  }
}

/** Acknowledged messages without a reply, by id. */
export function findUnanswered(ledger: Ledger, transcript: readonly Heard[]): readonly string[] {
  const answered = new Set(transcript.filter(isReply).map(({ replyToId }) => replyToId));
  return [...ledger.acknowledged.values()].filter((id) => !answered.has(id));
}

/** Whatever a transcript must not look like, in words for whoever mends it. */
export function findTranscriptFaults(ledger: Ledger, transcript: readonly Heard[]): readonly string[] {
  const faults = [...ledger.faults];
  const place = new Map<string, number>();
  for (const [at, { id }] of transcript.entries()) {
    if (place.has(id)) faults.push(`twice in the transcript: ${id}`);
    place.set(id, at);
  }
  for (const id of ledger.acknowledged.values()) if (!place.has(id)) faults.push(`acknowledged, not in the transcript: ${id}`);
  for (const id of ledger.heard) if (!place.has(id)) faults.push(`heard, not in the transcript: ${id}`);
  const clients = transcript.flatMap(({ channelData }) => channelData?.clientActivityID ?? []);
  if (new Set(clients).size < clients.length) faults.push('one message stands in the transcript under two ids');
  return [...faults, ...findReplyFaults(transcript, place)];
}

/** Replies to a message are numbered r1, r2 …, say different things, and come after it; one welcome answers nothing. */
function findReplyFaults(transcript: readonly Heard[], place: ReadonlyMap<string, number>): readonly string[] {
  const faults: string[] = [];
  for (const [asked, told] of groupReplies(transcript)) {
    const ids = told.map(({ id }) => id);
    const wanted = ids.map((_, n) => `${asked === '' ? ids[0]?.replace(/\.r\d+$/, '') : asked}.r${n + 1}`);
    if (ids.join() !== wanted.join()) faults.push(`replies of another turn: ${ids.join(' ')}`);
    if (new Set(told.map(({ text }) => text)).size < told.length) faults.push(`the same reply twice: ${ids.join(' ')}`);
    if (asked !== '' && (place.get(ids[0] ?? '') ?? -1) < (place.get(asked) ?? Number.POSITIVE_INFINITY))
      faults.push(`answered before it was asked: ${asked}`);
  }
  return faults;
}

function groupReplies(transcript: readonly Heard[]): ReadonlyMap<string, readonly Heard[]> {
  const groups = new Map<string, Heard[]>();
  for (const reply of transcript.filter(isReply)) {
    const asked = reply.replyToId ?? '';
    groups.set(asked, [...(groups.get(asked) ?? []), reply]);
  }
  return groups;
}

export interface StoreFindings {
  readonly mails: number;
  /** Mails that will be sent later: their rows are there. */
  readonly waiting: number;
  readonly faults: readonly string[];
}

/** Looks into the data folder of a server that has stopped. */
export async function inspectStore(data: string, shown: ReadonlySet<string>): Promise<StoreFindings> {
  const files = await openSqlite(data);
  const { inbox, referrals } = storeOn(files, () => new Date());
  const faults: string[] = [];
  const waiting = new Set((await files.core.selectFrom('outbox').select('reference').execute()).map(({ reference }) => reference));
  const hasMail = (reference: string) => existsSync(join(data, 'outbox', `${reference}.referral_ponte.eml`));
  for (const reference of shown) {
    if (!(await referrals.findStatus(reference))) faults.push(`shown and not stored: ${reference}`);
    else if (!hasMail(reference) && !waiting.has(reference)) faults.push(`shown, stored, and no mail: ${reference}`);
  }
  const stored = await files.core.selectFrom('referrals').select('reference').execute();
  for (const { reference } of stored) if (!shown.has(reference)) faults.push(`stored and never shown: ${reference}`);
  for (const { activity } of await inbox.pending()) faults.push(`still in the inbox: ${activity.id}`);
  await files.close();
  return { mails: [...shown].filter(hasMail).length, waiting: waiting.size, faults };
}
