/** What the pages of entries share: head, name of the site, languages, and the addresses they link to. */
import type { Locale } from '../domain/locale';
import { type Html, html, NOTHING } from './html-text';
import { accentOf, BRIDGE, colourRule, ICON, ownName } from './site-look';
import type { SiteView } from './site-view';

export interface EntryPageParts {
  readonly site: SiteView;
  readonly locale: Locale;
  readonly words: Readonly<Record<string, string>>;
  /** Path of the page, `/entries/<id>`. */
  readonly path: string;
  /** The site stands in addresses only when it is not the one shown without being named. */
  readonly namesSite: boolean;
  /** Address people use, without a slash at its end. */
  readonly baseUrl: string;
}

/** Words of the page, `{name}` replaced. */
export const say = ({ words }: EntryPageParts, key: string, values: Readonly<Record<string, string>> = {}): string =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[key] ?? key);

/** A whole document. */
export function entryFrame(p: EntryPageParts, { title, head, body }: { title: string; head: Html; body: Html }): string {
  const name = p.site.name(p.locale);
  const tongues = p.site.locales.map((locale) => {
    const current = locale === p.locale ? html` aria-current="true"` : NOTHING;
    return html`<li><a href="${address(p, p.path, locale)}" lang="${locale}" hreflang="${locale}"${current}>${ownName(locale)}</a></li>`;
  });
  return html`<!doctype html>
<html lang="${p.locale}">
<head>
<meta charset="utf-8">
<title>${title} · ${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${accentOf(p.site)}">
${head}
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/assets/entry.css">
<style>${colourRule(p.site)}</style>
</head>
<body>
<a class="skip" href="#content">${say(p, 'demo.skip')}</a>
<header class="top"><div class="width"><p class="emblem">${BRIDGE}<span>${name}</span></p><p class="ways"><a href="#languages">${say(p, 'chat.language')}: ${ownName(p.locale)}</a> <a href="${chatAddress(p)}">${say(p, 'entry.missing-ask')}</a></p></div></header>
<main id="content" class="width" tabindex="-1">
${body}
</main>
<footer class="bottom"><nav id="languages" class="width tongues" aria-label="${say(p, 'chat.language')}"><ul role="list">${tongues}</ul></nav></footer>
</body>
</html>
`.text;
}

/** A path in a language, the page's own by default. */
export const address = (p: EntryPageParts, path: string, locale: Locale = p.locale): string =>
  `${path}?locale=${encodeURIComponent(locale)}${p.namesSite ? `&site=${encodeURIComponent(p.site.id)}` : ''}`;

/** The chat with the entry's title in its field, for the person to send or change. */
export const chatAddress = ({ site, locale }: EntryPageParts, ask?: string): string =>
  `/chat?site=${encodeURIComponent(site.id)}&locale=${encodeURIComponent(locale)}${ask === undefined ? '' : `&ask=${encodeURIComponent(ask)}`}`;
