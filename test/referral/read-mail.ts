/** Reads a mail by hand, from RFC 5322 and 2047 alone, so that no fault is shared with whoever wrote it. */

export interface ReadMail {
  /** Unfolded, in order; `value` is decoded, `raw` is not: addresses are read from `raw`, before words are decoded (RFC 2047, 6.1). */
  readonly headers: readonly { readonly name: string; readonly value: string; readonly raw: string }[];
  readonly text: string;
}

export function readMail(raw: string): ReadMail {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('head and body are not parted by an empty line');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const [, name, raw] = /^([!-9;-~]+):[ \t]?(.*)$/.exec(line) ?? [];
    if (name === undefined || raw === undefined) throw new Error(`this is no header: ${line}`);
    return { name, value: decodeWords(raw), raw };
  });
  const encoding = valuesOf({ headers }, 'Content-Transfer-Encoding')[0] ?? '7bit';
  return {
    headers,
    text: decodeBody(raw.slice(end + 4), encoding)
      .replace(/\r\n/g, '\n')
      .trimEnd(),
  };
}

/** Values of each header of this name. */
export const valuesOf = ({ headers }: Pick<ReadMail, 'headers'>, name: string): string[] =>
  headers.filter((one) => one.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value);

/** Addresses of a header, names left aside. */
export const addressesOf = ({ headers }: Pick<ReadMail, 'headers'>, name: string): string[] =>
  headers
    .filter((one) => one.name.toLowerCase() === name.toLowerCase())
    .flatMap(({ raw }) => raw.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,;:]+@[^\s<>,;:]+/g) ?? []);

const decodeWords = (value: string): string =>
  value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquote(text.replace(/_/g, ' ')),
    );

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body;
}

function unquote(text: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const hex = /^=([0-9A-F]{2})/i.exec(text.slice(at, at + 3))?.[1];
    if (hex === undefined) bytes.push(...Buffer.from(text.charAt(at)));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  return Buffer.from(bytes).toString();
}
