/** Bytes on a socket, as no HTTP library would send them. */
import { connect } from 'node:net';

/** Everything the server says until it ends the connection, or says nothing for `quietMs`. */
export function rawRequest(port: number, bytes: string | Buffer | readonly (string | Buffer)[], quietMs = 1500): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const finish = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(quietMs, finish);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', finish);
    socket.on('close', finish);
    socket.on('connect', () => {
      for (const part of Array.isArray(bytes) ? bytes : [bytes]) socket.write(part);
    });
  });
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
