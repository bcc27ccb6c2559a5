/** The rooms of a command under test, and what it said. */
import { PassThrough } from 'node:stream';
import type { CommandRooms } from '../../src/staff/command';

export function rooms(given: Pick<CommandRooms, 'folder' | 'dataFolder'> & Partial<CommandRooms>) {
  const out = new PassThrough();
  const err = new PassThrough();
  const said = (stream: PassThrough) => String(stream.read() ?? '');
  return {
    rooms: { now: () => new Date('2026-11-22T10:00:00Z'), isTerminal: false, ...given, out, err } satisfies CommandRooms,
    out: () => said(out),
    err: () => said(err),
  };
}
