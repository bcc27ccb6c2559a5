/** `calibration.yaml` → how sure to be of an answer in this folder. Made by `ponte calibrate`; a folder without one uses what is shipped. */
import { join } from 'node:path';
import { Calibration } from '../domain/calibration';
import type { Finding } from '../domain/finding';
import { codeOf } from '../errors';
import { finding, readYaml } from './front-matter';
import type { ParseMemo } from './parse-memo';
import { readInside } from './read-folder';

/** Where it stands in the knowledge folder. */
export const CALIBRATION_FILE = 'calibration.yaml';
/** Bytes; two regressions with their names are a twentieth. */
const MAX_FILE = 16 * 1024;
const FIX = 'Make it anew with "ponte calibrate --apply", or remove it: the shipped calibration serves then.';

export interface CalibrationReading {
  /** Absent when there is no such file, or it is broken. */
  readonly calibration?: Calibration;
  readonly findings: readonly Finding[];
  /** What was read, for the digest. */
  readonly texts: readonly string[];
}

/** `root` is a real path. */
export async function readCalibration(root: string, memo: ParseMemo): Promise<CalibrationReading> {
  const file = CALIBRATION_FILE;
  const text = await readInside(root, join(root, file), MAX_FILE).catch((error: unknown) =>
    codeOf(error) === 'ENOENT' ? undefined : { problem: 'the file cannot be read' },
  );
  if (text === undefined) return { findings: [], texts: [] };
  if (typeof text !== 'string') return { findings: [finding('unreadable', { file }, text.problem, FIX)], texts: [] };
  const { read } = memo.parse(file, text, () => readYaml(text, Calibration, file, 1));
  if (read.ok) return { calibration: read.value, findings: [], texts: [text] };
  return { findings: read.findings.map((one) => ({ ...one, fix: FIX })), texts: [text] };
}

/** The last good one when the file is there and broken; none when it is gone. */
export const lastGoodCalibration = ({ calibration, findings }: CalibrationReading, last?: Calibration): Calibration | undefined =>
  findings.length > 0 ? last : calibration;
