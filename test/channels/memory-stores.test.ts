import type { StoreHarness } from '../store/harness';
import { inboxContract } from '../store/inbox.contract';
import { transcriptContract } from '../store/transcript.contract';
import { memoryStores, nothingKept } from './support/memory-stores';

/** The fakes of these tests keep the promises that the real stores keep. */
async function memoryHarness(): Promise<StoreHarness> {
  const kept = nothingKept();
  const open = () => memoryStores(kept) as unknown as StoreHarness['store'];
  return { store: open(), setClock: () => undefined, reopen: async () => open(), dispose: async () => undefined };
}

describe('the inbox of these tests', () => inboxContract(memoryHarness));
describe('the transcript of these tests', () => transcriptContract(memoryHarness));
