/** An enquirer who talks through Microsoft's own client. */
import { type OfficialClient, openOfficialClient } from '../../channels/support/official-client';
import { isFromBot, type Reply } from './replies';

export interface Line {
  readonly url: string;
  readonly webSocket: boolean;
  readonly locale: string;
}

/** What a page keeps to come back. */
export interface Kept {
  readonly token: string;
  readonly conversationId: string;
}

const HEARS_WITHIN_MS = 20_000;

export class OfficialEnquirer {
  /** Everything heard, own messages too, in the order it came. */
  readonly heard: Reply[] = [];
  readonly #client: OfficialClient;
  readonly #token: string;
  readonly #watchers = new Set<() => void>();

  /** Comes back to a conversation that was kept, or begins a new one. */
  static async open({ url, webSocket, locale }: Line, kept?: Kept): Promise<OfficialEnquirer> {
    const token = kept?.token ?? (await newToken(url, locale));
    const options = { domain: `${url}/v3/directline`, webSocket, token, conversationStartProperties: { locale } };
    return new OfficialEnquirer(openOfficialClient({ ...options, ...(kept && { conversationId: kept.conversationId }) }), token);
  }

  private constructor(client: OfficialClient, token: string) {
    this.#client = client;
    this.#token = token;
    const hear = (activity: unknown) => {
      this.heard.push(activity as Reply);
      for (const look of this.#watchers) look();
    };
    client.line.activity$.subscribe(hear as never, () => undefined);
  }

  get kept(): Kept {
    return { token: this.#token, conversationId: (this.#client.line as unknown as { conversationId: string }).conversationId };
  }

  greeting(): Promise<Reply> {
    return this.until(isFromBot);
  }

  /** Resolves with the id the server gave; the answer comes later. */
  post(text: string, clientActivityID?: string): Promise<string> {
    return this.#client.say(text, clientActivityID);
  }

  /** Says something and gives the first reply to it. */
  async ask(text: string): Promise<Reply> {
    const asked = await this.post(text);
    return this.until(({ replyToId }) => replyToId === asked);
  }

  /** Resolves when something like this was heard; fails with what was heard instead. */
  until(isIt: (reply: Reply) => boolean): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`heard only: ${this.heard.map(({ text }) => text).join(' | ')}`));
      }, HEARS_WITHIN_MS);
      const look = () => {
        const found = this.heard.find(isIt);
        if (!found) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  end(): void {
    this.#client.end();
  }
}

async function newToken(url: string, locale: string): Promise<string> {
  const answer = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site: 'demo', locale }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`no token was given: ${answer.status}`);
  return token;
}
