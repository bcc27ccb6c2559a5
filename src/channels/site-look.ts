/** What every page of a site shares in its looks: the bridge, the site's colours, and languages in their own names. */
import type { Locale } from '../domain/locale';
import { html } from './html-text';
import type { SiteView } from './site-view';

/** The bridge. */
export const BRIDGE = html`<svg class="bridge" viewBox="0 0 32 24" aria-hidden="true" focusable="false"><path d="M1 7.5h30M5 7.5V21M27 7.5V21M5 21a11 11 0 0 1 22 0M10.5 7.5v4M16 7.5v2.5M21.5 7.5v4"/></svg>`;

/** The bridge as an address, for the tab of the browser. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cg fill='none' stroke='%23155e75' stroke-width='3' stroke-linecap='round'%3E%3Cpath d='M2 11h28M5 11v14M27 11v14M5 25a11 11 0 0 1 22 0'/%3E%3C/g%3E%3C/svg%3E";

/** A colour as the folder gives it, or the colour Ponte is built with: CSS from outside never gets further than this. */
const colour = (given: string, otherwise: string): string => (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(given) ? given : otherwise);

export const accentOf = ({ theme }: SiteView): string => colour(theme.accent, '#155e75');
const onAccentOf = ({ theme }: SiteView): string => colour(theme.onAccent, '#ffffff');

/** The one rule of style that differs from site to site. */
export function colourRule(site: SiteView): string {
  const [accent, onAccent] = [accentOf(site), onAccentOf(site)];
  return `:root{--accent:${accent};--on-accent:${onAccent};--ponte-accent:${accent};--ponte-on-accent:${onAccent}}`;
}

/** A language in its own name, as a page writes it: `Español`, not `español`. */
export function ownName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
