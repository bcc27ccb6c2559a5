/**
 * A language model behind an OpenAI-compatible `/chat/completions`. It is asked at one address, the one the operator gives: a redirect
 * is a failure, and Node's `fetch` knows of no proxy unless the operator tells Node to use one (NODE_USE_ENV_PROXY).
 */
import { z } from 'zod';
import { codeOf, PonteError } from '../errors';
import type { LanguageModel, ModelMessage } from './language-model';

export interface ModelSettings {
  /** Up to and including the version, such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly name: string;
  readonly key?: string | undefined;
  /** Milliseconds for the whole answer. */
  readonly timeoutMs?: number;
}

/** A person waits for it; the answer without it is there already. */
const TIMEOUT_MS = 8_000;
/** Three sentences with everything around them are under two thousand. Bytes. */
const LARGEST_BODY = 64 * 1024;
/** Three sentences in a language that models cut small, such as Greek. */
const MOST_TOKENS = 500;

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

export function openModelEndpoint({ url, name, key, timeoutMs = TIMEOUT_MS }: ModelSettings): LanguageModel {
  const address = completionsAt(url);
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  return {
    complete: async (messages: readonly ModelMessage[]) => {
      const body = JSON.stringify({ model: name, messages, temperature: 0, max_tokens: MOST_TOKENS, stream: false });
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        return await readAnswer(await fetch(address, { method: 'POST', headers, body, redirect: 'error', signal }));
      } catch (cause) {
        if (cause instanceof PonteError) throw cause;
        throw new PonteError('MODEL_FAILED', isTimeout(cause) ? 'too late' : 'no answer', { cause });
      }
    },
  };
}

function completionsAt(url: string): string {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/chat/completions`;
  return address.href;
}

async function readAnswer(response: Response): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new PonteError('MODEL_FAILED', `status ${response.status}`);
  }
  const parsed = Completion.safeParse(parseJson(await readBounded(response)));
  const [first] = parsed.data?.choices ?? [];
  if (!first) throw new PonteError('MODEL_FAILED', 'not a completion');
  return first.message.content;
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > LARGEST_BODY) throw new PonteError('MODEL_FAILED', 'too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By name and code: `instanceof` is false for Node's own errors inside jest. */
const isTimeout = (error: unknown): boolean =>
  (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError') || codeOf(error) === 'ABORT_ERR';
