/** The fault of what must not succeed. */
import { PonteError } from '../../src/errors';

/** Anything else that is thrown goes on. */
export function faultOf(act: () => unknown): PonteError {
  try {
    act();
  } catch (error) {
    if (error instanceof PonteError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
