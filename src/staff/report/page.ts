/** The report as one page: no script, no request, light, dark and printable. */

import { type Bar, barChart, healthBar, toneOf } from './charts';
import type { MissGroup } from './group-misses';
import { PARTS, WEIGHTS } from './health';
import { type Html, html } from './html';
import type { Report, ReportedEntry } from './make-report';
import { coveragePart } from './page-coverage';
import { STYLE } from './page-style';
import { averageScore, pointsOf } from './print-report';
import { URGENCIES } from './to-do';

export function reportPage(report: Report): string {
  const { day } = report;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>Ponte: report of ${day}</title>${STYLE}</head>
<body><header><h1>Knowledge report</h1><p class="muted">${day}. Made by <code>ponte report</code> from the knowledge folder.</p></header>
<main>${broken(report.brokenFiles)}${reportParts(report)}
</main></body></html>
`.text;
}

export interface PartsOptions {
  /** Rows of the lists; all of them without it. */
  readonly most?: { readonly entries: number; readonly questions: number };
  /** Where an entry is shown to people, if anywhere. */
  readonly addressOf?: (id: string) => string;
}

/** The report without a page around it. */
export function reportParts({ entries, questions, coverage }: Report, { most, addressOf }: PartsOptions = {}): Html {
  return html`${summary(entries, questions)}
<h2 id="health">Health</h2><div class="charts">
<figure><figcaption>Days until review</figcaption>${barChart('Entries by days until review', freshnessBars(entries))}</figure>
<figure><figcaption>Entries by health</figcaption>${barChart('Entries by health, 0 to 100', healthBars(entries))}</figure></div>
<h2 id="act">Who must act</h2>${entryTable(entries, most?.entries, addressOf)}
<h2 id="coverage">Coverage</h2>${coveragePart(coverage)}
<h2 id="questions">Questions that found nothing</h2>${questionPart(questions, most?.questions)}`;
}

function summary(entries: readonly ReportedEntry[], questions: readonly MissGroup[]): Html {
  const asked = questions.reduce((sum, { count }) => sum + count, 0);
  const counts = URGENCIES.map(
    (name, urgency) => html`<li><strong>${entries.filter(({ toDo }) => toDo.urgency === urgency).length}</strong> ${name}</li>`,
  );
  return html`<ul class="sums"><li><strong>${averageScore(entries)} / 100</strong> average health</li><li><strong>${entries.length}</strong> entries</li>${counts}<li><strong>${asked}</strong> questions in vain</li></ul>`;
}

const broken = (files: readonly string[]): Html =>
  files.length === 0
    ? html``
    : html`<p>Files with errors, left out of this report (<code>ponte check</code> says why): ${files.join(', ')}.</p>`;

/** Upper ends in days. */
const REVIEW_BINS: readonly (readonly [name: string, to: number, tone: Bar['tone']])[] = [
  ['overdue over 90', -91, 'bad'],
  ['overdue 1 to 90', -1, 'bad'],
  ['0 to 30', 30, 'warn'],
  ['31 to 90', 90, 'good'],
  ['91 to 180', 180, 'good'],
  ['181 to 365', 365, 'good'],
  ['over 365', Number.POSITIVE_INFINITY, 'good'],
];

function freshnessBars(entries: readonly ReportedEntry[]): Bar[] {
  const binOf = ({ health }: ReportedEntry) => REVIEW_BINS.findIndex(([, to]) => health.daysLeft <= to);
  return REVIEW_BINS.map(([name, , tone], bin) => ({ name, tone, count: entries.filter((entry) => binOf(entry) === bin).length }));
}

function healthBars(entries: readonly ReportedEntry[]): Bar[] {
  const edges = [0, 25, 50, 65, 75, 85, 95, 101];
  return edges.slice(0, -1).map((from, n) => {
    const to = edges[n + 1] ?? 101;
    const count = entries.filter(({ health }) => health.score >= from && health.score < to).length;
    return { name: `${from} to ${to - 1}`, count, tone: toneOf(from) };
  });
}

function entryTable(entries: readonly ReportedEntry[], most = entries.length, addressOf?: PartsOptions['addressOf']): Html {
  const heads = PARTS.map((name) => html`<th scope="col">${name} (${WEIGHTS[name]})</th>`);
  const shown = new Set(entries.slice(0, most));
  const bodies = URGENCIES.map((name, urgency) => {
    const inside = entries.filter(({ toDo }) => toDo.urgency === urgency);
    const rows = inside.filter((entry) => shown.has(entry)).map((entry) => entryRow(entry, addressOf));
    if (rows.length === 0) return html``;
    return html`<tbody><tr class="group"><th scope="rowgroup" colspan="${PARTS.length + 3}">${name} (${inside.length})</th></tr>${rows}</tbody>`;
  });
  return html`<div class="wide" role="region" aria-labelledby="act" tabindex="0"><table><caption>Health is the sum of five parts; the number behind each part's name is what it can give. A part that could not be judged (–) counts neither way.</caption>
<thead><tr><th scope="col">health</th><th scope="col">entry</th><th scope="col">what to do</th>${heads}</tr></thead>${bodies}</table></div>${andMore(entries.length - shown.size)}`;
}

const andMore = (count: number): Html =>
  count > 0 ? html`<p class="muted">And ${count} more: <code>npm run ponte -- report --html FILE</code> shows all.</p>` : html``;

function entryRow(
  { id, kind, country, title, locale, state, health, toDo, isShown }: ReportedEntry,
  addressOf: PartsOptions['addressOf'],
): Html {
  const parts = PARTS.map((name) => {
    const { share, why } = health.parts[name];
    return html`<td class="part">${pointsOf(share, WEIGHTS[name])} <small>${why}</small></td>`;
  });
  const about = [kind, country, state && `state ${state}`].filter((word) => word !== undefined).join(' · ');
  const list = toDo.what.length === 0 ? html`–` : html`<ul>${toDo.what.map((what) => html`<li>${what}</li>`)}</ul>`;
  const hasPage = addressOf && isShown && kind !== 'site';
  const name = hasPage ? html`<a href="${addressOf(id)}" lang="${locale}">${title}</a>` : html`<span lang="${locale}">${title}</span>`;
  return html`<tr><td class="score"><strong>${health.score}</strong> ${healthBar(health.score)}</td><th scope="row" class="entry">${name} <code>${id}</code> <span class="muted">${about}</span></th><td class="todo">${list}</td>${parts}</tr>
`;
}

function questionPart(questions: readonly MissGroup[], most = questions.length): Html {
  if (questions.length === 0) return html`<p>None is recorded.</p>`;
  const rows = questions.slice(0, most).map(({ count, last, locales, outcomes, examples }) => {
    const told = (tally: Readonly<Record<string, number>>) =>
      Object.entries(tally)
        .map(([name, n]) => `${name} ${n}`)
        .join(', ');
    return html`<tr><td class="number">${count}</td><td>${examples.map((example) => html`<div dir="auto">${example}</div>`)}</td><td>${told(locales)}</td><td>${told(outcomes)}</td><td>${last}</td></tr>
`;
  });
  return html`<p class="muted">Personal details are masked. Questions that say the same things stand together.</p><div class="wide" role="region" aria-labelledby="questions" tabindex="0"><table>
<thead><tr><th scope="col">times</th><th scope="col">asked as</th><th scope="col">languages</th><th scope="col">outcome</th><th scope="col">last</th></tr></thead><tbody>${rows}</tbody></table></div>${andMore(questions.length - rows.length)}`;
}
