/** The embedded store, put together. */
import type { Kysely } from 'kysely';
import type { ConversationStore, Inbox, Transcript } from '../domain/conversation';
import type { ReferralStore } from '../referral/referral-store';
import { SqlConversations } from './conversations';
import { SqlInbox } from './inbox';
import { openSqlite, type SqliteFiles } from './open-sqlite';
import { SqlReferrals } from './referrals';
import { storing } from './store-failure';
import type { ProbesTable } from './tables';
import { SqlTranscript } from './transcript';

export interface Store {
  readonly conversations: ConversationStore;
  readonly inbox: Inbox;
  readonly transcript: Transcript;
  readonly referrals: ReferralStore;
  /** Writes a row to each file, for readiness. Throws STORE_FAILED when one takes no writes. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the data folder, making what is missing. Throws DATA_NEWER or STORE_FAILED. `now` dates the last message of conversations. */
export async function openStore(folder: string, now: () => Date = () => new Date()): Promise<Store> {
  return storeOn(await openSqlite(folder), now);
}

export function storeOn(files: SqliteFiles, now: () => Date): Store {
  const { core, transcript: log } = files;
  const transcript = new SqlTranscript(log);
  return {
    conversations: new SqlConversations(core, transcript, now),
    inbox: new SqlInbox(core, now),
    transcript,
    referrals: new SqlReferrals(core),
    probe: () =>
      storing('probe', async () => {
        await writeProbe(core, now());
        await writeProbe(log, now());
      }),
    close: () => storing('close', files.close),
  };
}

async function writeProbe<Tables extends { probes: ProbesTable }>(db: Kysely<Tables>, at: Date): Promise<void> {
  const probes = db as unknown as Kysely<{ probes: ProbesTable }>;
  const row = { id: 1, at: at.toISOString() };
  await probes
    .insertInto('probes')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: row.at }))
    .execute();
}
