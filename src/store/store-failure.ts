import { PonteError } from '../errors';

/**
 * Runs one operation of the store: whatever fails underneath (full disk, read-only, damaged file) reaches the caller as
 * STORE_FAILED with its cause. `where` is the operation, not an id: conversations appear in the log only masked.
 */
export async function storing<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof PonteError ? cause : new PonteError('STORE_FAILED', where, { cause });
  }
}
