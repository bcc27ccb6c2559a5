import { PassThrough, Readable } from 'node:stream';
import { PonteAdapter } from '../../src/channels/adapter';
import { LocalConversations } from '../../src/channels/local-conversations';
import { talkInTerminal } from '../../src/channels/terminal';
import { silentLog } from '../../src/log';
import { EchoBot } from './support/echo-bot';
import { memoryStores, nothingKept } from './support/memory-stores';

const CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    body: [
      { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'TextBlock', text: 'Open call' }] }] },
      { type: 'FactSet', facts: [{ title: 'Closes', value: '31 March' }] },
      { type: 'Input.Text', id: 'x' },
      'rubbish',
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Apply', url: 'https://apply.example' }],
  },
};
const CHOICES = {
  to: [],
  actions: [
    { type: 'imBack', title: 'Yes, please', value: 'yes' },
    { type: 'imBack', title: 'No', value: 'no' },
  ],
};
const WORDS = {
  hello: 'Ponte here.',
  prompt: 'you> ',
  bot: 'ponte> ',
  choice: (n: number, title: string) => `[${n}] ${title}`,
  labelled: (label: string, value: string) => `${label}: ${value}`,
  bye: 'Goodbye.',
  worded: 'Worded by software.',
};

async function talk(input: string): Promise<{ screen: string; said: (string | undefined)[] }> {
  const stores = memoryStores(nothingKept());
  const bot = new EchoBot();
  bot.onTurn = async ({ activity, sendActivities }) => {
    if (activity.text === 'card') await sendActivities([{ type: 'message', text: 'See:', attachments: [CARD as never] }]);
    if (activity.text === 'ask') await sendActivities([{ type: 'message', text: 'Sure?', suggestedActions: CHOICES as never }]);
    if (activity.text === 'worded')
      await sendActivities([{ type: 'message', text: 'Up to €5 [1].', channelData: { ponte: { model: true } } }]);
    if (activity.text === 'evil') await sendActivities([{ type: 'message', text: 'a\u001b[2Jb\u0007\u009bc' }]);
  };
  const quiet = {
    run: (context: Parameters<EchoBot['run']>[0]) =>
      context.activity.text === 'ask' ? (bot.onTurn(context) as Promise<void>) : bot.run(context),
  };
  const local = new LocalConversations({ adapter: new PonteAdapter({}), bot: quiet, ...stores, log: silentLog, now: () => new Date() });
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await talkInTerminal({ local, site: 'demo', locale: 'el', words: WORDS, input: Readable.from([input]), output });
  return { screen: Buffer.concat(chunks).toString(), said: bot.heard.map(({ text }) => text) };
}

describe('the terminal', () => {
  it('greets, answers line by line, and ends with the input', async () => {
    const { screen } = await talk('one\n\ntwo');
    const order = ['Ponte here.', 'ponte> welcome', 'you> ', 'ponte> echo: one', 'ponte> echo: two', 'Goodbye.'];
    const places = order.map((text) => screen.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(screen).not.toContain('echo: \n');
  });

  it('takes the number of a choice for what the choice says', async () => {
    const { screen, said } = await talk('ask\n1\n1\n');
    expect(screen).toContain('Sure?\n\n[1] Yes, please\n[2] No');
    // After the answer there are no choices left, so a number is a number.
    expect(said.slice(-2)).toEqual(['yes', '1']);
  });

  it('prints cards as text', async () => {
    const { screen } = await talk('card\n');
    expect(screen).toContain('See:\n\n  | Open call\n  | Closes: 31 March\n  | Apply: https://apply.example');
  });

  it('lets no text command the terminal', async () => {
    const { screen } = await talk('evil\n');
    expect(screen).toContain('ponte> a[2Jbc');
    expect(screen).not.toContain('\u001b');
  });

  it('says what a model worded', async () => {
    expect((await talk('worded')).screen).toContain('ponte> Up to €5 [1].\n\nWorded by software.\n');
    expect((await talk('card')).screen).not.toContain('Worded');
  });
});
