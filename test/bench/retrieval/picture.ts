/** A bar chart as one self-contained SVG, legible on light and on dark pages, and with its values in words for those who do not see it. */

export interface Bar {
  readonly name: string;
  /** 0…1; absent for what was not finished. */
  readonly value: number | undefined;
  readonly isOurs: boolean;
}

export interface Picture {
  readonly title: string;
  readonly note: string;
  readonly panels: readonly { readonly title: string; readonly bars: readonly Bar[] }[];
}

const COLUMNS = 2;
const PANEL = { width: 460, left: 132, bars: 260, head: 30, row: 20, gap: 24 } as const;
const MARGIN = 20;
const HEAD = 64;

/** Contrast of text on ground at least 7 to 1, of bars on ground at least 3 to 1, in both schemes (WCAG 2.2, 1.4.6 and 1.4.11). */
const STYLE = `
  .ground { fill: #ffffff } text { fill: #1b1b1b; font: 12px system-ui, sans-serif } .title { font-size: 17px; font-weight: 600 }
  .panel { font-weight: 600; font-size: 13px } .ours { fill: #0b5d66 } .other { fill: #8a8f94 } .track { fill: #eef0f1 } .strong { font-weight: 700 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #14181b } text { fill: #f2f2f2 } .ours { fill: #4cc3cf } .other { fill: #868d93 } .track { fill: #23292d }
  }`;

export function barPicture({ title, note, panels }: Picture): string {
  const tallest = Math.max(0, ...panels.map(({ bars }) => bars.length));
  const panelHeight = PANEL.head + tallest * PANEL.row + PANEL.gap;
  const width = 2 * MARGIN + COLUMNS * PANEL.width;
  const height = HEAD + Math.ceil(panels.length / COLUMNS) * panelHeight + MARGIN;
  const drawn = panels.map((panel, n) => {
    const x = MARGIN + (n % COLUMNS) * PANEL.width;
    const y = HEAD + Math.floor(n / COLUMNS) * panelHeight;
    return `<g transform="translate(${x} ${y})"><text class="panel" y="16">${xml(panel.title)}</text>${panel.bars.map(drawBar).join('')}</g>`;
  });
  const words = panels.map((panel) => `${panel.title}: ${panel.bars.map(({ name, value }) => `${name} ${told(value)}`).join(', ')}.`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title words">`,
    `<title id="title">${xml(title)}</title><desc id="words">${xml(words.join(' '))}</desc><style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    `<text class="title" x="${MARGIN}" y="30">${xml(title)}</text><text x="${MARGIN}" y="50">${xml(note)}</text>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function drawBar({ name, value, isOurs }: Bar, n: number): string {
  const y = PANEL.head + n * PANEL.row;
  const length = Math.round(Math.min(1, Math.max(0, value ?? 0)) * PANEL.bars);
  const strong = isOurs ? ' class="strong"' : '';
  return [
    `<text${strong} x="${PANEL.left - 8}" y="${y + 11}" text-anchor="end">${xml(name)}</text>`,
    `<rect class="track" x="${PANEL.left}" y="${y}" width="${PANEL.bars}" height="14" rx="2"/>`,
    `<rect class="${isOurs ? 'ours' : 'other'}" x="${PANEL.left}" y="${y}" width="${length}" height="14" rx="2"/>`,
    `<text${strong} x="${PANEL.left + PANEL.bars + 8}" y="${y + 11}">${told(value)}</text>`,
  ].join('');
}

const told = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
