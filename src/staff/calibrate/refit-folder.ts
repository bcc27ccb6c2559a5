/** The folder is asked all its questions, and both calibrators are fitted to what came of it. */
import { calibratorsFor } from '../../retrieval/confidence';
import type { AskRooms } from '../ask';
import type { CommandRooms } from '../command';
import { evenly, type GoldenQuestion } from '../diff/golden-questions';
import type { OpenedFolder } from '../diff/open-folder';
import { tellProgress } from '../tell-progress';
import { goldenQuestions, MOST_GOLDEN, madeQuestions } from './calibration-questions';
import { type Refit, refit } from './refit';
import { takeSamples } from './samples';
import type { Asked } from './tell-calibration';

/** Tells on `err` what is left out, and how far it is. */
export async function refitAll(
  golden: readonly GoldenQuestion[],
  opened: OpenedFolder,
  rooms: Pick<CommandRooms, 'err' | 'now'>,
): Promise<{ asked: Asked; refits: readonly Refit[] }> {
  const at = rooms.now();
  const askRooms: AskRooms = { ...opened, now: () => at };
  const judged = goldenQuestions(golden, askRooms);
  const lost = golden.length - judged.length;
  if (lost > 0) rooms.err.write(`${lost} golden questions name no entry that is there, or have no "relevant": they are left out\n`);
  const asked = evenly(judged, MOST_GOLDEN);
  const made = madeQuestions(askRooms);
  const progress = tellProgress(rooms, (done, all) => `asked ${done} of ${all} questions …`);
  const samples = await takeSamples([...asked, ...made], opened.answerer, progress);
  const serving = calibratorsFor(opened.knowledge.calibration);
  const refits = (['own', 'across'] as const).map((reach) => refit(reach, samples, serving));
  return { asked: { golden: asked.length, made: made.length }, refits };
}
