/** The difference on a terminal. */
import { styleText } from 'node:util';
import { plainLine } from '../plain-line';
import type { Item, Section, Tone } from './section';

/** Items of a section on the terminal; the page has them all. */
const SHOWN = 25;
const COLOURS = { bad: 'red', warn: 'yellow', good: 'green', plain: 'dim' } as const satisfies Readonly<Record<Tone, string>>;

export interface PrintOptions {
  readonly hasColours: boolean;
  readonly isWhole: boolean;
}

export function differenceLines(sections: readonly Section[], options: PrintOptions): string[] {
  return sections.flatMap(({ title, note, items, empty }) => {
    const shown = options.isWhole ? items : items.slice(0, SHOWN);
    const rest = items.length - shown.length;
    return [
      '',
      options.hasColours ? styleText('bold', title, { validateStream: false }) : title,
      ...(note === undefined ? [] : [`  ${note}`]),
      ...(items.length === 0 ? [`  ${empty}`] : shown.flatMap((item) => itemLines(item, options))),
      ...(rest > 0 ? [`  … and ${rest} more: --all prints them, --html FILE writes a page.`] : []),
    ];
  });
}

function itemLines({ tone, mark, head, lines }: Item, { hasColours }: PrintOptions): string[] {
  const label = `[${mark}]`;
  const shown = hasColours ? styleText(COLOURS[tone], label, { validateStream: false }) : label;
  return [`  ${shown} ${plainLine(head)}`, ...lines.map((line) => `      ${plainLine(line)}`)];
}
