/** The page of one entry, and the page that stands where there is none. Pure functions; no script, one rule of style of the site's. */
import type { EntryView, SpokenText } from '../domain/entry-view';
import type { Locale } from '../domain/locale';
import { address, chatAddress, type EntryPageParts, entryFrame, say } from './entry-frame';
import { type Html, html, jsonHtml, NOTHING } from './html-text';
import { linkHtml, markdownHtml } from './markdown';

/** `GET /entries/:id`. `data` is the entry as JSON-LD. */
export function entryPage(p: EntryPageParts, entry: EntryView, data: object): string {
  const head = html`<meta name="description" content="${entry.summary.text}">
<link rel="canonical" href="${p.baseUrl}${address(p, p.path)}">
<link rel="alternate" hreflang="x-default" href="${p.baseUrl}${p.path}">
${p.site.locales.map(
  (locale) => html`<link rel="alternate" hreflang="${locale}" href="${p.baseUrl}${address(p, p.path, locale)}">
`,
)}<link rel="alternate" type="application/ld+json" href="${p.baseUrl}${p.path}">
<script type="application/ld+json">${jsonHtml(data)}</script>`;
  const body = html`<article>
<header class="title">
<p class="marks"><span class="badge ${entry.badge.tone}">${entry.badge.text}</span>${entry.asOf === undefined ? NOTHING : html` <span class="subtle">${say(p, 'entry.as-of', { day: entry.asOf })}</span>`}</p>
<h1${lang(entry.title)}>${entry.title.text}</h1>
<p class="lead"${lang(entry.summary)}>${entry.summary.text}</p>
${entry.stale === undefined ? NOTHING : html`<p class="notice">${entry.stale}</p>`}
</header>
<div class="sheet">
<div>
${factsHtml(p, entry)}
${bodyHtml(p, entry.body)}
</div>
<aside>
${linksPart(p, entry)}
${sourcesHtml(p, entry)}
${askHtml(p, entry)}
</aside>
</div>
</article>`;
  return entryFrame(p, { title: entry.title.text, head, body });
}

/** What stands where there is no entry, with a way on. */
export function missingPage(p: EntryPageParts): string {
  const body = html`<div class="title">
<h1>${say(p, 'entry.missing')}</h1>
<p class="lead">${say(p, 'entry.missing-text')}</p>
<p class="actions"><a class="button strong" href="${chatAddress(p)}">${say(p, 'entry.missing-ask')}</a> <a class="button" href="/?locale=${p.locale}">${say(p, 'entry.home')}</a></p>
</div>`;
  return entryFrame(p, { title: say(p, 'entry.missing'), head: html`<meta name="robots" content="noindex">`, body });
}

const lang = ({ locale }: SpokenText): Html => (locale === undefined ? NOTHING : html` lang="${locale}"`);

function factsHtml(p: EntryPageParts, { facts }: EntryView): Html {
  const rows = facts.map(
    ({ key, label, value }) => html`<div><dt>${label}</dt><dd>${factValue(key, value)}</dd></div>
`,
  );
  return html`<section aria-labelledby="facts"><h2 id="facts">${say(p, 'entry.facts')}</h2><dl class="facts">
${rows}</dl></section>`;
}

/** Ways of contact can be used where they stand. A number with words in it, such as opening hours, is only text. */
function factValue(key: string, value: string): Html {
  if (key === 'email' && /^[^\s@<>?&%]+@[^\s@<>?&%]+$/.test(value)) return html`<a href="mailto:${value}">${value}</a>`;
  if (key === 'phone' && /^\+?[\d\s()./-]{5,30}$/.test(value)) return html`<a href="tel:${value.replace(/[^\d+]/g, '')}">${value}</a>`;
  return html`${value}`;
}

function bodyHtml(p: EntryPageParts, body: SpokenText | undefined): Html {
  if (!body) return NOTHING;
  const entryAddress = (id: string) => address(p, `/entries/${id}`);
  const other = body.locale;
  const note =
    other === undefined ? NOTHING : html`<p class="subtle">${say(p, 'entry.text-in', { language: languageIn(other, p.locale) })}</p>`;
  return html`<section aria-labelledby="text"><h2 id="text">${say(p, 'entry.text')}</h2>${note}
<div class="text"${lang(body)}>
${markdownHtml(body.text, { headingLevel: 3, entryAddress })}</div></section>`;
}

const languageIn = (tag: Locale, locale: Locale): string => new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;

function linksPart(p: EntryPageParts, { links }: EntryView): Html {
  if (links.length === 0) return NOTHING;
  const rows = links.map(
    ({ title, url }) => html`<li>${linkHtml(html`${title}`, url)} <span class="host">${hostOf(url)}</span></li>
`,
  );
  return html`<section aria-labelledby="links"><h2 id="links">${say(p, 'entry.links')}</h2><ul class="rows">${rows}</ul></section>`;
}

/** Where an address leads, so that nobody has to guess; printed, it is the whole address. */
const hostOf = (url: string): Html => html`${URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url}`;

function sourcesHtml(p: EntryPageParts, entry: EntryView): Html {
  const rows = entry.sources.map(({ title, url, date }) => {
    const host = url === undefined ? NOTHING : html` <span class="host">${hostOf(url)}</span>`;
    const day = date === undefined ? NOTHING : html` <span class="day">${say(p, 'entry.source-day', { day: date })}</span>`;
    return html`<li>${url === undefined ? html`${title}` : linkHtml(html`${title}`, url)}${host}${day}</li>
`;
  });
  return html`<section aria-labelledby="sources"><h2 id="sources">${say(p, 'entry.sources')}</h2><ul class="rows">${rows}</ul>
<p class="small">${say(p, 'entry.checked', { day: entry.checked })} ${say(p, 'entry.review', { day: entry.reviewBy })}</p>
<p class="small">${say(p, 'entry.binding')}</p></section>`;
}

const askHtml = (p: EntryPageParts, { title }: EntryView): Html => html`<section class="onward" aria-labelledby="ask">
<h2 id="ask">${say(p, 'entry.ask')}</h2>
<p>${say(p, 'entry.ask-text')}</p>
<p><a class="button strong" href="${chatAddress(p, title.text)}">${say(p, 'entry.ask')}</a></p>
</section>`;
