/** What the rooms may ask of the knowledge folder. One value is one consistent version of it; a reload makes a new one. */
import type { Calibration } from './calibration';
import type { Entry, SiteEntry } from './entry';
import type { Passage } from './passage';
import type { Vocabularies } from './vocabulary';

export interface KnowledgeBase {
  /** Changes with every byte of the folder that matters. */
  readonly digest: string;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
  readonly vocabularies: Vocabularies;
  /** How sure to be of an answer, fitted to this folder; absent: the shipped calibration serves. */
  readonly calibration?: Calibration;
  /** Also finds an entry by the id of a record merged into it. */
  findEntry(id: string): Entry | undefined;
  findSite(id: string): SiteEntry | undefined;
}
