/** The folder on disk → its files' texts. Nothing outside the folder is read, whatever a link says. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Finding } from '../domain/finding';
import { finding } from './front-matter';

const FOLDERS = ['calls', 'services', 'trainings', 'organisations', 'programmes', 'guides', 'clusters', 'sites'];
/** Bytes. */
const MAX_FILE = 256 * 1024;
/** Files read at the same time: one by one, a thousand take most of a second. */
const AT_ONCE = 32;

export interface FolderText {
  /** Path inside the folder with forward slashes → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** `root` is a real path. */
export async function readFolder(root: string): Promise<FolderText> {
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  const paths = (await Promise.all(FOLDERS.map((kind) => namesIn(root, kind)))).flat();
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const some = paths.slice(from, from + AT_ONCE);
    const texts = await Promise.all(some.map((file) => readInside(root, join(root, file), MAX_FILE).catch(() => undefined)));
    for (const [n, file] of some.entries()) {
      const text = texts[n];
      if (typeof text === 'string') files.set(file, text);
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
  return { files, findings };
}

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
