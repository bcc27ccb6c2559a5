/** The stores of local conversations as plain objects. `Kept` is what a disk would hold: new stores on it are a restart. */
import type {
  ConversationRecord,
  ConversationStore,
  Inbox,
  InboxItem,
  StoredActivity,
  StoredState,
  Transcript,
} from '../../../src/domain/conversation';
import { PonteError } from '../../../src/errors';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Item = Mutable<InboxItem> & { isDelivered: boolean; clientId?: string };

export interface Kept {
  readonly records: Map<string, ConversationRecord>;
  readonly states: Map<string, StoredState>;
  readonly items: Item[];
  readonly rows: Map<string, StoredActivity[]>;
}

export const nothingKept = (): Kept => ({ records: new Map(), states: new Map(), items: [], rows: new Map() });

export interface MemoryStores {
  readonly conversations: ConversationStore;
  readonly inbox: Inbox;
  readonly transcript: Transcript;
}

/** Each call gives way once before it works, as a real store does. */
const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));

export function memoryStores(kept: Kept): MemoryStores {
  return { conversations: memoryConversations(kept), inbox: memoryInbox(kept), transcript: memoryTranscript(kept) };
}

function memoryConversations({ records, states, items }: Kept): ConversationStore {
  return {
    async createConversation(record) {
      await giveWay();
      if (!records.has(record.id)) records.set(record.id, record);
    },
    async findConversation(id) {
      await giveWay();
      return records.get(id);
    },
    async findState(conversation) {
      await giveWay();
      return states.get(conversation);
    },
    async commitTurn({ conversation, state, fromVersion, answers }) {
      await giveWay();
      if ((states.get(conversation)?.version ?? 0) !== fromVersion) throw new PonteError('STATE_CONFLICT', 'memory');
      states.set(conversation, { state, version: fromVersion + 1 });
      const item = items.find((one) => one.conversation === conversation && one.activity.id === answers?.activity);
      if (item && answers) item.replies = answers.replies;
    },
    async eraseConversationsBefore() {
      return [];
    },
  };
}

function memoryInbox({ items }: Kept): Inbox {
  const find = (conversation: string, id: string) =>
    items.find((one) => one.conversation === conversation && one.activity.id === id && !one.isDelivered);
  return {
    async accept(conversation, activity, clientId) {
      await giveWay();
      const own = items.filter((one) => one.conversation === conversation);
      const known = own.find((one) => clientId !== undefined && one.clientId === clientId);
      if (known) return { activity: structuredClone(known.activity), isDuplicate: true };
      const accepted = { ...structuredClone(activity), id: `${conversation}|${String(own.length + 1).padStart(7, '0')}` };
      items.push({ conversation, activity: accepted, attempts: 0, isDelivered: false, ...(clientId !== undefined && { clientId }) });
      return { activity: structuredClone(accepted), isDuplicate: false };
    },
    async beginAttempt(conversation, activity) {
      const item = find(conversation, activity);
      if (!item) throw new PonteError('STORE_FAILED', 'memory');
      item.attempts += 1;
      return item.attempts;
    },
    async answer(conversation, activity, replies) {
      const item = find(conversation, activity);
      if (item) item.replies ??= replies;
    },
    async markDelivered(conversation, activity) {
      await giveWay();
      const item = find(conversation, activity);
      if (item) item.isDelivered = true;
    },
    async pending() {
      return items
        .filter((one) => !one.isDelivered)
        .map(({ conversation, activity, attempts, replies }) => ({
          conversation,
          activity: structuredClone(activity),
          attempts,
          ...(replies && { replies }),
        }));
    },
  };
}

function memoryTranscript({ rows }: Kept): Transcript {
  return {
    async append(conversation, activity) {
      await giveWay();
      const own = rows.get(conversation) ?? [];
      rows.set(conversation, own);
      const known = own.findIndex((one) => one.id === activity.id);
      const there = own[known];
      if (there) return { seq: known + 1, activity: there, isNew: false };
      own.push(structuredClone(activity));
      return { seq: own.length, activity, isNew: true };
    },
    async since(conversation, watermark, limit) {
      await giveWay();
      const own = rows.get(conversation) ?? [];
      return own.slice(watermark, watermark + limit).map((activity, index) => ({ seq: watermark + index + 1, activity }));
    },
    async erase(conversations) {
      for (const conversation of conversations) rows.delete(conversation);
    },
  };
}
