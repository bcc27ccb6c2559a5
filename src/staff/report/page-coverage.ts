/** What is covered, on the page: two heat maps, and the numbers of country × kind × language as a table. */
import { KINDS } from '../../domain/entry';
import { LOCALES } from '../../domain/locale';
import { heatMap } from './charts';
import { type CoverageCell, countryGrid, kindGrid, languageGrid } from './coverage';
import { type Html, html } from './html';

/** Four shades each. Most countries have a handful of a kind, one has dozens. */
const ENTRY_STEPS = [1, 3, 6, 11];
const PERCENT_STEPS = [1, 25, 50, 90];

export function coveragePart(cells: readonly CoverageCell[]): Html {
  const maps = [
    {
      id: 'by-country',
      title: 'Entries by country and kind',
      map: heatMap(COUNTRIES, countryGrid(cells), ENTRY_STEPS),
      steps: ENTRY_STEPS,
    },
    {
      id: 'by-language',
      title: 'Entries with a body in each language, in percent of each kind',
      map: heatMap(LANGUAGES, languageGrid(cells), PERCENT_STEPS, 110),
      steps: PERCENT_STEPS,
    },
  ];
  const parts = maps.map(
    ({ id, title, map, steps }) => html`<h3 id="${id}">${title}</h3><p class="muted">Shaded more from ${steps.join(', ')}.</p>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">${map}</div>
`,
  );
  return html`${parts}<h3 id="cube">Country, kind and language</h3>${kindMaps(cells)}<details><summary>Table: of how many entries is there a headline and a body in each language</summary>${cubeTable(cells)}</details>`;
}

/** One picture a kind, closed until somebody wants it: together they are longer than all the rest. */
function kindMaps(cells: readonly CoverageCell[]): Html[] {
  const kinds = KINDS.filter((kind) => cells.some((cell) => cell.kind === kind));
  return kinds.map((kind) => {
    const map = heatMap(
      `Heat map: number of entries of the kind ${kind} with a body, by country and language.`,
      kindGrid(cells, kind),
      ENTRY_STEPS,
    );
    return html`<details><summary id="cube-${kind}">${kind}: entries with a body, by country and language</summary>
<div class="wide" role="region" aria-labelledby="cube-${kind}" tabindex="0">${map}</div></details>
`;
  });
}

const COUNTRIES = 'Heat map: number of entries by country and kind.';
const LANGUAGES = 'Heat map: percentage of entries with a body, by kind and language.';

function cubeTable(cells: readonly CoverageCell[]): Html {
  const heads = LOCALES.map((locale) => html`<th scope="col" class="number">${locale}</th>`);
  const rows = cells.map(({ country, kind, entries, headlines, bodies }) => {
    const values = LOCALES.map((locale) => html`<td class="number">${headlines[locale]} / ${bodies[locale]}</td>`);
    return html`<tr><th scope="row">${country} · ${kind}</th><td class="number">${entries}</td>${values}</tr>
`;
  });
  return html`<div class="wide" role="region" aria-labelledby="cube" tabindex="0"><table><caption>Headlines / bodies</caption><thead><tr><th scope="col">country · kind</th><th scope="col" class="number">entries</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
