/** Commits turns with a referral each, as fast as it can, and prints a reference once it is stored. Until it is killed. */
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/sqlite-store';
import { referralOf, turnOf } from '../samples';

const [folder = '', round = '0'] = process.argv.slice(2);

async function commitReferrals(): Promise<void> {
  const { conversations } = await openStore(folder);
  const conversation = `round-${round}`;
  for (let version = 0; ; version += 1) {
    const referral = referralOf(Number(round) * 1_000_000 + version);
    await conversations.commitTurn(turnOf(conversation, version, { referrals: [referral] }));
    // Written at once and whole: what the parent reads was acknowledged.
    writeSync(1, `${referral.reference}\n`);
  }
}

void commitReferrals();
