/** The days that a text names, in whatever way its language writes them. */
import type { Day } from '../../domain/day';
import type { Locale } from '../../domain/locale';
import { type Figure, figuresIn } from '../../language/figures';

export interface NamedDay {
  /** `--08-31` when the text does not say the year beside it. */
  readonly day: string;
  readonly text: string;
}

/** Letters that may stand between a day and its month ("3 de março"), or a month and its year. */
const BETWEEN = 8;

export function namedDays(text: string, locale: Locale): NamedDay[] {
  const figures = figuresIn(text, locale);
  return figures.flatMap((figure, n) => {
    const month = /^month (\d+)$/.exec(figure.value)?.[1];
    if (month === undefined) return [];
    const before = near(figures[n - 1], figure, isDay);
    const day = before ?? near(figure, figures[n + 1], isDay);
    if (!day) return [];
    const last = before ? figure : day;
    const year = near(last, figures[figures.indexOf(last) + 1], isYear);
    const start = Math.min(day.index, figure.index);
    const end = Math.max(day.index + day.text.length, figure.index + figure.text.length);
    return [{ day: `${year?.value ?? '-'}-${month.padStart(2, '0')}-${day.value.padStart(2, '0')}`, text: text.slice(start, end) }];
  });
}

const isDay = ({ value }: Figure): boolean => /^([1-9]|[12]\d|3[01])$/.test(value);
const isYear = ({ value }: Figure): boolean => /^(19|20)\d\d$/.test(value);

/** Whichever of two neighbours is wanted, when they stand close enough to belong together. */
function near(left: Figure | undefined, right: Figure | undefined, isWanted: (figure: Figure) => boolean): Figure | undefined {
  if (!left || !right || right.index - left.index - left.text.length > BETWEEN) return undefined;
  return [left, right].find(isWanted);
}

/** Could the text mean this day? */
export const isSameDay = (named: NamedDay, day: Day): boolean =>
  named.day.startsWith('--') ? day.endsWith(named.day.slice(1)) : named.day === day;
