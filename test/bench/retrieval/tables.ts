/** The results as tables, and as numbers for the baseline. */
import type { Numbers } from '../baseline';
import { ENGINES, type EngineId } from './engines';
import { SPEED_SET_IDS, SPEED_SETS } from './folder';
import type { EngineResults, XquadScores } from './results';

type Row = Readonly<Record<string, number | string>>;
/** Of an engine, if it has been measured. */
type RowOf = (results: EngineResults) => Row | undefined;

/** What is compared at a glance, 0…1 each; more is better. */
export const HEADLINES: readonly { readonly about: string; readonly of: (results: EngineResults) => number | undefined }[] = [
  { about: 'XQuAD, one language', of: ({ xquad }) => xquad?.own.mean },
  { about: 'XQuAD, two typos a question', of: ({ xquad }) => xquad?.typos.mean },
  { about: 'XQuAD across languages, 12 pairs', of: ({ xquad }) => xquad?.across.mean },
  { about: 'XQuAD, each entry in one of four languages', of: ({ xquad }) => xquad?.one.mean },
  { about: 'XQuAD, each entry in one to three', of: ({ xquad }) => xquad?.several.mean },
  { about: 'Knowledge folder, recall at 5', of: ({ folder }) => folder?.recall5 },
];

/** What the jobs are about, as they are told. */
export const XQUAD = 'XQuAD';
export const KNOWLEDGE_FOLDER = 'knowledge folder';

export function tellTables(all: readonly EngineResults[]): void {
  const onXquad = (title: string, part: keyof XquadScores) => tellTable(title, XQUAD, all, ({ xquad }) => xquad && { ...xquad[part] });
  onXquad('XQuAD, mean reciprocal rank at 10', 'own');
  onXquad('XQuAD, two typos a question', 'typos');
  onXquad('XQuAD across languages (asked > indexed)', 'across');
  onXquad('XQuAD in a folder of four languages, each entry in one', 'one');
  onXquad('XQuAD in a folder of four languages, each entry in one to three', 'several');
  tellTable('Knowledge folder, test half, questions it can answer', KNOWLEDGE_FOLDER, all, ({ folder }) => folder && { ...folder });
  for (const id of SPEED_SET_IDS) {
    const { about } = SPEED_SETS[id];
    tellTable(`${about} (ms, MB)`, about, all, ({ speed }) => speed[id] && { ...speed[id] });
  }
  tellBest(all);
}

/** Says nothing when nothing was measured. */
function tellTable(title: string, about: string, all: readonly EngineResults[], rowOf: RowOf): void {
  const rows = all.flatMap((one): [string, Row][] => {
    const row = rowOf(one);
    const why = one.unfinished.find((job) => job.about === about)?.why;
    return row ? [[one.name, row]] : why ? [[one.name, { note: why }]] : [];
  });
  if (rows.length === 0) return;
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows));
}

export const isOurs = ({ name }: EngineResults): boolean => name === ENGINES.ponte.name;

/** Ponte beside the best of the others. */
function tellBest(all: readonly EngineResults[]): void {
  const rows = HEADLINES.flatMap(({ about, of }): [string, Row][] => {
    const ours = all.filter(isOurs).map(of)[0];
    const others = all.filter((one) => !isOurs(one)).flatMap((one) => ({ name: one.name, value: of(one) ?? 0 }));
    const [best] = others.sort((a, b) => b.value - a.value);
    return ours === undefined || !best ? [] : [[about, { Ponte: ours, best: best.value, of: best.name }]];
  });
  if (rows.length === 0) return;
  console.log('\nBeside the best of the others');
  console.table(Object.fromEntries(rows));
}

export const numbersOf = (results: ReadonlyMap<EngineId, EngineResults>): Numbers =>
  Object.fromEntries(
    [...results].map(([id, { xquad, folder, speed }]) => [
      id,
      { xquad: xquad && { ...xquad }, folder: folder && { ...folder }, speed: plain(speed) } satisfies Numbers,
    ]),
  );

const plain = (speed: EngineResults['speed']): Numbers => Object.fromEntries(Object.entries(speed).map(([id, one]) => [id, { ...one }]));
