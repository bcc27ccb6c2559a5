/** A bot that says what it heard, keeps what it says before it says it, and does odd things on request. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { BotLogic } from '../../../src/channels/bot-logic';
import type { Inbox, StoredActivity } from '../../../src/domain/conversation';

export class EchoBot implements BotLogic {
  /** Activities of the turns begun, oldest first. */
  readonly heard: Activity[] = [];
  readonly #inbox: Inbox | undefined;
  /** Called when a turn begins. */
  onTurn: (context: TurnContext) => Promise<void> | void = () => undefined;

  /** With an inbox it keeps its replies there before it shows them, as the real bot does. */
  constructor(inbox?: Inbox) {
    this.#inbox = inbox;
  }

  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    this.heard.push({ ...activity });
    await this.onTurn(context);
    const replies = this.#repliesTo(activity).map((reply, n) => ({ ...reply, id: `${activity.id}.r${n + 1}` }));
    await this.#inbox?.answer(activity.conversation.id, activity.id ?? '', replies as unknown as StoredActivity[]);
    if (activity.text === 'slow') await context.sendActivity({ type: ActivityTypes.Typing });
    if (replies.length > 0) await context.sendActivities(replies);
  }

  #repliesTo(activity: Activity): Partial<Activity>[] {
    if (activity.type === ActivityTypes.ConversationUpdate) return [{ type: ActivityTypes.Message, text: 'welcome' }];
    if (activity.type === ActivityTypes.Event) return [{ type: ActivityTypes.Message, text: `event: ${activity.name}` }];
    const echo = { type: ActivityTypes.Message, text: `echo: ${activity.text}`, channelData: { ponte: { locale: 'en', entries: [] } } };
    return activity.text === 'twice' ? [echo, { ...echo, text: 'echo: again' }] : [echo];
  }
}
