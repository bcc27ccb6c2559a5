/** Reads the body of a request: bounded, and never decompressed. */
import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';

const MAX_BODY_BYTES = 64 * 1024;

/** Refuses with 413 or 415, and with 400 when the sender stops half-way. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') throw new HttpRefusal('BadMediaType', { closes: true });
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new HttpRefusal('BodyTooLarge', { closes: true });
  return collect(request);
}

function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const refuse = (refusal: HttpRefusal) => {
      request.removeAllListeners('data');
      reject(refusal);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // A chunked body tells no length beforehand.
      if (size > MAX_BODY_BYTES) refuse(new HttpRefusal('BodyTooLarge', { closes: true }));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => refuse(new HttpRefusal('BadRequest', { closes: true })));
    request.once('close', () => {
      // It closes after every request; an error that nobody takes costs a stack.
      if (!request.readableEnded) refuse(new HttpRefusal('BadRequest', { closes: true }));
    });
  });
}
