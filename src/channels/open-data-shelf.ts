/** The files of the open data, each made once a version, where no question waits for it. */
import type { Log } from '../log';
import { HttpRefusal } from './http-refusal';

interface OpenDataFile {
  readonly body: string;
  readonly contentType: string;
  readonly fileName: string;
  /** Digest of the body, without quotes. */
  readonly etag: string;
}

export interface OpenData {
  /** Address of the licence of all of it. */
  readonly licence: string;
  /** The format `/open-data` answers with: the catalogue of the others. */
  readonly index: string;
  readonly formats: readonly string[];
  /** Changes when any file may have; cheap to ask. */
  version(): string;
  /** Makes a file anew, where no question waits for it. */
  make(format: string): Promise<OpenDataFile>;
}

export interface Kept extends OpenDataFile {
  readonly bytes: Buffer;
  readonly version: string;
  /** Milliseconds, whole seconds: HTTP dates have no more. */
  readonly modified: number;
}

export interface OpenDataOptions {
  /** Milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** Milliseconds. */
  readonly patienceMs?: number;
}

/** A file of some hundred entries is there within this; of fifty thousand, whoever asks comes back. */
const PATIENCE_MS = 5_000;
/** Seconds after which whoever found nothing ready may ask again. */
const RETRY_AFTER = '10';

/** Each file is made once a version, however many ask for it. Unchanged bytes keep the day they are from. */
export class Shelf {
  readonly #data: OpenData;
  readonly #options: OpenDataOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, { readonly version: string; readonly file: Promise<Kept | undefined> }>();

  constructor(data: OpenData, options: OpenDataOptions) {
    this.#data = data;
    this.#options = options;
  }

  /** Refuses with 503 when the file of the version that serves now is not there in time. */
  async take(format: string): Promise<Kept> {
    const version = this.#data.version();
    const kept = this.#kept.get(format);
    const file = kept?.version === version ? kept : await within(this.#options.patienceMs ?? PATIENCE_MS, this.#make(format, version));
    if (file === undefined) throw new HttpRefusal('Unavailable', { headers: { 'Retry-After': RETRY_AFTER } });
    return file;
  }

  #make(format: string, version: string): Promise<Kept | undefined> {
    const making = this.#making.get(format);
    if (making?.version === version) return making.file;
    const file = this.#data.make(format).then(
      (made) => this.#keep(format, version, made),
      (error: unknown) => {
        this.#options.log.degraded({ part: 'open data', error });
        return undefined;
      },
    );
    this.#making.set(format, { version, file });
    void file.finally(() => this.#making.get(format)?.file === file && this.#making.delete(format));
    return file;
  }

  #keep(format: string, version: string, made: OpenDataFile): Kept {
    const last = this.#kept.get(format);
    const modified = last?.etag === made.etag ? last.modified : Math.floor(this.#options.now() / 1000) * 1000;
    const file = { ...made, bytes: Buffer.from(made.body), version, modified };
    this.#kept.set(format, file);
    return file;
  }
}

async function within<T>(ms: number, task: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([task, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
