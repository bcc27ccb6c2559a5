/** The picture of the results: which bars it has. */
import { barPicture } from './picture';
import type { EngineResults } from './results';
import { HEADLINES, isOurs } from './tables';

export function pictureOf(all: readonly EngineResults[]): string {
  const panels = HEADLINES.map(({ about, of }) => ({
    title: about,
    bars: all.map((one) => ({ name: one.name, value: of(one), isOurs: isOurs(one) })),
  }));
  return barPicture({
    title: 'How well Ponte and other search engines find the right entry',
    note: 'Mean reciprocal rank at 10, or recall at 5; longer is better. npm run bench -- retrieval',
    panels: panels.filter(({ bars }) => bars.some(({ value }) => value !== undefined)),
  });
}
