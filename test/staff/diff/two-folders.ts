/** The sample folder and an edited copy of it on disk, and a `ponte diff` that opens both for real. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { openLanguages } from '../../../src/compose';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';
import { makeDiffCommand } from '../../../src/staff/diff/command';
import { makeFolderOpener } from '../../../src/staff/diff/open-folders';

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export class TwoFolders {
  readonly parent = mkdtempSync(join(tmpdir(), 'ponte-diff-'));
  readonly base = join(this.parent, 'base');
  readonly edited = join(this.parent, 'edited');

  constructor() {
    for (const folder of [this.base, this.edited])
      for (const [file, text] of Object.entries(SAMPLE_FOLDER)) this.write(join(folder, file), text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Changes a file of the edited folder; throws when it does not say `replace`. */
  edit(file: string, replace: string, by: string): void {
    const path = join(this.edited, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(replace)) throw new Error(`${file} does not say ${replace}`);
    writeFileSync(
      path,
      text.replace(replace, () => by),
    );
  }

  removeFile(file: string): void {
    rmSync(join(this.edited, file));
  }

  exists(path: string): boolean {
    return existsSync(path);
  }

  async diff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err] = [new Kept(), new Kept()];
    const command = makeDiffCommand(makeFolderOpener({ openLanguages, defaultSite: () => 'example-site' }));
    const now = () => new Date('2026-11-21T12:00:00Z');
    const rooms = { folder: this.edited, dataFolder: join(this.parent, 'data'), out, err, now, isTerminal: false };
    const base = args.includes('--base') ? [] : ['--base', this.base];
    const code = await command.run([...base, ...args], rooms);
    return { code, out: out.text, err: err.text };
  }

  close(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}
