/** The same conversation in a terminal, through the same adapter, inbox and transcript. Ends when the input does. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ConversationRecord, StoredActivity } from '../domain/conversation';
import type { Locale } from '../domain/locale';
import { cardLines } from './card-text';
import type { LocalConversations } from './local-conversations';

export interface TerminalWords {
  /** What this is and how it ends. */
  readonly hello: string;
  /** Before what is typed, such as `you> `. */
  readonly prompt: string;
  /** Before what Ponte says, such as `ponte> `. */
  readonly bot: string;
  /** A choice that can be typed as its number, from 1. */
  choice(n: number, title: string): string;
  /** A label before what it is of. */
  labelled(label: string, value: string): string;
  readonly bye: string;
  /** Under a text that a language model worded. */
  readonly worded: string;
}

export interface TerminalOptions {
  readonly local: LocalConversations;
  readonly site: string;
  readonly locale?: Locale | undefined;
  readonly words: TerminalWords;
  readonly input: Readable;
  readonly output: Writable;
}

interface Choice {
  readonly title: string;
  readonly say: string;
}

/** Resolves at the end of the input, when the last answer is printed. */
export async function talkInTerminal({ local, site, locale, words, input, output }: TerminalOptions): Promise<void> {
  output.write(`${words.hello}\n`);
  const id = randomBytes(16).toString('base64url');
  await local.start({ id, site, user: `dl_${randomUUID()}`, ...(locale && { locale }) });
  const record = await local.findConversation(id);
  if (record === undefined) return;
  let choices: readonly Choice[] = [];
  const stop = await local.listen(id, 0, ({ activities }) => {
    for (const activity of activities.filter(isFromBot)) {
      choices = choicesOf(activity);
      output.write(rendered(activity, choices, words));
    }
  });
  await local.whenIdle(id);
  await readLines({ input, output, prompt: words.prompt }, async (line) => {
    await say(local, record, choices[Number(line.trim()) - 1]?.say ?? line);
    await local.whenIdle(id);
  });
  stop();
  output.write(`\n${words.bye}\n`);
}

/** One line at a time: the next is read when the answer to the last is printed. */
async function readLines(
  { input, output, prompt }: { input: Readable; output: Writable; prompt: string },
  onLine: (line: string) => Promise<void>,
): Promise<void> {
  const lines = createInterface({ input, output, prompt, terminal: 'isTTY' in input && input.isTTY === true });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await onLine(line);
    lines.prompt();
  }
}

function say(local: LocalConversations, record: ConversationRecord, text: string): Promise<string> {
  return local.accept(record, { type: 'message', text, textFormat: 'plain', ...(record.locale && { locale: record.locale }) });
}

function isFromBot(activity: StoredActivity): boolean {
  return activity.type === 'message' && (activity.from as { role?: string } | undefined)?.role === 'bot';
}

function choicesOf(activity: StoredActivity): readonly Choice[] {
  const offered = (activity.suggestedActions as { actions?: unknown } | undefined)?.actions;
  if (!Array.isArray(offered)) return [];
  return offered.map(({ title, value }: { title?: unknown; value?: unknown }) => ({
    title: String(title ?? value),
    say: typeof value === 'string' ? value : String(title),
  }));
}

function rendered(activity: StoredActivity, choices: readonly Choice[], words: TerminalWords): string {
  const attachments = (activity.attachments as { content?: unknown }[] | undefined) ?? [];
  const cards = attachments.map(({ content }) => cardLines(content, words.labelled).map((line) => `  | ${line}`));
  const numbered = choices.map(({ title }, index) => words.choice(index + 1, title));
  const parts = [String(activity.text ?? '').split('\n'), isWorded(activity) ? [words.worded] : [], ...cards, numbered];
  const blocks = parts.map((lines) => lines.map(printable).join('\n')).filter((block) => block.trim() !== '');
  return `\n${words.bot}${blocks.join('\n\n')}\n\n`;
}

const isWorded = ({ channelData }: StoredActivity): boolean =>
  (channelData as { ponte?: { model?: unknown } } | undefined)?.ponte?.model === true;

/** Without control characters: an escape sequence in a text would command the terminal. */
const printable = (line: string): string => line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
