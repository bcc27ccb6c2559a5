/**
 * The pages of the web channel as whole HTML documents. Pure functions; everything put in is escaped, and nothing here needs
 * more than the pages' policy allows: no inline handlers, no style attributes, one nonce for the one style with the site's colours.
 */
import type { Locale } from '../domain/locale';
import { type Html, html, jsonHtml, NOTHING } from './html-text';
import { accentOf, BRIDGE, colourRule, ICON, ownName } from './site-look';
import type { SiteView } from './site-view';

/** What a page is made from. `words` are those of `locales/<locale>/web.json`; a key without words shows itself. */
export interface PageParts {
  readonly nonce: string;
  readonly site: SiteView;
  readonly locale: Locale;
  readonly words: Readonly<Record<string, string>>;
}

const say = (p: PageParts, key: string): string => p.words[key] ?? key;
/** Element content that a page can put into another language where it stands. */
const words = (p: PageParts, key: string): Html => html`<span data-words="${key}">${say(p, key)}</span>`;
const label = (p: PageParts, key: string): Html => html`aria-label="${say(p, key)}" data-label="${key}"`;

interface DocumentParts {
  readonly title: string;
  readonly name: 'demo' | 'chat' | 'kiosk';
  readonly style: 'demo' | 'chat';
  readonly body: Html;
  /** JSON for the page's script. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly after?: Html;
}

/** A whole page. */
function page(p: PageParts, parts: DocumentParts): string {
  const accent = accentOf(p.site);
  const data = parts.data ? html`<script type="application/json" id="page-data">${jsonHtml(parts.data)}</script>` : NOTHING;
  return html`<!doctype html>
<html lang="${p.locale}" class="${parts.name}">
<head>
<meta charset="utf-8">
<title>${parts.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${accent}">
${parts.name === 'demo' ? NOTHING : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/assets/${parts.style}.css">
<style nonce="${p.nonce}">${colourRule(p.site)}</style>
${data}
<script src="/assets/${parts.name}.js" nonce="${p.nonce}" defer></script>
</head>
<body>
${parts.body}${parts.after ?? NOTHING}
</body>
</html>
`.text;
}

const address = (path: string, p: PageParts, locale: Locale): string =>
  `${path}?site=${encodeURIComponent(p.site.id)}&locale=${encodeURIComponent(locale)}`;

/** Links to the same page in each language the site offers. */
function languageLinks(path: string, p: PageParts): readonly Html[] {
  return p.site.locales.map((locale) => {
    const current = locale === p.locale ? html` aria-current="true"` : NOTHING;
    return html`<li><a href="${address(path, p, locale)}" lang="${locale}" hreflang="${locale}"${current}>${ownName(locale)}</a></li>`;
  });
}

/** Words the scripts of chat and kiosk need. */
function dataFor(p: PageParts): Readonly<Record<string, unknown>> {
  const needed = Object.entries(p.words).filter(([key]) => !/^(demo|widget|entry)\./.test(key));
  return { site: p.site.id, locale: p.locale, hosts: p.site.allowedOrigins, words: Object.fromEntries(needed) };
}

/** What must be known before the first word is written. */
const introduction = (p: PageParts): Html => html`<div class="introduction">
<p><strong id="introduction">${words(p, 'intro.software')}</strong> ${words(p, 'intro.limits')}</p>
<p>${words(p, 'intro.privacy')}</p>
</div>`;

/** Header, messages and field: the same for chat and kiosk. `end` is the key of the words on the button that ends. */
const talk = (p: PageParts, path: string, end: string): Html => html`<header class="bar">
<div class="bar-name">${BRIDGE}<h1><span class="bar-title" data-words="chat.title">${say(p, 'chat.title')}</span> <span class="bar-site" id="site-name">${p.site.name(p.locale)}</span></h1></div>
<details class="languages" id="languages">
<summary><span class="unseen">${words(p, 'chat.language')}: </span>${ownName(p.locale)}</summary>
<ul>${languageLinks(path, p)}</ul>
</details>
<div class="bar-options" role="group" ${label(p, 'chat.options')}>
<button type="button" id="person">${words(p, 'chat.person')}</button>
<button type="button" id="restart">${words(p, 'chat.restart')}</button>
<button type="button" id="end">${words(p, end)}</button>
</div>
</header>
<main id="conversation" tabindex="0" ${label(p, 'chat.conversation')}>
<div class="column">
${introduction(p)}
<noscript><p class="introduction">${say(p, 'chat.noscript')}</p></noscript>
<div id="log" role="log" ${label(p, 'chat.messages')}><ol id="messages" role="list"></ol></div>
<p id="working" class="working" hidden><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${words(p, 'chat.typing')}</p>
</div>
</main>
<footer class="foot">
<button type="button" id="latest" class="latest" ${label(p, 'chat.latest')} hidden><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M6 13l6 6 6-6"/></svg></button>
<p id="banner" class="banner" role="status"></p>
<p id="told" class="unseen" role="status"></p>
<form id="composer" class="column composer" autocomplete="off">
<div class="composer-head"><label for="say">${words(p, 'chat.input')}</label> <span id="counter" class="counter"></span></div>
<textarea id="say" rows="1" enterkeyhint="send" autocomplete="off" aria-describedby="introduction keys counter" disabled></textarea>
<button type="submit" id="send" disabled>${words(p, 'chat.send')}<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5M6 11l6-6 6 6"/></svg></button>
<span id="keys" class="unseen">${words(p, 'chat.keys')}</span>
</form>
<div id="ended" class="column ended" hidden><p id="ended-words" role="status"></p><button type="button" id="again" class="button strong">${words(p, 'chat.again')}</button></div>
</footer>`;

/** `GET /chat`: the chat on its own, or inside the frame the widget opens. */
export function chatPage(p: PageParts): string {
  const title = `${say(p, 'chat.title')} · ${p.site.name(p.locale)}`;
  return page(p, { title, name: 'chat', style: 'chat', data: dataFor(p), body: talk(p, '/chat', 'chat.end') });
}

/** `GET /kiosk`: a start screen, then the chat full screen, and a warning before the screen is cleared. */
export function kioskPage(p: PageParts): string {
  const body = html`<main id="welcome" class="welcome">
<div class="welcome-art">${BRIDGE}</div>
<div class="welcome-card">
<p class="kicker">${BRIDGE}<span>${say(p, 'kiosk.title')} · ${p.site.name(p.locale)}</span></p>
<h1>${say(p, 'kiosk.welcome')}</h1>
<p class="lead">${say(p, 'kiosk.what')}</p>
<p class="notice"><strong>${say(p, 'intro.software')}</strong> ${say(p, 'kiosk.kept')}</p>
<h2 id="choose">${say(p, 'kiosk.language')}</h2>
<ul class="tongues" role="list" aria-labelledby="choose">${languageLinks('/kiosk', p)}</ul>
<button type="button" id="begin" class="button strong begin">${say(p, 'kiosk.start')}</button>
<noscript><p>${say(p, 'chat.noscript')}</p></noscript>
</div>
</main>
<div id="talk" class="talk" hidden>
${talk(p, '/kiosk', 'kiosk.finish')}
</div>
<dialog id="warning" class="warning" aria-labelledby="warning-title" aria-describedby="warning-text">
<h2 id="warning-title">${words(p, 'kiosk.warning')}</h2>
<p id="warning-text">${words(p, 'kiosk.warning-text')}</p>
<p id="seconds" class="seconds" role="timer"></p>
<div class="warning-options">
<button type="button" id="more-time" class="button strong">${words(p, 'kiosk.more-time')}</button>
<button type="button" id="clear" class="button">${words(p, 'kiosk.clear')}</button>
</div>
</dialog>`;
  return page(p, { title: `${say(p, 'kiosk.title')} · ${p.site.name(p.locale)}`, name: 'kiosk', style: 'chat', data: dataFor(p), body });
}

const numbers = [1, 2, 3] as const;

/** Three pieces of the same kind: `<prefix>-1`, `<prefix>-1-text` … */
const pieces = (p: PageParts, prefix: string): readonly Html[] =>
  numbers.map((n) => html`<li><h3>${say(p, `${prefix}-${n}`)}</h3><p>${say(p, `${prefix}-${n}-text`)}</p></li>`);

const demoHeader = (p: PageParts): Html => html`<a class="skip" href="#content">${say(p, 'demo.skip')}</a>
<header class="top">
<p class="example">${say(p, 'demo.example')}</p>
<div class="width">
<p class="emblem">${BRIDGE}<span>${p.site.name(p.locale)}</span></p>
<nav class="tongues" aria-label="${say(p, 'chat.language')}"><ul role="list">${languageLinks('/', p)}</ul></nav>
</div>
<nav class="sections" aria-label="${say(p, 'demo.sections')}"><ul class="width" role="list"><li><a href="#who">${say(p, 'demo.who')}</a></li><li><a href="#how">${say(p, 'demo.how')}</a></li><li><a href="#yours">${say(p, 'demo.yours')}</a></li></ul></nav>
</header>`;

/** A bridge over quiet water, in the site's own colour. */
const SCENE = html`<svg class="scene" viewBox="0 0 640 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
<circle class="sun" cx="470" cy="118" r="54"/>
<path class="far" d="M0 226c90-70 170-78 260-52s150 22 230-24 120-34 150-20v174H0z"/>
<path class="span" fill-rule="evenodd" d="M0 196c200-34 440-34 640 0v108h-44c0-46-34-78-74-78s-74 32-74 78h-40c0-54-38-92-88-92s-88 38-88 92h-40c0-46-34-78-74-78s-74 32-74 78H0z"/>
<path class="water" d="M0 304h640v96H0z"/>
<path class="wave" d="M40 332h120M210 332h180M450 332h130M90 358h160M310 358h90M470 358h120M20 382h130M230 382h150M440 382h90"/>
</svg>`;

const demoHero = (p: PageParts): Html => html`<section class="hero">
<div class="width">
<div class="hero-words">
<p class="kicker">${say(p, 'demo.kicker')}</p>
<h1>${say(p, 'demo.title')}</h1>
<p class="lead">${say(p, 'demo.lead')}</p>
<p><button type="button" class="button strong" data-ask="">${say(p, 'demo.open')}</button></p>
<h2>${say(p, 'demo.try')}</h2>
<ul class="questions" role="list">${numbers.map((n) => html`<li><button type="button" data-ask="${say(p, `demo.question-${n}`)}">${say(p, `demo.question-${n}`)}</button></li>`)}</ul>
</div>
<div class="hero-scene">${SCENE}</div>
</div>
</section>`;

const demoYours = (p: PageParts): Html => html`<section id="yours" class="width yours">
<div>
<h2>${say(p, 'demo.promise')}</h2>
<ul class="promises">${numbers.map((n) => html`<li>${say(p, `demo.promise-${n}`)}</li>`)}</ul>
</div>
<div>
<h2>${say(p, 'demo.yours')}</h2>
<p>${say(p, 'demo.yours-text')}</p>
<pre tabindex="0"><code>${'<script src="'}<span id="origin"></span>${`/widget.js" data-site="${p.site.id}" data-locale="${p.locale}" defer></script>`}</code></pre>
<h3>${say(p, 'demo.more')}</h3>
<ul class="more"><li><a href="${address('/chat', p, p.locale)}">${say(p, 'demo.chat')}</a></li><li><a href="${address('/kiosk', p, p.locale)}">${say(p, 'demo.kiosk')}</a></li></ul>
</div>
</section>`;

/** `GET /`: a municipality that does not exist, with the widget as any host page embeds it. */
export function demoPage(p: PageParts): string {
  const body = html`${demoHeader(p)}
<main id="content" tabindex="-1">
${demoHero(p)}
<section id="who" class="width"><h2>${say(p, 'demo.who')}</h2><ul class="tiles" role="list">${pieces(p, 'demo.who')}</ul></section>
<section id="how" class="band"><div class="width"><h2>${say(p, 'demo.how')}</h2><ol class="steps" role="list">${pieces(p, 'demo.how')}</ol></div></section>
${demoYours(p)}
</main>
<footer class="bottom"><div class="width"><p>${say(p, 'demo.example')}</p><p>${say(p, 'demo.footer')}</p></div></footer>
`;
  const after = html`<script src="/widget.js" data-site="${p.site.id}" data-locale="${p.locale}" nonce="${p.nonce}" defer></script>`;
  return page(p, { title: `${say(p, 'demo.title')} · ${p.site.name(p.locale)}`, name: 'demo', style: 'demo', body, after });
}
