/**
 * Where a memo outlives the process: a line that names the build, then a line a file. A save adds lines, and those that come later count:
 * with fifty thousand entries the whole takes seconds to write, and nobody should wait for them.
 */
import { createReadStream } from 'node:fs';
import { appendFile, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kept, ParseMemo } from './parse-memo';

/** Lines written at once; the event loop turns between. */
const LINES_AT_ONCE = 64;
/** Written anew when it has more lines than this for each file. */
const MOST_LINES_A_FILE = 2;

type Line = readonly [string, Kept];

export class MemoFile {
  readonly #path: string;
  readonly #build: string;
  /** In the file, as this process knows it; undefined when it must be written anew. */
  #lines: number | undefined;
  #last: Promise<void> = Promise.resolve();

  /** `build` names the code that parses: a release does not meet what another one kept. The file may be lost at any time. */
  constructor(path: string, build: string) {
    this.#path = path;
    this.#build = build;
  }

  /** Empty when nothing is kept, or it cannot be read. A line that was cut off in the middle is nobody's. */
  async read(): Promise<ParseMemo> {
    const files = new Map<string, Kept>();
    let lines = -1;
    let isWhole = true;
    try {
      for await (const line of linesOf(this.#path)) {
        lines += 1;
        isWhole = lines === 0 ? line === this.#head() : keep(line, files);
        if (!isWhole) break;
      }
    } catch {
      // There is none, or the disk cannot be read.
      isWhole = false;
    }
    this.#lines = isWhole && lines >= 0 ? lines : undefined;
    return new ParseMemo(files);
  }

  /** Best effort, one after the other: without it the next start parses again. */
  write(memo: ParseMemo): Promise<void> {
    this.#last = this.#last
      .then(() => this.#write(memo))
      .catch(() => {
        this.#lines = undefined;
      });
    return this.#last;
  }

  async #write(memo: ParseMemo): Promise<void> {
    const news = memo.takeNews();
    const lines = (this.#lines ?? Number.POSITIVE_INFINITY) + (news?.length ?? 0);
    if (news && lines <= memo.size * MOST_LINES_A_FILE && (await this.#isOurs())) {
      await appendFile(this.#path, news.map(lineOf).join(''));
      this.#lines = lines;
    } else {
      await this.#writeAnew([...memo.all()]);
      this.#lines = memo.size;
    }
  }

  /** A server of another release may have put its own file here meanwhile. */
  async #isOurs(): Promise<boolean> {
    for await (const line of linesOf(this.#path)) return line === this.#head();
    return false;
  }

  async #writeAnew(lines: readonly Line[]): Promise<void> {
    const draft = `${this.#path}.${process.pid}`;
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(draft, 'w', 0o600);
      await this.#fill(file, lines).finally(() => file.close());
      await rename(draft, this.#path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async #fill(file: FileHandle, lines: readonly Line[]): Promise<void> {
    await file.appendFile(`${this.#head()}\n`);
    for (let from = 0; from < lines.length; from += LINES_AT_ONCE)
      await file.appendFile(
        lines
          .slice(from, from + LINES_AT_ONCE)
          .map(lineOf)
          .join(''),
      );
  }

  #head(): string {
    return JSON.stringify({ build: this.#build });
  }
}

/** A last line without its end was cut off, and says so: no JSON ends in this. */
async function* linesOf(path: string): AsyncIterable<string> {
  let rest = '';
  for await (const part of createReadStream(path, 'utf8')) {
    const lines = `${rest}${part}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield `${rest}\0`;
}

const lineOf = (line: Line): string => `${JSON.stringify(line)}\n`;

/** False for a line that is none. */
function keep(line: string, files: Map<string, Kept>): boolean {
  try {
    const [file, kept]: Line = JSON.parse(line);
    files.set(file, kept);
    return true;
  } catch {
    return false;
  }
}
