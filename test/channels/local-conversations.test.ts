import type { Activity, ConversationReference } from 'botbuilder';
import { PonteAdapter } from '../../src/channels/adapter';
import type { ActivitySet } from '../../src/channels/live-transcript';
import { LocalConversations } from '../../src/channels/local-conversations';
import type { ConversationRecord } from '../../src/domain/conversation';
import { makeLog } from '../../src/log';
import { EchoBot } from './support/echo-bot';
import { type Kept, type MemoryStores, memoryStores, nothingKept } from './support/memory-stores';

const RECORD: ConversationRecord = { id: 'conv-a', user: 'dl_a', site: 'demo', createdAt: '2026-03-01T10:00:00.000Z' };
const CANARY = 'canary-of-the-bot';

/** A process with these stores; what `kept` holds outlives it. */
function start(kept: Kept, change: (stores: MemoryStores) => MemoryStores = (stores) => stores) {
  const stores = change(memoryStores(kept));
  const bot = new EchoBot(stores.inbox);
  const lines: string[] = [];
  const log = makeLog('debug', { write: (line) => void lines.push(line) });
  const now = () => new Date('2026-03-01T10:00:00.000Z');
  const local = new LocalConversations({ adapter: new PonteAdapter({}), bot, ...stores, log, now });
  const textsKept = () => (kept.rows.get(RECORD.id) ?? []).map(({ text, name }) => text ?? name);
  const say = (text: string, clientActivityID?: string) =>
    local.accept(RECORD, { type: 'message', text, ...(clientActivityID !== undefined && { channelData: { clientActivityID } }) });
  return { local, bot, stores, textsKept, say, logged: () => lines.join('') };
}

const dies = () => new Promise<never>(() => undefined);

