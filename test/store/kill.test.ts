import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openSqlite } from '../../src/store/open-sqlite';
import { storeOn } from '../../src/store/sqlite-store';
import { killChildren, startChild } from './children/child';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const ROUNDS = 5;
const SCRIPT = require.resolve('./children/commit-referrals.ts');

afterEach(killChildren);
afterAll(removeTemporaryFolders);

/** Lets a process commit for a random time, kills it, and gives the references it acknowledged. */
async function commitUntilKilled(folder: string, round: number): Promise<readonly string[]> {
  const child = startChild(SCRIPT, folder, String(round));
  await child.printed(1);
  await pause(randomInt(400));
  child.process.kill('SIGKILL');
  await child.ended;
  return child.lines();
}

it('keeps every acknowledged referral with its mail, and no half turn, when the process is killed', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) acknowledged.push(...(await commitUntilKilled(folder, round)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);

  const files = await openSqlite(folder);
  const { conversations, referrals } = storeOn(files, () => new Date());
  const mails = await referrals.claimDue('2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z', 1_000_000);
  const mailed = new Set(mails.map((mail) => mail.referral.reference));
  const lost: string[] = [];
  for (const reference of acknowledged) if (!mailed.has(reference) || !(await referrals.findStatus(reference))) lost.push(reference);
  expect(lost).toEqual([]);

  // A turn of this script is one version and one referral: a half-written one would make the two differ.
  let versions = 0;
  for (let round = 1; round <= ROUNDS; round += 1) versions += (await conversations.findState(`round-${round}`))?.version ?? 0;
  expect(mails).toHaveLength(versions);
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(files.core);
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
  await files.close();
}, 60_000);
