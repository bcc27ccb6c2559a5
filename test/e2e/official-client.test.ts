/** botframework-directlinejs 0.15.8, unchanged, against the built server: what a page that embeds Web Chat would live through. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addressesOf, readMail, valuesOf } from '../referral/read-mail';
import { PROJECT } from '../support/built-server';
import { removeFolders, runServer, type ServerProcess } from '../support/running-server';
import { pageWords, patternOf, say } from '../support/spoken-words';
import { ANSWERS } from './support/enquirers';
import { type Kept, OfficialEnquirer } from './support/official-enquirer';
import { asksOf, cardsOf, entriesOf, isFromBot, type Reply } from './support/replies';

// Servers start and stop in here: seconds each, more on a busy machine.
jest.setTimeout(240_000);

type Tongue = keyof typeof ANSWERS;
const TONGUES = Object.keys(ANSWERS) as Tongue[];

/** More questions than any dialog asks: a loop that does not end is a fault. */
const MOST_QUESTIONS = 12;
const MAIL_MS = 10_000;

describe.each([
  ['web sockets', true],
  ['polling', false],
])('the official client over %s', (_, webSocket) => {
  let server: ServerProcess;
  const opened: OfficialEnquirer[] = [];
  beforeAll(async () => {
    server = await runServer();
  });
  afterEach(() => leave());
  afterAll(async () => {
    await server?.stop();
    removeFolders();
  });

  const leave = () => {
    for (const enquirer of opened.splice(0)) enquirer.end();
  };
  const arrive = async (locale: Tongue, kept?: Kept) => {
    const enquirer = await OfficialEnquirer.open({ url: server.url, webSocket, locale }, kept);
    opened.push(enquirer);
    await enquirer.greeting();
    return enquirer;
  };
  const restartAfterKill = async () => {
    leave();
    await server.kill('SIGKILL');
    await server.restart();
  };

  it.each(TONGUES)('is told first that this is software (%s)', async (locale) => {
    const greeting = await (await arrive(locale)).greeting();
    expect(greeting.text).toMatch(patternOf(locale, 'dialogs:welcome.software'));
    expect(greeting.channelData?.ponte).toMatchObject({ locale, entries: [], asks: 'question' });
  });

  it.each(TONGUES)('gets an answer with its entries, and a card with links that stand in the entry (%s)', async (locale) => {
    const answer = await (await arrive(locale)).ask(question(locale));
    expect(answer.channelData?.ponte).toMatchObject({ locale, outcome: 'answered' });
    const [card] = cardsOf(answer);
    expect(entriesOf(answer)).toContain(card?.entry);
    expect(card?.links.length).toBeGreaterThan(0);
    for (const link of card?.links ?? []) expect(fileOf(card?.entry ?? '')).toContain(link);
  });

  it.each(TONGUES)('finds funding: calls, each with a verdict per criterion (%s)', async (locale) => {
    const list = await converse(await arrive(locale), say(locale, 'common:offer.funding'), locale);
    expect(list.channelData?.ponte).toMatchObject({ locale, outcome: 'answered' });
    const cards = cardsOf(list);
    expect(cards.map(({ entry }) => entry)).toEqual(entriesOf(list));
    expect(cards.length).toBeGreaterThan(0);
    for (const { verdicts } of cards) expect(verdicts.length).toBeGreaterThan(0);
    for (const row of cards.flatMap(({ verdicts }) => verdicts)) expect(row).toMatch(/^[✓✗?☺] \S/u);
  });

  it('gets a reference and a secret that still open the status after a kill, and the desk gets its mail', async () => {
    const receipts = await Promise.all(TONGUES.map(async (locale) => ({ locale, ...(await refer(await arrive(locale), locale)) })));
    for (const { locale, reference } of receipts) {
      const mail = readMail(await mailWith(server, reference));
      expect(valuesOf(mail, 'Subject')[0]).toContain(reference);
      expect(addressesOf(mail, 'To')[0]).toMatch(/@desks\.example\.org$/);
      expect(mail.text).toContain(ANSWERS[locale].name);
      expect(mail.text).toContain(ANSWERS[locale].message);
    }
    await restartAfterKill();
    for (const { locale, reference, secret } of receipts) {
      const enquirer = await arrive(locale);
      const asked = await enquirer.ask(say(locale, 'common:offer.status'));
      expect(asksOf(asked)).toBe('reference');
      expect(asksOf(await enquirer.ask(reference))).toBe('secret');
      const told = await enquirer.ask(secret);
      expect(told.text).toMatch(patternOf(locale, 'dialogs:status.is'));
      expect(told.text).toContain(reference);
      expect(told.text).toContain(say(locale, 'dialogs:status.state.sent'));
    }
  });

  it('comes back after a reload, and after a kill, to the same conversation with all of it once', async () => {
    const before = await Promise.all(
      TONGUES.map(async (locale) => {
        const enquirer = await arrive(locale);
        await enquirer.ask(question(locale));
        const opening = await enquirer.ask(say(locale, 'common:offer.person'));
        return { locale, kept: enquirer.kept, asked: asksOf(opening), said: linesOf(enquirer) };
      }),
    );
    for (const { locale, kept, said } of before) {
      leave();
      const again = await arrive(locale, kept);
      await heardAll(again, said);
      expect(linesOf(again)).toEqual(said);
      expect(again.kept.conversationId).toBe(kept.conversationId);
    }
    await restartAfterKill();
    for (const { locale, kept, asked, said } of before) {
      const again = await arrive(locale, kept);
      await heardAll(again, said);
      // The dialog that was open goes on where it was.
      const next = await again.ask(ANSWERS[locale][asked as keyof (typeof ANSWERS)['en']]);
      expect([asked, asksOf(next)]).toEqual(['area', 'name']);
      expect(linesOf(again).slice(0, said.length)).toEqual(said);
      expect(linesOf(again)).toHaveLength(said.length + 2);
    }
  });

  it('is answered once for a message sent twice under one client id, even if a kill comes between', async () => {
    const enquirer = await arrive('en');
    const text = question('en');
    // The answer may or may not be there when the process ends.
    const first = await enquirer.post(text, 'mine-1');
    const { kept } = enquirer;
    await restartAfterKill();
    const again = await arrive('en', kept);
    expect(await again.post(text, 'mine-1')).toBe(first);
    await again.until(({ replyToId }) => replyToId === first);
    const last = await again.ask(say('en', 'common:offer.help'));
    const about = (reply: Reply) => reply.id === first || reply.replyToId === first;
    expect(again.heard.filter(about).map(isFromBot)).toEqual([false, true]);
    expect(again.heard.find(({ id }) => id === first)?.channelData?.clientActivityID).toBe('mine-1');
    expect(last.text).toBe(say('en', 'dialogs:help'));
  });
});

