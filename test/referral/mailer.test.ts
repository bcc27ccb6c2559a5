import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PonteError } from '../../src/errors';
import { type Mail, type Mailer, makeFileMailer, makeSmtpMailer } from '../../src/referral/mailer';
import { type FakeSmtpServer, openFakeSmtpServer } from './fake-smtp-server';
import { addressesOf, readMail, valuesOf } from './read-mail';

const MAIL: Mail = {
  messageId: 'PO-7K3F9QTM.referral@ponte',
  from: 'ponte@town.example',
  to: { name: 'Γραφείο για την Ελλάδα', address: 'greece@desks.example.org' },
  replyTo: { name: 'María Núñez', address: 'maria@example.org' },
  subject: 'Παραπομπή PO-7K3F9QTM',
  text: 'Όνομα: María\n\n> ¿Hay ayudas?\n.\n..a line with dots\n— και κάτι ακόμη: € 100',
  language: 'el',
};

/** A way to put something into every part of a mail that an enquirer or a desk can fill. */
const hostile = (text: string): Mail => ({
  ...MAIL,
  to: { ...MAIL.to, name: `Desk${text}` },
  replyTo: { name: `Eve${text}`, address: 'eve@example.org' },
  subject: `Referral${text}`,
  text: `Hello${text}`,
});

const INJECTIONS = [
  '\r\nBcc: evil@evil.example',
  '\nBcc: evil@evil.example',
  '\rBcc: evil@evil.example',
  '\r\n\r\nBody of another mail',
  '\u0000\r\nX-Evil: 1',
  '\u2028Bcc: evil@evil.example',
  '\u0085Bcc: evil@evil.example',
  '" <evil@evil.example>, "x',
  '>, <evil@evil.example',
  ', evil@evil.example',
  '; evil@evil.example',
  '=?UTF-8?Q?=0D=0ABcc:_evil=40evil.example?=',
  '\r\n.\r\nMAIL FROM:<evil@evil.example>\r\nRCPT TO:<evil@evil.example>\r\nDATA\r\n',
];

const HEADERS = [
  'Message-ID',
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Content-Language',
  'Auto-Submitted',
  'Date',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
].sort();

function expectWellWritten(raw: string, mail: Mail = MAIL): void {
  expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  const read = readMail(raw);
  expect(read.headers.map(({ name }) => name).sort()).toEqual(HEADERS);
  expect(valuesOf(read, 'Message-ID')).toEqual([`<${mail.messageId}>`]);
  expect(valuesOf(read, 'From')).toEqual([mail.from]);
  expect(valuesOf(read, 'Subject')).toEqual([mail.subject]);
  expect(valuesOf(read, 'To')).toEqual([`${mail.to.name} <${mail.to.address}>`]);
  expect(valuesOf(read, 'Reply-To')).toEqual([`${mail.replyTo?.name} <${mail.replyTo?.address}>`]);
  expect(valuesOf(read, 'Content-Language')).toEqual([mail.language]);
  expect(valuesOf(read, 'Auto-Submitted')).toEqual(['auto-generated']);
  expect(valuesOf(read, 'Content-Type')).toEqual(['text/plain; charset=utf-8']);
  expect(read.text).toBe(mail.text);
}

async function faultOf(sending: Promise<void>): Promise<PonteError> {
  const error: unknown = await sending.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof PonteError)) throw new Error(`no fault, but ${String(error)}`);
  return error;
}

/** No header, no recipient and no second mail came from what was put in. */
function expectNothingInjected(raw: string): void {
  const read = readMail(raw);
  expect(read.headers.map(({ name }) => name).sort()).toEqual(HEADERS);
  expect(addressesOf(read, 'To')).toEqual(['greece@desks.example.org']);
  expect(addressesOf(read, 'Reply-To')).toEqual(['eve@example.org']);
}

