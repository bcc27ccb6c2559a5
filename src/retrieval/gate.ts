/** Which passages one question may find: masks that are worked out once and then only read. */
/** In a mask of passages. */
export const FOREIGN = 2;

/** Entries in scope: a mask by entry, and the entry of each passage. */
interface OpenEntries {
  readonly open: Uint8Array;
  readonly of: Uint32Array;
}

export class Gate {
  readonly #passages: Uint8Array;
  readonly #entries: OpenEntries | undefined;

  /** Masks hold 1 for what may be found, and 2 where its entry says nothing in the languages asked. */
  constructor(passages: Uint8Array, entries?: OpenEntries) {
    this.#passages = passages;
    this.#entries = entries;
  }

  /** For loops over all passages, which cannot ask for each. */
  get masks(): { readonly passages: Uint8Array; readonly entries: OpenEntries | undefined } {
    return { passages: this.#passages, entries: this.#entries };
  }

  isOpen(passage: number): boolean {
    if (!this.#passages[passage]) return false;
    return this.#entries === undefined || this.#entries.open[this.#entries.of[passage] ?? -1] === 1;
  }
}
