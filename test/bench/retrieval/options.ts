/** What the command line of the bench says. */
import { parseArgs } from 'node:util';
import { ENGINE_IDS, type EngineId, isEngineId } from './engines';
import { findXquadProblem } from './xquad';

const PARTS = ['xquad', 'folder', 'speed'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Folder of XQuAD; empty when that part is left out. */
  readonly xquad: string;
  /** Every n-th question is asked. */
  readonly step: number;
  /** Are the large folders left out? */
  readonly isQuick: boolean;
  readonly engines: readonly EngineId[];
  readonly parts: readonly Part[];
  readonly json: string | undefined;
  readonly picture: string | undefined;
  /** Less than the whole: no baseline is made of it. */
  readonly isSample: boolean;
}

const QUICK_STEP = 8;

/** Throws a RangeError or TypeError that tells the mistake and the remedy. */
export function readOptions(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      xquad: { type: 'string' },
      quick: { type: 'boolean', default: false },
      engines: { type: 'string', default: ENGINE_IDS.join(',') },
      parts: { type: 'string', default: PARTS.join(',') },
      json: { type: 'string' },
      picture: { type: 'string' },
      update: { type: 'boolean', default: false },
    },
  });
  const parts = namesIn(values.parts, (name): name is Part => PARTS.some((part) => part === name), 'part', PARTS);
  const engines = namesIn(values.engines, isEngineId, 'engine', ENGINE_IDS);
  const xquad = values.xquad ?? environment.XQUAD_FOLDER ?? '';
  const problem = parts.includes('xquad') ? findXquadProblem(xquad) : undefined;
  if (problem !== undefined) throw new RangeError(`${problem} Or leave these out with --parts folder,speed.`);
  const isSample = values.quick || parts.length < PARTS.length || engines.length < ENGINE_IDS.length;
  if (values.update && isSample) throw new RangeError('--update needs the whole run: leave out --quick, --engines and --parts.');
  const { json, picture } = values;
  return { xquad, step: values.quick ? QUICK_STEP : 1, isQuick: values.quick, engines, parts, json, picture, isSample };
}

function namesIn<T extends string>(text: string, isKnown: (name: string) => name is T, what: string, known: readonly T[]): T[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isKnown(name));
  if (unknown !== undefined) throw new RangeError(`"${unknown}" is no ${what}. There are: ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}
