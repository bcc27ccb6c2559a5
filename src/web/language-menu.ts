/** A menu of languages is a disclosure of links: it works without a script, this only makes it close politely. */
import { part } from './make';

/** `onChoose` gets the locale and the address of the page in it; it decides how to go there. */
export function tendLanguageMenu(onChoose: (locale: string, address: string) => void): void {
  const menu = part<HTMLDetailsElement>('languages');
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    // the menu is nearer than the window around it
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    onChoose(link.lang, link.href);
  });
}
