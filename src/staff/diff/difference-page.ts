/** The difference as one page that needs nothing else: no script, no address fetched, readable on paper and in the dark. */
import type { Difference } from './difference';
import type { Item, Section, Tone } from './section';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Contrast of each tone on its ground is at least 4.5 to 1 in both schemes. */
const STYLE = `
:root{color-scheme:light dark;--ground:#fbfaf7;--paper:#fff;--ink:#1d2326;--soft:#566068;--line:#dfe3e1;--bad:#a3231c;--warn:#7a4a00;--good:#1c6135;--plain:#4a545a;--bad-g:#fbe9e7;--warn-g:#fdf1dc;--good-g:#e4f3e8;--plain-g:#eceff0;--accent:#155e75}
@media (prefers-color-scheme:dark){:root{--ground:#14181a;--paper:#1c2225;--ink:#e8ecec;--soft:#a3b0b5;--line:#333d41;--bad:#ffa8a0;--warn:#f4c677;--good:#8fd8a6;--plain:#bac5c9;--bad-g:#47201d;--warn-g:#3f3014;--good-g:#1b3a26;--plain-g:#2c3539;--accent:#7cc7dd}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
.names{color:var(--soft);margin:0 0 1.5rem;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;list-style:none;margin:0 0 2rem;padding:0}
.tiles a{display:block;height:100%;padding:.75rem 1rem;background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--tone);border-radius:.4rem;color:inherit;text-decoration:none}
.tiles a:hover,.tiles a:focus-visible{outline:2px solid var(--accent)}.tiles b{display:block;font-size:1.75rem;line-height:1.1}.tiles small{color:var(--soft);font-size:.85rem}
section{margin:0 0 2rem}h2{font-size:1.2rem;border-bottom:1px solid var(--line);padding-bottom:.35rem;margin:0 0 .75rem}
.items{list-style:none;margin:0;padding:0}.items>li{display:grid;grid-template-columns:9rem 1fr;gap:.25rem 1rem;padding:.6rem .9rem;margin:0 0 .5rem;background:var(--paper);border:1px solid var(--line);border-radius:.4rem;break-inside:avoid}
.mark{justify-self:start;align-self:start;padding:.05rem .5rem;border-radius:.3rem;font-size:.85rem;font-weight:600;color:var(--tone);background:var(--tone-g)}
.head{font-weight:600;margin:0;overflow-wrap:anywhere}.more{margin:.25rem 0 0;padding:0;list-style:none;color:var(--soft);font-size:.92rem;overflow-wrap:anywhere}
.empty{color:var(--soft);margin:0 0 .75rem}.bad{--tone:var(--bad);--tone-g:var(--bad-g)}.warn{--tone:var(--warn);--tone-g:var(--warn-g)}.good{--tone:var(--good);--tone-g:var(--good-g)}.plain{--tone:var(--plain);--tone-g:var(--plain-g)}
@media (max-width:36rem){.items>li{grid-template-columns:1fr}}@media print{body{background:#fff}main{max-width:none;padding:0}}
`;

export function differencePage({ base, edited, at }: Difference, sections: readonly Section[]): string {
  const title = 'What this edit changes for people';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="names">${escaped(edited)} compared with ${escaped(base)}, as of ${at.toISOString().slice(0, 10)}</p>
<ul class="tiles">
${sections.map(tile).join('\n')}
</ul>
${sections.map(block).join('\n')}
</main>
</body>
</html>
`;
}

const WORST: readonly Tone[] = ['bad', 'warn', 'good', 'plain'];
const anchor = (n: number): string => `part-${n + 1}`;

function tile({ title, items }: Section, n: number): string {
  const tone = WORST.find((one) => items.some((item) => item.tone === one)) ?? 'plain';
  const bad = items.filter((item) => item.tone === 'bad').length;
  const note = items.length === 0 ? 'nothing changes' : bad > 0 ? `${bad} worse` : 'none worse';
  return `<li class="${tone}"><a href="#${anchor(n)}"><b>${items.length}</b> ${escaped(title)}<br><small>${note}</small></a></li>`;
}

function block({ title, note, empty, items }: Section, n: number): string {
  const told = note === undefined ? '' : `<p class="empty">${escaped(note)}</p>\n`;
  const inside = items.length === 0 ? `<p class="empty">${escaped(empty)}</p>` : `<ul class="items">\n${items.map(row).join('\n')}\n</ul>`;
  return `<section id="${anchor(n)}">\n<h2>${escaped(title)}</h2>\n${told}${inside}\n</section>`;
}

function row({ tone, mark, head, lines }: Item): string {
  const more = lines.length > 0 ? `<ul class="more">${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : '';
  return `<li class="${tone}"><span class="mark">${escaped(mark)}</span><div><p class="head">${escaped(head)}</p>${more}</div></li>`;
}
