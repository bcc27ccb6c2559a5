/** The terminal: `npm run chat`, with the options of `terminal-options.ts`. The same conversation as in web chat, in the same data folder. */
import { join } from 'node:path';
import { PonteAdapter } from './channels/adapter';
import { LocalConversations } from './channels/local-conversations';
import { type TerminalWords, talkInTerminal } from './channels/terminal';
import { readTerminalOptions, TERMINAL_USAGE } from './channels/terminal-options';
import { composePonte } from './compose';
import { loadEnvFile, readConfig } from './config';
import { findLocale } from './domain/locale';
import { PonteError } from './errors';
import { makeLog } from './log';
import { EX_USAGE } from './staff/command';

/** Exit code: 0 done, 64 wrong use (sysexits.h EX_USAGE). */
async function chat(args: readonly string[]): Promise<number> {
  const reading = readTerminalOptions(args);
  if (!reading.ok) return refuse(reading.what);
  const { asked } = reading;
  if (asked.isHelp) {
    process.stdout.write(TERMINAL_USAGE);
    return 0;
  }
  loadEnvFile();
  const config = readConfig(process.env);
  // The screen belongs to the conversation.
  const log = makeLog('silent');
  const ponte = await composePonte(config, log);
  const site = asked.site ?? config.defaultSite;
  if (asked.site !== undefined && !ponte.library.current().knowledge.findSite(site)) {
    await ponte.close();
    return refuse(`There is no site "${site}"; name a file of ${join(config.knowledgeFolder, 'sites')}, such as demo.`);
  }
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
  const locale = ponte.languages.nearest(asked.locale ?? findLocale(process.env.LANG));
  const { say } = ponte.languages.speechIn(locale);
  const words: TerminalWords = {
    hello: say('terminal:hello'),
    prompt: say('terminal:prompt'),
    bot: say('terminal:bot'),
    choice: (n, title) => say('terminal:choice', { n, title }),
    labelled: (label, value) => say('facts:labelled', { label, value }),
    bye: say('terminal:bye'),
    worded: say('web:chat.worded'),
  };
  await talkInTerminal({ local, site, locale, words, input: process.stdin, output: process.stdout });
  await ponte.delivery.deliverDue();
  await ponte.close();
  return 0;
}

function refuse(what: string): number {
  process.stderr.write(`ponte chat: ${what}\n`);
  return EX_USAGE;
}

chat(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof PonteError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 70;
  },
);
