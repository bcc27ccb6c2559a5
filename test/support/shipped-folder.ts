/** What one test file parsed of the shipped folder, for the others: from the second on it is read as at a second start. */
import { join } from 'node:path';
import { MemoFile } from '../../src/knowledge/memo-file';
import type { ParseMemo } from '../../src/knowledge/parse-memo';
import { digestOfSources, PROJECT } from './built-server';

export const SHIPPED = join(PROJECT, 'knowledge');
/** Beside the build. */
export const SHARED = join(PROJECT, 'dist', 'stage');

/** `sources` is their digest: what other code parsed is not read. */
export const sharedMemoFile = (sources: string): MemoFile => new MemoFile(join(SHARED, 'knowledge.json'), sources);

/** Empty until a test file has opened the stage; gives what files say that did not change since. */
export const readSharedMemo = (): Promise<ParseMemo> => sharedMemoFile(digestOfSources()).read();
