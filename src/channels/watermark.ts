/** Where a client stopped reading: the number of the last activity it saw. Empty, absent and `-` mean from the beginning. */
import { HttpRefusal } from './http-refusal';

/** Refuses with 400. */
export function readWatermark(given: string | null): number {
  if (given === null || given === '' || given === '-') return 0;
  // 15 digits stay exact in a number.
  if (!/^\d{1,15}$/.test(given)) throw new HttpRefusal('BadWatermark');
  return Number(given);
}
