/** How far a command is, for somebody who waits. */
import type { CommandRooms } from './command';

/** Milliseconds from one line to the next; a command that is quicker tells none. */
const PATIENCE = 1_000;

/** To be called after each step; `line` goes to `err`. The last step is told by the result. */
export function tellProgress(
  { err, now }: Pick<CommandRooms, 'err' | 'now'>,
  line: (done: number, all: number) => string,
): (done: number, all: number) => void {
  let told = now().getTime();
  return (done, all) => {
    if (now().getTime() - told < PATIENCE || done === all) return;
    told = now().getTime();
    err.write(`${line(done, all)}\n`);
  };
}
