/** The folder is asked all its questions, and both calibrators are fitted to what came of it. */
import { calibratorsFor } from '../../retrieval/confidence';
import type { AskRooms } from '../ask';
import type { CommandRooms } from '../command';
import type { GoldenQuestion } from '../diff/golden-questions';
import type { OpenedFolder } from '../diff/open-folder';
import { goldenQuestions, madeQuestions } from './calibration-questions';
import { type Refit, refit } from './refit';
import { takeSamples } from './samples';
import type { Asked } from './tell-calibration';

/** Milliseconds after which somebody who waits is told how far it is. */
const PATIENCE = 1_000;

/** Tells on `err` what is left out, and how far it is. */
export async function refitAll(
  golden: readonly GoldenQuestion[],
  opened: OpenedFolder,
  { err, now }: Pick<CommandRooms, 'err' | 'now'>,
): Promise<{ asked: Asked; refits: readonly Refit[] }> {
  const at = now();
  const askRooms: AskRooms = { ...opened, now: () => at };
  const judged = goldenQuestions(golden, askRooms);
  const lost = golden.length - judged.length;
  if (lost > 0) err.write(`${lost} golden questions name no entry that is there, or none at all: they are left out\n`);
  const made = madeQuestions(askRooms);
  const questions = [...judged, ...made];
  let told = at.getTime();
  const samples = await takeSamples(questions, opened.answerer, (done) => {
    if (now().getTime() - told < PATIENCE || done === questions.length) return;
    told = now().getTime();
    err.write(`asked ${done} of ${questions.length} questions …\n`);
  });
  const serving = calibratorsFor(opened.knowledge.calibration);
  const refits = (['own', 'across'] as const).map((reach) => refit(reach, samples, serving));
  return { asked: { golden: judged.length, made: made.length }, refits };
}
