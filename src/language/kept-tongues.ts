/** What tells languages, made once for the vocabularies that serve and kept for the next start. */
import { createHash } from 'node:crypto';
import type { Vocabularies } from '../domain/vocabulary';
import type { Languages } from './speech';
import { makeTonguesImage, openTongues, READ_PARTS, type StopWords, type Tongues, type TonguesImage } from './tongues';

/** Where an image outlives the process; `key` names what it was made from. It may be lost at any time. */
export interface TonguesFile {
  /** Undefined when there is none for this key. */
  read(key: string): Promise<TonguesImage | undefined>;
  write(key: string, image: TonguesImage): Promise<void>;
}

export interface KeptTonguesOptions {
  readonly languages: Languages;
  readonly isStopWord: StopWords;
  /** Absent: nothing is kept. */
  readonly file?: TonguesFile | undefined;
}

export class KeptTongues {
  readonly #options: KeptTonguesOptions;
  readonly #opened = new WeakMap<Vocabularies, Tongues>();
  #keeping: Promise<void> = Promise.resolve();

  constructor(options: KeptTonguesOptions) {
    this.#options = options;
  }

  /** Takes what an earlier start kept when it is still true, so that nobody waits for it. */
  async open(vocabularies: Vocabularies): Promise<void> {
    const { file, isStopWord } = this.#options;
    const image = await file?.read(this.#keyOf(vocabularies));
    if (image) this.#opened.set(vocabularies, openTongues(image, isStopWord));
    else this.of(vocabularies);
  }

  /** Hardly an edit touches the vocabularies; after one that does, the first to write waits for it. */
  of(vocabularies: Vocabularies): Tongues {
    const { languages, isStopWord, file } = this.#options;
    const opened = this.#opened.get(vocabularies);
    if (opened) return opened;
    const image = makeTonguesImage({ languages, vocabularies });
    const made = openTongues(image, isStopWord);
    this.#opened.set(vocabularies, made);
    if (file) this.#keep(file, this.#keyOf(vocabularies), image);
    return made;
  }

  /** Nothing is left to be written. */
  settled(): Promise<void> {
    return this.#keeping;
  }

  /** Best effort, one after the other: without it the next start makes it again. */
  #keep(file: TonguesFile, key: string, image: TonguesImage): void {
    this.#keeping = this.#keeping.then(() => file.write(key, image)).catch(() => undefined);
  }

  /** Changes with every word it is made from. */
  #keyOf({ areas, applicants, topics, objectives, skills, events, concepts }: Vocabularies): string {
    const { languages } = this.#options;
    const spoken = languages.spoken.map((locale) => [locale, ...READ_PARTS.map((part) => languages.part(locale, part))]);
    const terms = [areas, applicants, topics, objectives, skills, events].map((words) => [...words.values()]);
    return createHash('sha256')
      .update(JSON.stringify([spoken, terms, concepts]))
      .digest('hex');
  }
}
