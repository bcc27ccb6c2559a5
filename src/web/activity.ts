/** What arrives over Direct Line, read with suspicion: anything may be missing or of another type. */
import { readCard, type SafeCard } from './card';
import { isRecord, tagOf, textOf } from './unknown';

/** A Bot Framework Activity as it came over the wire; only `type` was looked at. */
export type Activity = Readonly<Record<string, unknown>> & { readonly type: string };

export interface ActivitySet {
  readonly activities: readonly Activity[];
  /** Absent for what is not stored, such as typing. */
  readonly watermark?: string;
}

/** A button under a message: `title` is shown, `say` is sent as the enquirer's words. */
export interface SpokenChoice {
  readonly title: string;
  readonly say: string;
}

/** A message of the bot, ready to be drawn. */
export interface SpokenMessage {
  readonly paragraphs: readonly string[];
  readonly cards: readonly SafeCard[];
  readonly choices: readonly SpokenChoice[];
  /** BCP 47 tag of the reply. */
  readonly locale?: string;
  /** From `channelData.ponte`. */
  readonly outcome?: string;
  readonly asks?: string;
  readonly referral?: string;
  /** A language model worded it. */
  readonly isWorded?: true;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
/** More buttons than this are no choice any more. */
const MOST_CHOICES = 12;

/** The set in a WebSocket frame or a polling answer; activities without a type are dropped. */
export function readActivitySet(value: unknown): ActivitySet {
  if (!isRecord(value) || !Array.isArray(value.activities)) return { activities: [] };
  const activities = value.activities.filter((one): one is Activity => isRecord(one) && typeof one.type === 'string');
  const watermark = textOf(value.watermark);
  return watermark ? { activities, watermark } : { activities };
}

/** Whether the enquirer said it. Tokens name their user `dl_…`, for servers that leave the role out. */
export function isOwn(activity: Activity): boolean {
  if (!isRecord(activity.from)) return false;
  return activity.from.role === 'user' || (activity.from.role === undefined && (textOf(activity.from.id) ?? '').startsWith('dl_'));
}

/** The id this client gave to a message it sent. */
export function clientIdOf(activity: Activity): string | undefined {
  return isRecord(activity.channelData) ? textOf(activity.channelData.clientActivityID) : undefined;
}

/** Paragraphs are separated by blank lines; lines inside a paragraph stay. */
export function paragraphsOf(text: unknown): readonly string[] {
  const whole = textOf(text) ?? '';
  return whole
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function readChoices(suggested: unknown): readonly SpokenChoice[] {
  if (!isRecord(suggested) || !Array.isArray(suggested.actions)) return [];
  return suggested.actions.slice(0, MOST_CHOICES).flatMap((action: unknown) => {
    if (!isRecord(action)) return [];
    const say = textOf(action.value) ?? textOf(action.text);
    return say ? [{ title: textOf(action.title) ?? say, say }] : [];
  });
}

function readCards(attachments: unknown): readonly SafeCard[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: unknown) =>
    isRecord(attachment) && attachment.contentType === CARD ? (readCard(attachment.content) ?? []) : [],
  );
}

/** What is to be shown of a message; undefined when there is nothing to show. */
export function readMessage(activity: Activity): SpokenMessage | undefined {
  const paragraphs = paragraphsOf(activity.text);
  const cards = readCards(activity.attachments);
  const choices = readChoices(activity.suggestedActions);
  if (paragraphs.length + cards.length + choices.length === 0) return undefined;
  const ponte = isRecord(activity.channelData) && isRecord(activity.channelData.ponte) ? activity.channelData.ponte : {};
  const locale = tagOf(ponte.locale) ?? tagOf(activity.locale);
  const [outcome, asks, referral] = [textOf(ponte.outcome), textOf(ponte.asks), textOf(ponte.referral)];
  return {
    paragraphs,
    cards,
    choices,
    ...(ponte.model === true && { isWorded: true }),
    ...(locale && { locale }),
    ...(outcome && { outcome }),
    ...(asks && { asks }),
    ...(referral && { referral }),
  };
}