/** The question that the demonstration page offers. */
const question = (locale: Tongue): string => pageWords(locale)['demo.question-3'] ?? '';

/** Says the first thing, then answers whatever is asked, until nothing is. */
async function converse(enquirer: OfficialEnquirer, first: string, locale: Tongue): Promise<Reply> {
  let reply = await enquirer.ask(first);
  for (let n = 0; n < MOST_QUESTIONS; n++) {
    const asks = asksOf(reply);
    if (asks === undefined) return reply;
    if (!(asks in ANSWERS[locale])) throw new Error(`nobody answers ${asks}`);
    reply = await enquirer.ask(ANSWERS[locale][asks as keyof (typeof ANSWERS)['en']]);
  }
  throw new Error(`asked again and again: ${reply.text}`);
}

async function refer(enquirer: OfficialEnquirer, locale: Tongue): Promise<{ reference: string; secret: string }> {
  const receipt = await converse(enquirer, say(locale, 'common:offer.person'), locale);
  const { reference = '', secret = '' } = patternOf(locale, 'dialogs:refer.sent').exec(receipt.text ?? '')?.groups ?? {};
  expect(receipt.channelData?.ponte).toMatchObject({ locale, outcome: 'person-requested', referral: reference });
  expect([reference, secret]).toEqual([expect.stringMatching(/^PO-\w{8}$/), expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/)]);
  return { reference, secret };
}

const linesOf = ({ heard }: OfficialEnquirer): string[] => heard.map(({ id, text }) => `${id} ${text}`);

const heardAll = async (enquirer: OfficialEnquirer, said: readonly string[]): Promise<void> => {
  const last = said.at(-1) ?? '';
  await enquirer.until(({ id, text }) => `${id} ${text}` === last);
};

/** The entry's own file in the knowledge folder. */
function fileOf(entry: string): string {
  const root = join(PROJECT, 'knowledge');
  const path = readdirSync(root, { recursive: true, encoding: 'utf8' }).find((one) => one.endsWith(`/${entry}.md`));
  return readFileSync(join(root, path ?? entry), 'utf8');
}

/** The mail is written after the reference is shown, so it may take a moment. */
async function mailWith(server: ServerProcess, reference: string): Promise<string> {
  const outbox = join(server.dataFolder, 'outbox');
  for (const end = Date.now() + MAIL_MS; Date.now() < end; await wait(50)) {
    const name = namesIn(outbox).find((one) => one.includes(reference) && one.endsWith('.eml'));
    if (name) return readFileSync(join(outbox, name), 'utf8');
  }
  throw new Error(`no mail with ${reference} in ${namesIn(outbox).join(', ') || 'an empty outbox'}`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
