/**
 * The built browser files, read once into memory. No request ever names a file on the disk: what is not in this list is not there
 * (restify's serveStatic let a path reach a sibling folder and crash the process, reliability.md, F4).
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { PonteError } from '../errors';
import type { HttpAnswer, HttpRequest } from './http-exchange';
import { HttpRefusal } from './http-refusal';
import { holds } from './negotiation';

interface Asset {
  readonly type: string;
  /** Digest of the bytes, without quotes. */
  readonly etag: string;
  readonly bytes: Buffer;
  readonly brotli?: Buffer;
  readonly gzip?: Buffer;
}

/** By path below the folder, with `/`: `chat.js`. */
export type Assets = ReadonlyMap<string, Asset>;

/** The pages do not work without these. */
export const NEEDED_ASSETS = ['widget.js', 'chat.js', 'kiosk.js', 'demo.js', 'chat.css', 'demo.css', 'entry.css', 'staff.css'] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set(['.js', '.css', '.json', '.map', '.svg']);
/** Below this a compressed answer is not smaller on the wire. */
const WORTH_BYTES = 512;

/** Throws WEB_NOT_BUILT naming what is missing. */
export async function readAssets(folder: string): Promise<Assets> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new PonteError('WEB_NOT_BUILT', folder, { cause });
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const names = new Set(files.map((file) => nameOf(folder, file)));
  const missing = NEEDED_ASSETS.filter((name) => !names.has(name));
  if (missing.length > 0) throw new PonteError('WEB_NOT_BUILT', missing.join(', '));
  return new Map(await Promise.all(files.map(async (file) => [nameOf(folder, file), await readAsset(file)] as const)));
}

const nameOf = (folder: string, file: string): string => relative(folder, file).split(sep).join('/');

async function readAsset(file: string): Promise<Asset> {
  const bytes = await readFile(file);
  const extension = extname(file);
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const plain = { type: TYPES[extension] ?? 'application/octet-stream', etag, bytes };
  if (!COMPRESSIBLE.has(extension) || bytes.length < WORTH_BYTES) return plain;
  const params = { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [brotli, gzipped] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes, { level: 9 })]);
  return { ...plain, brotli, gzip: gzipped };
}

/** Answers with the asset of this name, in the best encoding the client takes, or 304. Refuses with 404. */
export function assetAnswer(assets: Assets, name: string, request: HttpRequest): HttpAnswer {
  const asset = assets.get(name);
  if (asset === undefined) throw new HttpRefusal('NotFound');
  const { bytes, encoding } = encoded(asset, request.headers['accept-encoding']);
  const etag = `"${asset.etag}${encoding ? `-${encoding}` : ''}"`;
  // The names carry no version: clients keep the bytes and ask whether they still hold.
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' };
  if (holds(etag, request.headers['if-none-match'])) return { status: 304, headers };
  return {
    status: 200,
    headers: { ...headers, 'Content-Type': asset.type, ...(encoding && { 'Content-Encoding': encoding }) },
    body: bytes,
  };
}

function encoded(asset: Asset, accepted: string | string[] | undefined): { bytes: Buffer; encoding?: 'br' | 'gzip' } {
  const takes = (coding: string) =>
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .some((part) => part.split(';')[0]?.trim() === coding && !/;\s*q=0(\.0*)?\s*$/.test(part));
  if (asset.brotli && takes('br')) return { bytes: asset.brotli, encoding: 'br' };
  if (asset.gzip && takes('gzip')) return { bytes: asset.gzip, encoding: 'gzip' };
  return { bytes: asset.bytes };
}
