/** Which passages one question may find: masks that are worked out once and then only read. */
/** In a mask of passages. */
export const FOREIGN = 2;

export class Gate {
  readonly #passages: Uint8Array;
  readonly #entries: { readonly open: Uint8Array; readonly of: Uint32Array } | undefined;

  /** Masks hold 1 for what may be found, and 2 where its entry says nothing in the languages asked; `of` gives the entry of each passage. */
  constructor(passages: Uint8Array, entries?: { readonly open: Uint8Array; readonly of: Uint32Array }) {
    this.#passages = passages;
    this.#entries = entries;
  }

  isOpen(passage: number): boolean {
    if (!this.#passages[passage]) return false;
    return this.#entries === undefined || this.#entries.open[this.#entries.of[passage] ?? -1] === 1;
  }

  /** Only words of other languages can find its entry. */
  isForeign(passage: number): boolean {
    return this.#passages[passage] === FOREIGN;
  }
}
