/** What is measured of one engine, as its process tells it. */
import type { SpeedSetId } from './folder';
import type { XquadLocale } from './xquad';

/** Mean reciprocal rank by language of the question, and over all as `mean`. */
export type ByLocale = Readonly<Record<XquadLocale | 'mean', number>>;

/** On XQuAD, mean reciprocal rank at 10. */
export interface XquadScores {
  readonly own: ByLocale;
  readonly typos: ByLocale;
  /** By `asked>indexed`, and `mean`. */
  readonly across: Readonly<Record<string, number>>;
  /** A folder in four languages: each entry in one. */
  readonly one: ByLocale;
  /** Each entry in one to three. */
  readonly several: ByLocale;
}

/** On the knowledge folder. */
export interface FolderScores {
  readonly questions: number;
  readonly hit1: number;
  readonly recall5: number;
}

/** Milliseconds, and MB of 10^6 bytes: what the process grew by. */
export interface Speed {
  /** What the engine was given: sections, or all an entry says in a language. */
  readonly documents: number;
  readonly build: number;
  /** Of that, what processors worked for it: on a busy machine this one compares. */
  readonly buildProcessor: number;
  readonly heap: number;
  readonly resident: number;
  readonly questions: number;
  readonly median: number;
  readonly p95: number;
  /** Mean work of processors for an answer. */
  readonly processor: number;
}

export interface Unfinished {
  readonly part: Job['part'];
  /** `XQuAD`, `knowledge folder`, or which entries. */
  readonly about: string;
  readonly why: string;
}

export interface EngineResults {
  readonly name: string;
  /** `minisearch 7.2.0` */
  readonly versions: readonly string[];
  xquad?: XquadScores;
  folder?: FolderScores;
  readonly speed: Partial<Record<SpeedSetId, Speed>>;
  /** Jobs without a result. */
  readonly unfinished: Unfinished[];
}

/** What one process measures. */
export type Job =
  | { readonly part: 'xquad'; readonly engine: string; readonly folder: string; readonly step: number }
  | { readonly part: 'folder'; readonly engine: string; readonly texts: string; readonly step: number }
  | { readonly part: 'speed'; readonly engine: string; readonly texts: string; readonly questions: string };
