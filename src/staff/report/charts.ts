/** Charts as inline SVG. Each says in its label what it shows; the numbers stand in the picture and in a table beside it. */
import type { Grid } from './coverage';
import { type Html, html } from './html';

export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly tone: 'bad' | 'warn' | 'good';
}

const BAR_HEIGHT = 26;
const NAME_WIDTH = 120;
const BARS_WIDTH = 260;

/** Horizontal bars, one a row, the number at its end. */
export function barChart(label: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const height = bars.length * BAR_HEIGHT;
  const rows = bars.map(({ name, count, tone }, n) => {
    const y = n * BAR_HEIGHT;
    const width = Math.max(count > 0 ? 2 : 0, Math.round((BARS_WIDTH * count) / most));
    return html`<text x="${NAME_WIDTH - 8}" y="${y + 17}" text-anchor="end">${name}</text><rect class="${tone}" x="${NAME_WIDTH}" y="${y + 4}" width="${width}" height="${BAR_HEIGHT - 8}" rx="2"/><text class="figure" x="${NAME_WIDTH + width + 6}" y="${y + 17}">${count}</text>`;
  });
  const shown = bars.map(({ name, count }) => `${name}: ${count}`).join('; ');
  return html`<svg class="chart" role="img" aria-label="${label}. ${shown}" viewBox="0 0 ${NAME_WIDTH + BARS_WIDTH + 40} ${height}" width="${NAME_WIDTH + BARS_WIDTH + 40}" height="${height}">${rows}</svg>`;
}

const CELL = { width: 96, height: 24, names: 56, head: 24 };

/** A heat map with its number in each cell. A cell is shaded more from each of the four steps on. */
export function heatMap(label: string, { rows, columns, cells }: Grid, steps: readonly number[], namesWidth = CELL.names): Html {
  const cellWidth = columns.length > 8 ? 52 : CELL.width;
  const width = namesWidth + columns.length * cellWidth;
  const height = CELL.head + rows.length * CELL.height;
  const heads = columns.map(
    (name, n) => html`<text x="${namesWidth + n * cellWidth + cellWidth / 2}" y="16" text-anchor="middle">${name}</text>`,
  );
  const lines = rows.map((name, row) => {
    const y = CELL.head + row * CELL.height;
    const boxes = columns.map((_, column) => {
      const value = cells[row]?.[column] ?? 0;
      const x = namesWidth + column * cellWidth;
      return html`<rect class="heat${shadeOf(value, steps)}" x="${x + 1}" y="${y + 1}" width="${cellWidth - 2}" height="${CELL.height - 2}"/><text class="on${shadeOf(value, steps)}" x="${x + cellWidth / 2}" y="${y + 16}" text-anchor="middle">${value === 0 ? '·' : value}</text>`;
    });
    return html`<text x="${namesWidth - 8}" y="${y + 16}" text-anchor="end">${name}</text>${boxes}`;
  });
  return html`<svg class="chart" role="img" aria-label="${label} The table below has the same numbers." viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${heads}${lines}</svg>`;
}

const shadeOf = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;

export const toneOf = (score: number): Bar['tone'] => (score < 50 ? 'bad' : score < 75 ? 'warn' : 'good');

/** A small bar for one entry; its number stands beside it. */
export const healthBar = (score: number): Html =>
  html`<svg class="bar" aria-hidden="true" width="64" height="10"><rect class="rail" width="64" height="10" rx="2"/><rect class="${toneOf(score)}" width="${Math.round(0.64 * score)}" height="10" rx="2"/></svg>`;