describe('A mail by SMTP', () => {
  let server: FakeSmtpServer;
  let mailer: Mailer;
  const open = async (refuse?: (command: string) => string | undefined) => {
    server = await openFakeSmtpServer(refuse);
    mailer = makeSmtpMailer(server.url);
  };
  afterEach(async () => {
    mailer.close();
    await server.close();
  });

  it('arrives as it was written, at exactly one recipient', async () => {
    await open();
    await mailer.send(MAIL);
    expect(server.mails).toMatchObject([{ from: 'ponte@town.example', to: ['greece@desks.example.org'] }]);
    expectWellWritten(server.mails[0]?.raw ?? '');
  });

  it('has the same message id when it is sent again', async () => {
    await open();
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    const ids = server.mails.map(({ raw }) => valuesOf(readMail(raw), 'Message-ID').join());
    expect(ids).toEqual(['<PO-7K3F9QTM.referral@ponte>', '<PO-7K3F9QTM.referral@ponte>']);
  });

  it('names nobody to reply to when the enquirer gave a phone number', async () => {
    await open();
    const { replyTo: _, ...mail } = MAIL;
    await mailer.send(mail);
    expect(valuesOf(readMail(server.mails[0]?.raw ?? ''), 'Reply-To')).toEqual([]);
  });

  it.each(INJECTIONS)('takes no header, recipient or command from %j', async (text) => {
    await open();
    await mailer.send(hostile(text));
    expect(server.mails.map(({ to }) => to)).toEqual([['greece@desks.example.org']]);
    expect(server.commands.filter((command) => /^(MAIL|RCPT|DATA)/i.test(command))).toHaveLength(3);
    expectNothingInjected(server.mails[0]?.raw ?? '');
  });

  it.each([
    ['the greeting', (command: string) => (command === '' ? '554 go away' : undefined)],
    ['the sender', (command: string) => (/^MAIL/.test(command) ? '550 not you' : undefined)],
    ['the recipient', (command: string) => (/^RCPT/.test(command) ? '550 no such user' : undefined)],
    ['the text', (command: string) => (command === '.' ? '451 try again later' : undefined)],
  ])('fails when the server refuses %s, and says which mail', async (_, refuse) => {
    await open(refuse);
    expect(await faultOf(mailer.send(MAIL))).toMatchObject({ code: 'MAIL_FAILED', where: MAIL.messageId });
    expect(server.mails).toEqual([]);
  });

  it('fails when nobody listens', async () => {
    await open();
    await server.close();
    const fault = await faultOf(mailer.send(MAIL));
    expect(fault).toMatchObject({ code: 'MAIL_FAILED', where: MAIL.messageId });
    server = await openFakeSmtpServer();
  });

  it('reads no file and no address that its text names', async () => {
    await open();
    await mailer.send({ ...MAIL, text: 'file:///etc/passwd http://127.0.0.1/' });
    expect(readMail(server.mails[0]?.raw ?? '').text).toBe('file:///etc/passwd http://127.0.0.1/');
  });
});

describe('A mail into a folder', () => {
  let parent: string;
  let folder: string;
  let mailer: Mailer;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'ponte-outbox-'));
    folder = join(parent, 'data', 'outbox');
    mailer = makeFileMailer(folder);
  });
  afterEach(() => {
    mailer.close();
    rmSync(parent, { recursive: true });
  });
  const read = (name = 'PO-7K3F9QTM.referral_ponte.eml') => readFileSync(join(folder, name), 'utf8');

  it('is one file that a mail program opens, for nobody else to read', async () => {
    await mailer.send(MAIL);
    expect(readdirSync(folder)).toEqual(['PO-7K3F9QTM.referral_ponte.eml']);
    expect(statSync(join(folder, 'PO-7K3F9QTM.referral_ponte.eml')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expectWellWritten(read());
  });

  it('replaces its file when it is sent again', async () => {
    await mailer.send({ ...MAIL, text: 'first' });
    await mailer.send({ ...MAIL, text: 'second' });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readMail(read()).text).toBe('second');
  });

  it('stays inside its folder, whatever its id', async () => {
    await mailer.send({ ...MAIL, messageId: '../../escape/..@ponte' });
    expect(readdirSync(parent)).toEqual(['data']);
    expect(readdirSync(folder)).toEqual(['.._.._escape_.._ponte.eml']);
  });

  it.each(INJECTIONS)('takes no header from %j', async (text) => {
    await mailer.send(hostile(text));
    expectNothingInjected(read());
  });

  it('fails when there is no place for it, and says which mail', async () => {
    writeFileSync(join(parent, 'data'), 'a file where the folder should be');
    expect(await faultOf(mailer.send(MAIL))).toMatchObject({ code: 'MAIL_FAILED', where: MAIL.messageId });
    expect(existsSync(folder)).toBe(false);
  });
});
