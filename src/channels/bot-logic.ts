import type { TurnContext } from 'botbuilder';

/** What the channels need of the bot: it answers one turn, apologises by itself when the turn fails, and counts attempts. */
export interface BotLogic {
  run(context: TurnContext): Promise<void>;
}