describe('a local conversation', () => {
  let kept: Kept;
  beforeEach(() => {
    kept = nothingKept();
  });

  it('is answered by the next process when this one died before the turn', async () => {
    const first = start(kept);
    first.bot.onTurn = dies;
    await first.say('hello');
    const second = start(kept);
    await second.local.redrive();
    await second.local.whenIdle();
    expect(second.textsKept()).toEqual(['hello', 'echo: hello']);
    expect(second.logged()).toContain('"messages":1');
    const third = start(kept);
    await third.local.redrive();
    await third.local.whenIdle();
    expect(third.bot.heard).toEqual([]);
  });

  it('is shown the replies that were kept, without a second turn, when the process died before showing them', async () => {
    const first = start(kept, (stores) => ({
      ...stores,
      transcript: {
        ...stores.transcript,
        append: (c, activity) => (activity.id.endsWith('.r2') ? dies() : stores.transcript.append(c, activity)),
      },
    }));
    await first.say('twice');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(first.textsKept()).toEqual(['twice', 'echo: twice']);
    const second = start(kept);
    await second.local.redrive();
    await second.local.whenIdle();
    expect(second.textsKept()).toEqual(['twice', 'echo: twice', 'echo: again']);
    expect(second.bot.heard).toEqual([]);
    const [asked, , last] = kept.rows.get(RECORD.id) ?? [];
    expect(last).toMatchObject({ replyToId: asked?.id, from: { id: 'ponte', role: 'bot' }, conversation: { id: RECORD.id } });
  });

  it('gets into the transcript what the process accepted and did not write before it died', async () => {
    const first = start(kept, (stores) => ({ ...stores, transcript: { ...stores.transcript, append: dies } }));
    void first.say('hello');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(first.textsKept()).toEqual([]);
    const second = start(kept);
    await second.local.redrive();
    await second.local.whenIdle();
    expect(second.textsKept()).toEqual(['hello', 'echo: hello']);
  });

  it('loses and doubles nothing wherever the process dies', async () => {
    // Each call of a store is a point at which the process may die: before it works, and after.
    let isWhole = false;
    for (let deadly = 1; !isWhole; deadly += 1) {
      const here = nothingKept();
      let calls = 0;
      let onDeath: (value?: unknown) => void = () => undefined;
      const death = new Promise((resolve) => {
        onDeath = resolve;
      });
      const die = () => {
        onDeath();
        return dies();
      };
      const mortal = <T extends object>(store: T): T =>
        new Proxy(store, {
          get: (target, name) => {
            const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
            return async (...given: unknown[]) => {
              calls += 1;
              if (calls >= deadly) return die();
              const result = await method(...given);
              calls += 1;
              return calls >= deadly ? die() : result;
            };
          },
        });
      const first = start(here, ({ conversations, inbox, transcript }) => ({
        conversations: mortal(conversations),
        inbox: mortal(inbox),
        transcript: mortal(transcript),
      }));
      let isAcknowledged = false;
      void first.local.start({ ...RECORD }).then(async () => {
        await first.say('twice', 'k1');
        isAcknowledged = true;
        await first.local.whenIdle();
        isWhole = calls < deadly;
        onDeath();
      });
      await death;
      // What was on its way to the disk arrives.
      await new Promise((resolve) => setTimeout(resolve, 5));
      const second = start(here);
      await second.local.redrive();
      await second.local.start({ ...RECORD });
      if (!isAcknowledged) await second.say('twice', 'k1');
      await second.local.whenIdle();
      const texts = second.textsKept();
      expect([deadly, ...texts].sort()).toEqual([deadly, 'echo: again', 'echo: twice', 'twice', 'welcome'].sort());
      expect(await second.stores.inbox.pending()).toEqual([]);
    }
  });

  it('keeps a message for the next start when its turn fails altogether, and logs no word of it', async () => {
    const first = start(kept);
    first.bot.onTurn = () => {
      throw new RangeError(CANARY);
    };
    await first.say('hello');
    await first.local.whenIdle();
    expect(first.textsKept()).toEqual(['hello']);
    expect(first.logged()).toContain('"fault"');
    expect(first.logged()).toContain('RangeError');
    expect(first.logged()).not.toContain(CANARY);
    first.bot.onTurn = () => undefined;
    await first.say('next');
    await first.local.whenIdle();
    expect(first.textsKept()).toEqual(['hello', 'next', 'echo: next']);
    const second = start(kept);
    await second.local.redrive();
    await second.local.whenIdle();
    expect(second.textsKept()).toEqual(['hello', 'next', 'echo: next', 'echo: hello']);
  });

  it('runs the turn of an accepted message even when its echo cannot be written at first', async () => {
    let isSick = true;
    const { say, local, textsKept } = start(kept, (stores) => ({
      ...stores,
      transcript: {
        ...stores.transcript,
        async append(conversation, activity) {
          if (!isSick) return stores.transcript.append(conversation, activity);
          isSick = false;
          throw new Error('disk full');
        },
      },
    }));
    await expect(say('hello', 'k1')).rejects.toThrow('disk full');
    await local.whenIdle();
    expect(textsKept()).toEqual(['hello', 'echo: hello']);
  });

  it('answers only messages that the client has seen', async () => {
    const { local, bot } = start(kept);
    await local.start({ ...RECORD });
    await local.whenIdle();
    let reference: Partial<ConversationReference> = {};
    bot.onTurn = async (context) => {
      reference = { ...referenceOf(context.activity), activityId: context.activity.id ?? '' };
      await context.sendActivity({ type: 'message', text: 'elsewhere', replyToId: 'conv-b|0000001' });
    };
    const id = await local.accept(RECORD, { type: 'message', text: 'hello' });
    await local.whenIdle();
    await local.continueConversation(reference, async (context) => void (await context.sendActivity('by the way')));
    const rows = (kept.rows.get(RECORD.id) ?? []).map(({ text, replyToId }) => [text, replyToId]);
    expect(rows).toEqual([
      ['welcome', undefined],
      ['hello', undefined],
      ['elsewhere', id],
      ['echo: hello', id],
      ['by the way', undefined],
    ]);
  });

  it('is continued by the bot after the turn under way, not during it', async () => {
    const { local, bot, say, textsKept } = start(kept);
    bot.onTurn = () => new Promise((resolve) => setTimeout(resolve, 30));
    await say('hello');
    const reference = { serviceUrl: 'urn:ponte:local', channelId: 'directline', conversation: { id: RECORD.id } } as ConversationReference;
    await local.continueConversation(reference, async (context) => void (await context.sendActivity('reminder')));
    expect(textsKept()).toEqual(['hello', 'echo: hello', 'reminder']);
  });

  it('tells a listener that comes in the middle everything once', async () => {
    const { local, say } = start(kept);
    const seen: string[] = [];
    const listener = (set: ActivitySet) => void seen.push(...set.activities.map(({ id }) => id));
    const saying = Promise.all(Array.from({ length: 20 }, (_, n) => say(`m${n}`)));
    const stop = await local.listen(RECORD.id, 0, listener);
    await saying;
    await local.whenIdle();
    stop();
    await say('unheard');
    await local.whenIdle();
    const rows = kept.rows.get(RECORD.id) ?? [];
    expect(seen).toEqual(rows.slice(0, 40).map(({ id }) => id));
  });

  it('shows a reply once, however often it is delivered', async () => {
    const { local } = start(kept);
    const seen: unknown[] = [];
    await local.listen(RECORD.id, 0, (set) => void seen.push(...set.activities.map(({ text }) => text)));
    for (const text of ['first', 'again']) await local.deliver(RECORD.id, { type: 'message', id: 'r1', text });
    expect(seen).toEqual(['first']);
  });

  it('keeps an id the bot gave, and gives one to what has none', async () => {
    const { local, bot, say } = start(kept);
    bot.onTurn = async (context) => void (await context.sendActivities([{ type: 'message', text: 'nameless' }]));
    const id = await say('hello');
    await local.whenIdle();
    const ids = (kept.rows.get(RECORD.id) ?? []).map((row) => row.id);
    expect(ids[2]).toBe(`${id}.r1`);
    expect(ids[1]).toMatch(/^conv-a\|[\da-f-]{36}$/);
  });
});

const referenceOf = ({ serviceUrl, channelId, conversation, from, recipient }: Activity) =>
  ({ serviceUrl, channelId, conversation, user: from, bot: recipient }) as ConversationReference;
