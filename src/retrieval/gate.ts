/** Which passages one question may find: masks that are worked out once and then only read. */
export class Gate {
  readonly #passages: Uint8Array;
  readonly #entries: { readonly open: Uint8Array; readonly of: Uint32Array } | undefined;

  /** Masks hold 1 for what may be found; `of` gives the entry of each passage. */
  constructor(passages: Uint8Array, entries?: { readonly open: Uint8Array; readonly of: Uint32Array }) {
    this.#passages = passages;
    this.#entries = entries;
  }

  isOpen(passage: number): boolean {
    if (this.#passages[passage] !== 1) return false;
    return this.#entries === undefined || this.#entries.open[this.#entries.of[passage] ?? -1] === 1;
  }
}
