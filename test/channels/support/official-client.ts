/** Microsoft's own client, unchanged, with the two browser objects it looks for. */
import { WebSocket } from 'ws';
import { XhrShim } from './xhr-shim';

Object.assign(globalThis, { WebSocket, XMLHttpRequest: XhrShim });

// Required after the globals are there: the client looks for them when it is loaded.
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs') as typeof import('botframework-directlinejs');

export { ConnectionStatus };

export interface OfficialClient {
  readonly texts: string[];
  /** `clientActivityID` of every activity heard. */
  readonly clientIds: unknown[];
  readonly line: InstanceType<typeof DirectLine>;
  say(text: string, clientActivityID?: string): Promise<string>;
  /** Resolves when the texts so far satisfy the test; fails after `ms`. */
  until(isEnough: (texts: readonly string[]) => boolean, ms?: number): Promise<void>;
  end(): void;
}

export type ClientOptions = ConstructorParameters<typeof DirectLine>[0];

export function openOfficialClient(options: ClientOptions): OfficialClient {
  const line = new DirectLine({ pollingInterval: 200, timeout: 5_000, ...options });
  const texts: string[] = [];
  const clientIds: unknown[] = [];
  const watchers = new Set<() => void>();
  const hear = (activity: { type: string; text?: string; channelData?: { clientActivityID?: unknown } }) => {
    if (activity.type === 'message') texts.push(activity.text ?? '');
    clientIds.push(activity.channelData?.clientActivityID);
    for (const look of watchers) look();
  };
  // Its end and its refusals come as errors; tests look at connectionStatus$.
  const subscription = line.activity$.subscribe(hear as never, () => undefined);
  return {
    line,
    texts,
    clientIds,
    say: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        const activity = { type: 'message' as const, from: { id: 'somebody else' }, text, channelData: { clientActivityID } };
        line.postActivity(activity).subscribe(resolve, reject);
      }),
    until: (isEnough, ms = 10_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`heard only: ${texts.join(' | ')}`)), ms);
        const look = () => {
          if (!isEnough(texts)) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    end() {
      subscription.unsubscribe();
      line.end();
    },
  };
}
