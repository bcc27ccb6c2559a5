/** Where a page remembers its conversation. */
import { isRecord, textOf } from './unknown';
import type { Session } from './wire';

export interface SessionKeep {
  read(): Session | undefined;
  write(session: Session): void;
  clear(): void;
}

/** The part of sessionStorage that is used. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Keeps the session as long as the tab lives, under one key. Browsers that forbid storage throw at any of its calls, the
 * getter of `sessionStorage` included: the chat then works without coming back after a reload.
 */
export function makeTabKeep(storage: () => StorageLike, key: string): SessionKeep {
  const attempt = <T>(action: (storage: StorageLike) => T): T | undefined => {
    try {
      return action(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: () => attempt((store) => readSession(JSON.parse(store.getItem(key) ?? 'null'))),
    write: ({ token, conversationId }) => attempt((store) => store.setItem(key, JSON.stringify({ token, conversationId }))),
    clear: () => attempt((store) => store.removeItem(key)),
  };
}

/** Remembers nothing: for a screen that many people use. */
export const noKeep: SessionKeep = { read: () => undefined, write: () => undefined, clear: () => undefined };

function readSession(value: unknown): Session | undefined {
  if (!isRecord(value)) return undefined;
  const [token, conversationId] = [textOf(value.token), textOf(value.conversationId)];
  return token && conversationId ? { token, conversationId } : undefined;
}
