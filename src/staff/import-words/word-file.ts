/** A file of words on disk → its bytes, unpacked within bounds, and their lines. */
import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { codeOf } from '../../errors';
import { FileRefused } from '../import/table';

const MEGABYTE = 1024 * 1024;
/** As it lies there, and unpacked. EuroVoc in all its languages is about 100 MB of RDF. */
const MAX_FILE = 128 * MEGABYTE;
const MAX_UNPACKED = 256 * MEGABYTE;
/** Characters of one line; the longest honest ones are definitions of some thousands. */
const MAX_LINE = 1_000_000;
/** Bytes decoded at once. */
const STEP = MEGABYTE;

/** Bytes of a file, unpacked when it is gzip (as `.gz` and `.dz` are, whatever it is called). Throws FileRefused. */
export async function readWordFile(path: string): Promise<Uint8Array> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new FileRefused('there is no such file', 'Check the name and the folder.');
  if (!stats.isFile()) throw new FileRefused('this is not an ordinary file', 'Name the file itself.');
  if (stats.size > MAX_FILE)
    throw new FileRefused(
      `the file has ${Math.round(stats.size / MEGABYTE)} MB; up to ${MAX_FILE / MEGABYTE} MB are read`,
      'Give fewer languages, or a part of the list.',
    );
  const bytes = await readFile(path).catch(() => {
    throw new FileRefused('the file cannot be read', 'Check that you may open it and that no other program holds it.');
  });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new FileRefused('this is a ZIP archive', 'Unpack it and name the file inside.');
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes;
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new FileRefused(
        `the file has more than ${MAX_UNPACKED / MEGABYTE} MB when unpacked`,
        'Give fewer languages, or a part of the list.',
      );
    throw new FileRefused('the file is damaged or was not copied whole', 'Fetch it again.');
  }
}

/** Lines without their ends. Throws FileRefused for what is no UTF-8 text. */
export function* linesOf(bytes: Uint8Array): Iterable<string> {
  let rest = '';
  for (const part of textOf(bytes)) {
    const lines = `${rest}${part}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new FileRefused(`a line has more than ${MAX_LINE} characters`, 'Check that it is the right file.');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function* textOf(bytes: Uint8Array): Iterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += STEP) yield decoder.decode(bytes.subarray(from, from + STEP), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new FileRefused('the file is not UTF-8', 'Save it as UTF-8, or fetch it again.');
    throw error;
  }
}
