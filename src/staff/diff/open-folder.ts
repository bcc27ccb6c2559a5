/** What the comparison needs of a folder. */
import type { AskRooms } from '../ask';

/** A folder as it would be served. */
export type OpenedFolder = Omit<AskRooms, 'now'>;

/** Throws KNOWLEDGE_EMPTY when nothing of the folder is usable. Called for both folders at the same time. */
export type OpenFolder = (folder: string) => Promise<OpenedFolder>;

export interface Sides {
  readonly base: OpenedFolder;
  readonly edited: OpenedFolder;
}

/** The two versions of what the folder says. */
export interface Versions {
  readonly base: OpenedFolder['knowledge'];
  readonly edited: OpenedFolder['knowledge'];
}
