/** What the embedding page's loader and the chat inside its frame tell each other. */
import { isRecord, textOf } from './unknown';

/** From the loader: `opened` when the person opens the chat, `ask` with a question the host page offers. */
export type LoaderMessage = { readonly ponte: 'opened' } | { readonly ponte: 'ask'; readonly question: string };
/** From the chat: `ready` when it listens, `close` when the person wants it away. */
export type ChatMessage = { readonly ponte: 'ready' } | { readonly ponte: 'close' };

export function readLoaderMessage(data: unknown): LoaderMessage | undefined {
  if (!isRecord(data)) return undefined;
  if (data.ponte === 'opened') return { ponte: 'opened' };
  const question = data.ponte === 'ask' ? textOf(data.question)?.trim() : undefined;
  return question ? { ponte: 'ask', question } : undefined;
}

export function readChatMessage(data: unknown): ChatMessage | undefined {
  if (!isRecord(data)) return undefined;
  return data.ponte === 'ready' || data.ponte === 'close' ? { ponte: data.ponte } : undefined;
}

/**
 * The origin the chat talks with, or undefined when the page that embeds it may not: `claimed` is what the loader says,
 * `own` the chat's origin, `allowed` the site's list.
 */
export function hostOrigin(claimed: string | null, own: string, allowed: readonly string[]): string | undefined {
  if (!claimed) return undefined;
  try {
    const { origin } = new URL(claimed);
    return origin === own || allowed.includes(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}
