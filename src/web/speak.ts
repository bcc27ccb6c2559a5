/** Changes a page's language where it stands, so that a conversation nothing is kept of can go on. */
import { part } from './make';
import { type PageData, readPageData, wordsOf } from './page-data';

/** Takes the words of the same page in another language, at `address`, and puts them in place. Without a connection nothing changes. */
export async function speak(page: PageData, address: string): Promise<void> {
  const other = await fetchPage(address).catch(() => undefined);
  if (!other) return;
  const next = readPageData(other.getElementById('page-data')?.textContent ?? '');
  page.locale = next.locale;
  page.words = next.words;
  document.documentElement.lang = next.locale;
  document.title = other.title;
  part('site-name').textContent = other.getElementById('site-name')?.textContent ?? '';
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = wordsOf(page, element.dataset.words ?? '');
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
    element.setAttribute('aria-label', wordsOf(page, element.dataset.label ?? ''));
  const menu = other.getElementById('languages');
  // nodes of our own server's page, which holds no scripts of others; its listeners sit on the menu, which stays
  if (menu) part('languages').replaceChildren(...menu.childNodes);
  part<HTMLDetailsElement>('languages').open = false;
}

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError('no page');
  // its style carries the nonce of another answer, which this page's policy would report
  const html = (await response.text()).replace(/<style[\s\S]*?<\/style>/g, '');
  return new DOMParser().parseFromString(html, 'text/html');
}
