import type { Store } from '../../src/store/sqlite-store';

/** What a contract suite needs of an implementation: a fresh store, its clock, and a restart. */
export interface StoreHarness {
  readonly store: Store;
  /** Sets the store's clock, an ISO instant. */
  setClock(instant: string): void;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

export type MakeHarness = () => Promise<StoreHarness>;
