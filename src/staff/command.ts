/** What every command of `npm run ponte -- …` gets, and gives back. */
import type { Writable } from 'node:stream';

export interface CommandRooms {
  /** The knowledge folder. */
  readonly folder: string;
  /** Where Ponte keeps what is its own: imports to undo, histories of links. */
  readonly dataFolder: string;
  /** Results; nothing else. */
  readonly out: Writable;
  /** Progress and complaints. */
  readonly err: Writable;
  readonly now: () => Date;
  /** Is somebody there to answer and to see colours? */
  readonly isTerminal: boolean;
}

export interface Command {
  readonly name: string;
  /** Lines of `ponte help`. */
  readonly usage: readonly string[];
  /** Exit code: 0 done, 1 findings or refused, 64 wrong use (sysexits.h EX_USAGE). Throws PonteError for what it cannot mend. */
  run(args: readonly string[], rooms: CommandRooms): Promise<number>;
}

/** Exit code of wrong use (sysexits.h). */
export const EX_USAGE = 64;
