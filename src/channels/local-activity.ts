/** The activities of local conversations: as they are kept, as clients see them, and as the SDK wants them. */
import type { Activity } from 'botbuilder';
import type { ConversationRecord, StoredActivity } from '../domain/conversation';
import type { ClientActivity } from './activity-gate';
import { LOCAL_SERVICE_URL } from './local-connector';

/** Exact id: Web Chat and the SDK switch features on it (bot-spike.md, 1.1). */
const LOCAL_CHANNEL = 'directline';
const BOT_ACCOUNT = { id: 'ponte', name: 'Ponte', role: 'bot' } as const;

type Draft = Readonly<Record<string, unknown>>;

/** A message as it is kept and echoed. */
export function localActivity(record: ConversationRecord, given: ClientActivity, timestamp: string): Draft {
  const { ponte: _forged, ...channelData } = given.channelData ?? {};
  return { ...given, ...addressed(record, timestamp), channelData: { ...channelData, site: record.site } };
}

/** Tells the bot that somebody has come: Direct Line makes this at the start of a conversation. */
export function arrival(record: ConversationRecord, timestamp: string): Draft {
  return {
    type: 'conversationUpdate',
    ...addressed(record, timestamp),
    ...(record.locale && { locale: record.locale }),
    membersAdded: [BOT_ACCOUNT, { id: record.user, name: '' }],
    channelData: { site: record.site },
  };
}

/** Clients see messages and events; that somebody came is between us and the bot. */
export const isShown = (activity: StoredActivity): boolean => activity.type !== 'conversationUpdate';

function addressed(record: ConversationRecord, timestamp: string): Draft {
  return {
    timestamp,
    channelId: LOCAL_CHANNEL,
    conversation: { id: record.id },
    from: { id: record.user, name: '', role: 'user' },
    recipient: BOT_ACCOUNT,
  };
}

/**
 * What the bot said, as JSON, with an address that is right whichever way it came: from a turn, from the inbox after a restart,
 * or on the bot's own initiative. `asked` is what is being answered.
 */
export function localReply(said: Partial<Activity>, id: string, conversation: string, asked: StoredActivity | undefined): StoredActivity {
  const { serviceUrl: _ours, callerId: _theirs, replyToId, ...rest } = JSON.parse(JSON.stringify(said));
  // Web Chat holds a reply back for seconds when it answers an activity that the client never saw.
  const answers = asked && isShown(asked) && (replyToId ?? asked.id) === asked.id ? { replyToId: asked.id } : {};
  return { ...rest, ...answers, channelId: LOCAL_CHANNEL, conversation: { id: conversation }, from: BOT_ACCOUNT, id };
}

/** A stored activity as the SDK wants it: its dates are Date objects there. */
export function turnActivity(activity: StoredActivity): Activity {
  const turn: Record<string, unknown> = { ...structuredClone(activity), serviceUrl: LOCAL_SERVICE_URL };
  for (const name of ['timestamp', 'localTimestamp']) if (typeof turn[name] === 'string') turn[name] = new Date(turn[name]);
  return turn as unknown as Activity;
}
