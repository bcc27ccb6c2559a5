/** Hands a mail over: to an SMTP server, or without one to a folder as .eml files that any mail program opens. */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { PonteError } from '../errors';

export interface Mail {
  /** Stable, so that a mail sent twice is recognised: `<reference>.<kind>@ponte`. */
  readonly messageId: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** Resolves once the mail is in other hands; throws MAIL_FAILED when it is not. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

const asMessage = (mail: Mail) => ({
  messageId: `<${mail.messageId}>`,
  from: mail.from,
  to: [mail.to],
  ...(mail.replyTo ? { replyTo: [mail.replyTo] } : {}),
  subject: mail.subject,
  text: mail.text,
  headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** `url`: smtp(s)://user:password@host:port. */
export function makeSmtpMailer(url: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return {
    send: async (mail) => {
      await transport.sendMail(asMessage(mail)).catch((cause: unknown) => {
        throw new PonteError('MAIL_FAILED', mail.messageId, { cause });
      });
    },
    close: () => transport.close(),
  };
}

/** Writes `<folder>/<message id>.eml`; the same mail sent again replaces its file. */
export function makeFileMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (mail) => {
      try {
        const { message } = await transport.sendMail(asMessage(mail));
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const path = join(folder, `${mail.messageId.replace(/[^A-Za-z0-9.-]/g, '_')}.eml`);
        const file = await open(`${path}.new`, 'w', 0o600);
        await file.writeFile(message as Buffer);
        await file.sync();
        await file.close();
        // A rename is atomic: nobody picks up half a mail.
        await rename(`${path}.new`, path);
      } catch (cause) {
        throw new PonteError('MAIL_FAILED', mail.messageId, { cause });
      }
    },
    close: () => undefined,
  };
}
