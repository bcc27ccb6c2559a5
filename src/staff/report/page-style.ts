/** The look of the report: light, dark and on paper. Text keeps a contrast of 4.5 to 1 on each surface (WCAG 2.2, 1.4.3). */
import { Html } from './html';

export const STYLE = new Html(`<style>
:root { color-scheme: light dark; --page: #fff; --soft: #f2f5f8; --ink: #17222d; --muted: #44525f; --line: #cfd8e0; --link: #0b4f8a;
  --good: #1d7a45; --warn: #b26a00; --bad: #b3261e; --rail: #dde4ea;
  --heat0: #f2f5f8; --heat1: #dcebf8; --heat2: #b4d4ef; --heat3: #7fb4e0; --heat4: #1f5f99; --on4: #fff; }
@media (prefers-color-scheme: dark) { :root { --page: #0f151b; --soft: #1a232c; --ink: #eef3f7; --muted: #b9c6d1; --line: #35434f; --link: #9ccbf5;
  --good: #4fb67c; --warn: #e0a340; --bad: #f0837a; --rail: #2b3843;
  --heat0: #1a232c; --heat1: #1d3650; --heat2: #234b70; --heat3: #2c6190; --heat4: #9ccbf5; --on4: #0f151b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
h1 { margin: 0; font-size: 1.75rem; } h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; } h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
p { max-width: 60rem; } .muted { color: var(--muted); } a { color: var(--link); } a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.sums { display: flex; flex-wrap: wrap; gap: 0.75rem; padding: 0; list-style: none; }
.sums li { padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--soft); }
.sums strong { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
figure { margin: 0; } .charts { display: flex; flex-wrap: wrap; gap: 2rem; }
svg.chart { max-width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 13px; font-variant-numeric: tabular-nums; }
svg .good { fill: var(--good); } svg .warn { fill: var(--warn); } svg .bad { fill: var(--bad); } svg .rail { fill: var(--rail); }
svg .heat0 { fill: var(--heat0); } svg .heat1 { fill: var(--heat1); } svg .heat2 { fill: var(--heat2); } svg .heat3 { fill: var(--heat3); }
svg .heat4 { fill: var(--heat4); } svg text.on0 { fill: var(--muted); } svg text.on4 { fill: var(--on4); }
table { border-collapse: collapse; font-size: 0.875rem; } caption { text-align: start; color: var(--muted); padding-bottom: 0.5rem; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
thead th { position: sticky; top: 0; background: var(--page); font-weight: 600; white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; } .entry { min-width: 14rem; } .entry code, .part small { display: block; color: var(--muted); font-size: 0.8125rem; }
.part { min-width: 7rem; } .score { white-space: nowrap; } .score strong { display: inline-block; min-width: 2rem; text-align: end; font-variant-numeric: tabular-nums; }
.todo { min-width: 13rem; overflow-wrap: anywhere; } .todo ul { margin: 0; padding: 0 0 0 1rem; } .group th { padding-top: 1.25rem; font-weight: 600; }
summary { cursor: pointer; padding: 0.5rem 0; }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root { color-scheme: light; --page: #fff; --soft: #fff; --ink: #000; --muted: #333; --line: #999; --link: #000; --good: #1d7a45; --warn: #b26a00; --bad: #b3261e; --rail: #dde4ea;
  --heat0: #fff; --heat1: #dcebf8; --heat2: #b4d4ef; --heat3: #7fb4e0; --heat4: #1f5f99; --on4: #fff; }
  body { max-width: none; padding: 0; font-size: 9pt; } .wide { overflow: visible; } thead th { position: static; }
  tr, svg, li { break-inside: avoid; } h2 { break-after: avoid; } .entry, .todo, .part { min-width: 0; }
  svg, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } details:not([open]) { display: none; } }
</style>`);
