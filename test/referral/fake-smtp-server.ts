/** A mail server of the least kind (RFC 5321), on a free port of this machine, that keeps what it is handed. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface HandedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire, without the dots that were stuffed. */
  readonly raw: string;
}

export interface FakeSmtpServer {
  readonly url: string;
  readonly mails: readonly HandedMail[];
  /** Every line the client said. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

/** `refuse` gives the answer to a command, such as `550 no such user`, or nothing to accept it. */
export async function openFakeSmtpServer(refuse: (command: string) => string | undefined = () => undefined): Promise<FakeSmtpServer> {
  const mails: HandedMail[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    serve(socket, mails, commands, refuse);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    commands,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(socket: Socket, mails: HandedMail[], commands: string[], refuse: (command: string) => string | undefined): void {
  let pending = '';
  let from = '';
  let to: string[] = [];
  let isData = false;
  const answerTo = (line: string): string => {
    const refusal = refuse(line);
    if (refusal) return refusal;
    if (/^EHLO/i.test(line)) return '250-fake\r\n250 8BITMIME';
    if (/^MAIL FROM:/i.test(line)) from = /<(.*)>/.exec(line)?.[1] ?? '';
    if (/^RCPT TO:/i.test(line)) to.push(/<(.*)>/.exec(line)?.[1] ?? '');
    if (/^QUIT/i.test(line)) return '221 bye';
    isData = /^DATA/i.test(line);
    return isData ? '354 go on' : '250 ok';
  };
  const take = (): string | undefined => {
    const end = pending.indexOf(isData ? '\r\n.\r\n' : '\r\n');
    if (end < 0) return undefined;
    const text = pending.slice(0, end);
    pending = pending.slice(end + (isData ? 5 : 2));
    if (!isData) {
      commands.push(text);
      return answerTo(text);
    }
    isData = false;
    const refusal = refuse('.');
    if (!refusal) mails.push({ from, to, raw: `${text.replace(/(^|\r\n)\.\./g, '$1.')}\r\n` });
    to = [];
    return refusal ?? '250 kept';
  };
  socket.setEncoding('utf8');
  socket.write(`${refuse('') ?? '220 fake'}\r\n`);
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (let answer = take(); answer !== undefined; answer = take()) socket.write(`${answer}\r\n`);
  });
}
