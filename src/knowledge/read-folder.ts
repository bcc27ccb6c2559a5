/** The folder on disk → its files' texts. Nothing outside the folder is read, whatever a link says. */
import { lstatSync } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Finding } from '../domain/finding';
import { finding } from './front-matter';

const FOLDERS = ['calls', 'services', 'trainings', 'organisations', 'programmes', 'guides', 'clusters', 'sites'];
/** Bytes. */
const MAX_FILE = 256 * 1024;
/** Files read at the same time: one by one, a thousand take most of a second. */
const AT_ONCE = 32;

/** Stamps taken at a time: the event loop turns between. */
const STAMPS_AT_ONCE = 256;
/** A file that was written so shortly before it was read may be written again with the same times. Milliseconds; some disks count seconds. */
const TOO_FRESH = 2_500;

export interface FileText {
  /** Absent where it is known already. */
  readonly text?: string;
  /** Another one when the file was changed or put in the place of another; absent when that cannot be told. */
  readonly stamp?: string;
}

export interface FolderText {
  /** Path inside the folder with forward slashes → text. */
  readonly files: ReadonlyMap<string, FileText>;
  readonly findings: readonly Finding[];
}

/** `root` is a real path. Files of which `isKnown` holds are not opened: of ten thousand, a save changes one. */
export async function readFolder(root: string, isKnown?: (file: string, stamp: string) => boolean): Promise<FolderText> {
  const files = new Map<string, FileText>();
  const findings: Finding[] = [];
  const paths = (await Promise.all(FOLDERS.map((kind) => namesIn(root, kind)))).flat();
  const stamps = isKnown ? await stampsOf(root, paths) : new Map<string, string>();
  const isHere = (file: string): boolean => isKnown?.(file, stamps.get(file) ?? '') ?? false;
  // In the order of the paths, whatever is read.
  for (const file of paths) if (isHere(file)) files.set(file, { stamp: stamps.get(file) ?? '' });
  const unknown = paths.filter((file) => !files.has(file));
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    const some = unknown.slice(from, from + AT_ONCE);
    const texts = await Promise.all(some.map((file) => readInside(root, join(root, file), MAX_FILE).catch(() => undefined)));
    for (const [n, file] of some.entries()) {
      const text = texts[n];
      const stamp = stamps.get(file);
      if (typeof text === 'string') files.set(file, { text, ...(stamp !== undefined && { stamp }) });
      else
        findings.push(
          finding(
            'unreadable',
            { file },
            text?.problem ?? 'the file cannot be read',
            'Check that it is an ordinary text file inside the folder, up to 256 KB.',
          ),
        );
    }
  }
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), findings };
}

/** Of ordinary files that nobody touched just now. A link has none: what it leads to may change behind it. */
async function stampsOf(root: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const stamps = new Map<string, string>();
  const before = BigInt(Date.now() - TOO_FRESH) * 1_000_000n;
  for (const [n, file] of paths.entries()) {
    if (n % STAMPS_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
    const stamp = stampOf(join(root, file), before);
    if (stamp !== undefined) stamps.set(file, stamp);
  }
  return stamps;
}

function stampOf(path: string, before: bigint): string | undefined {
  try {
    // A hundred thousand promises would take longer than the disk does.
    const { dev, ino, size, mtimeNs, ctimeNs, ...stats } = lstatSync(path, { bigint: true });
    const isCalm = mtimeNs < before && ctimeNs < before;
    return isCalm && lstatIsFile(stats.mode) ? `${dev}.${ino}.${size}.${mtimeNs}.${ctimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

/** S_IFMT and S_IFREG, inode(7). */
const lstatIsFile = (mode: bigint): boolean => (mode & 0o170000n) === 0o100000n;

async function namesIn(root: string, kind: string): Promise<string[]> {
  const names = await readdir(join(root, kind)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.md') && !name.startsWith('.') && name !== 'README.md')
    .sort()
    .map((name) => `${kind}/${name}`);
}

/** Text of an ordinary file of at most `maxBytes` that lies under `root`, links followed; `root` is a real path. */
export async function readInside(root: string, path: string, maxBytes: number): Promise<string | { problem: string }> {
  const real = await realpath(path);
  if (!real.startsWith(root + sep)) return { problem: 'the file is a link that leaves the folder' };
  const stats = await lstat(real);
  if (!stats.isFile()) return { problem: 'this is not an ordinary file' };
  if (stats.size > maxBytes) return { problem: `the file is larger than ${maxBytes / 1024} KB` };
  const bytes = await readFile(real);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'the file is not UTF-8' };
  }
}
