import { openStore, type Store } from '../../src/store/sqlite-store';
import { conversationStoreContract } from './conversation-store.contract';
import type { StoreHarness } from './harness';
import { inboxContract } from './inbox.contract';
import { referralStoreContract } from './referral-store.contract';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';
import { transcriptContract } from './transcript.contract';

async function makeHarness(): Promise<StoreHarness> {
  const folder = temporaryFolder();
  let instant = '2026-03-01T10:00:00.000Z';
  const open = () => openStore(folder, () => new Date(instant));
  let store: Store = await open();
  return {
    store,
    setClock: (next) => {
      instant = next;
    },
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    dispose: () => store.close(),
  };
}

afterAll(removeTemporaryFolders);

describe('conversations in SQLite', () => conversationStoreContract(makeHarness));
describe('the inbox in SQLite', () => inboxContract(makeHarness));
describe('the transcript in SQLite', () => transcriptContract(makeHarness));
describe('referrals in SQLite', () => referralStoreContract(makeHarness));
