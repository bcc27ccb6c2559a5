/** The evaluation as one self-contained page: tables, a bar for each language, and how far the confidence can be believed. */
import type { Bin, Scores } from './measure';

export interface Evaluation {
  readonly day: string;
  readonly entries: number;
  /** By language and `all`, of the test half. */
  readonly languages: Readonly<Record<string, Scores>>;
  readonly kinds: Readonly<Record<string, Scores>>;
  readonly reliability: readonly Bin[];
}

const COLUMNS = [
  'questions',
  'hit1',
  'recall5',
  'ndcg10',
  'answered',
  'right',
  'passage',
  'refused',
  'facts',
  'language',
  'calibration',
  'ms',
  'msP95',
] as const;
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function table(rows: Readonly<Record<string, Scores>>, caption: string): string {
  const head = COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = Object.entries(rows)
    .map(([name, scores]) => `<tr><th scope="row">${html(name)}</th>${COLUMNS.map((one) => `<td>${scores[one]}</td>`).join('')}</tr>`)
    .join('');
  return `<table><caption>${html(caption)}</caption><thead><tr><td></td>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** One bar a language for each of three measures. */
function bars(rows: Readonly<Record<string, Scores>>): string {
  const shown = [
    ['recall5', '#0b5d66'],
    ['right', '#7a2e0e'],
    ['refused', '#3d348b'],
  ] as const;
  const names = Object.keys(rows);
  const parts = names.flatMap((name, n) => [
    ...shown.map(([measure, colour], m) => {
      const height = (rows[name]?.[measure] ?? 0) * 200;
      return `<rect x="${40 + n * 60 + m * 16}" y="${220 - height}" width="14" height="${height}" fill="${colour}"><title>${name} ${measure} ${rows[name]?.[measure]}</title></rect>`;
    }),
    `<text x="${62 + n * 60}" y="238" text-anchor="middle">${name}</text>`,
  ]);
  const lines = [0, 0.5, 0.9, 1].map(
    (at) =>
      `<line x1="36" x2="${40 + names.length * 60}" y1="${220 - at * 200}" y2="${220 - at * 200}" stroke="#bbb"/><text x="4" y="${224 - at * 200}">${at}</text>`,
  );
  const key = shown.map(
    ([measure, colour], n) =>
      `<rect x="${40 + n * 110}" y="250" width="12" height="12" fill="${colour}"/><text x="${58 + n * 110}" y="261">${measure}</text>`,
  );
  return `<svg viewBox="0 0 ${60 + names.length * 60} 270" role="img" aria-label="Recall, right answers and refusals by language">${[...lines, ...parts, ...key].join('')}</svg>`;
}

/** Points on the diagonal are told as they are. */
function diagram(bins: readonly Bin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const points = bins
    .filter(({ count }) => count > 0)
    .map(
      ({ told, right, count }) =>
        `<circle cx="${40 + told * 240}" cy="${260 - right * 240}" r="${4 + (10 * count) / most}" fill="#0b5d66" fill-opacity="0.7"><title>told ${told}, right ${right}, ${count} questions</title></circle>`,
    );
  return `<svg viewBox="0 0 300 300" role="img" aria-label="Confidence told against share right"><line x1="40" y1="260" x2="280" y2="20" stroke="#bbb"/><line x1="40" y1="260" x2="280" y2="260" stroke="#333"/><line x1="40" y1="260" x2="40" y2="20" stroke="#333"/>${points.join('')}<text x="160" y="290" text-anchor="middle">confidence told</text><text x="14" y="140" text-anchor="middle" transform="rotate(-90 14 140)">share right</text></svg>`;
}

export function evaluationPage({ day, entries, languages, kinds, reliability }: Evaluation): string {
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}table{border-collapse:collapse;margin:1rem 0}td,th{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #ddd;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600}svg{max-width:46rem;width:100%;font-size:12px}';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ponte: evaluation</title><style>${style}</style></head><body><h1>How well questions are answered</h1><p>${entries} entries, as of ${html(day)}; the test half of the questions, which nobody tuned on.</p>${bars(languages)}${table(languages, 'By language')}${table(kinds, 'By kind of question')}<h2>Can the confidence be believed?</h2><p>Each circle is a tenth of the scale, as large as it has questions; on the line, what is told is so.</p>${diagram(reliability)}</body></html>\n`;
}
