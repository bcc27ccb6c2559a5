/** An Activity → what the pipeline needs of it. Everything a client wrote is checked here once more: Teams does not pass our own gate. */
import { type Activity, ActivityTypes } from 'botbuilder';
import { findLocale, type Locale } from '../domain/locale';

export interface Incoming {
  readonly conversation: string;
  readonly channel: string;
  readonly activity: string;
  readonly kind: 'message' | 'arrival' | 'language';
  /** As written, or what a pressed button says. */
  readonly text: string;
  /** Language of the page or client. */
  readonly locale: Locale | undefined;
  readonly site: string | undefined;
  /** Local channels keep their messages in the inbox. */
  readonly isLocal: boolean;
  /** Others read along: a group chat or a channel of Teams. */
  readonly isShared: boolean;
}

const SHARED: readonly (string | undefined)[] = ['groupChat', 'channel'];

/** Undefined for activities that ask for nothing. */
export function readIncoming(activity: Activity): Incoming | undefined {
  const kind = kindOf(activity);
  if (!kind) return undefined;
  const value = recordOf(activity.value);
  const channelData = recordOf(activity.channelData);
  return {
    conversation: activity.conversation.id,
    channel: activity.channelId,
    activity: activity.id ?? '',
    kind,
    text: kind === 'message' ? textOf(activity, value) : '',
    locale: findLocale(kind === 'language' && typeof activity.value === 'string' ? activity.value : stringOf(activity.locale)),
    site: stringOf(channelData.site),
    isLocal: activity.serviceUrl?.startsWith('urn:ponte:') ?? false,
    isShared: activity.conversation.isGroup === true || SHARED.includes(activity.conversation.conversationType),
  };
}

function kindOf(activity: Activity): Incoming['kind'] | undefined {
  if (activity.type === ActivityTypes.Message) return 'message';
  if (activity.type === ActivityTypes.Event && activity.name === 'locale') return 'language';
  const someoneCame = activity.type === ActivityTypes.ConversationUpdate && (activity.membersAdded?.length ?? 0) > 0;
  return someoneCame ? 'arrival' : undefined;
}

function textOf(activity: Activity, value: Readonly<Record<string, unknown>>): string {
  const said = stringOf(value.say);
  if (said !== undefined) return said;
  if (typeof activity.text !== 'string') return '';
  // In a Teams channel the message begins with "@Ponte". The SDK's own way throws for a mention that names nobody, and changes the activity.
  const mention = (activity.entities ?? []).map(recordOf).find(({ mentioned }) => recordOf(mentioned).id === activity.recipient?.id);
  return activity.text.replace(stringOf(mention?.text) ?? '', '');
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
