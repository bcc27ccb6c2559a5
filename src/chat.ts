/** The terminal: `npm run chat`. The same conversation as in web chat, in the same data folder. */
import { PonteAdapter } from './channels/adapter';
import { LocalConversations } from './channels/local-conversations';
import { type TerminalWords, talkInTerminal } from './channels/terminal';
import { composePonte } from './compose';
import { loadEnvFile, readConfig } from './config';
import { findLocale } from './domain/locale';
import { PonteError } from './errors';
import { makeLog } from './log';

async function chat(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  // The screen belongs to the conversation.
  const log = makeLog('silent');
  const ponte = await composePonte(config, log);
  const { conversations, inbox, transcript } = ponte.store;
  const local = new LocalConversations({
    adapter: new PonteAdapter({}),
    bot: ponte.bot,
    conversations,
    inbox,
    transcript,
    log,
    now: () => new Date(),
  });
  const locale = ponte.languages.nearest(findLocale(process.argv[2] ?? process.env.LANG));
  const { say } = ponte.languages.speechIn(locale);
  const words: TerminalWords = {
    hello: say('terminal:hello'),
    prompt: say('terminal:prompt'),
    bot: say('terminal:bot'),
    choice: (n, title) => say('terminal:choice', { n, title }),
    bye: say('terminal:bye'),
    worded: say('web:chat.worded'),
  };
  await talkInTerminal({ local, site: config.defaultSite, locale, words, input: process.stdin, output: process.stdout });
  await ponte.delivery.deliverDue();
  await ponte.close();
}

chat().catch((error: unknown) => {
  process.stderr.write(`${error instanceof PonteError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 70;
});
