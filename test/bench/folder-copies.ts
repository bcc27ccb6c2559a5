/** Copies of large knowledge folders, and edits of them as an editor saves. */
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the copy are those of the folder until one of them is replaced: a hundred thousand take seconds and no room. */
export function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const one of readdirSync(from, { withFileTypes: true }))
    if (one.isDirectory()) linkFolder(join(from, one.name), join(to, one.name));
    else if (one.isFile()) linkSync(join(from, one.name), join(to, one.name));
}

/** As editors do: a new file in the place of the old one, which other copies keep. */
export function saveFile(path: string, text: string): void {
  const draft = `${path}.part`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Adds a line to the body. */
export const addLine = (path: string, line: string): void => saveFile(path, `${readFileSync(path, 'utf8').trimEnd()}\n\n${line}\n`);

/** Entries whose body is theirs alone: an edit makes no translation out of date. Paths in the folder, sorted. */
export function loneEntries(folder: string, kind = 'services'): string[] {
  const names = readdirSync(join(folder, kind)).filter((name) => /^[^.]+\.md$/.test(name) && name !== 'README.md');
  return names.sort().map((name) => join(kind, name));
}
