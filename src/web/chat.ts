/** The chat page, on its own or inside the frame of a host page. */
import { afterInBrowser } from './clock';
import { Conversation } from './conversation';
import { hostOrigin, readLoaderMessage } from './host-protocol';
import { makeTabKeep } from './keep';
import { tendLanguageMenu } from './language-menu';
import { part } from './make';
import { readPageData, wordsOf } from './page-data';

/** Milliseconds to tell the bot of a new language before the page goes there regardless. */
const PATIENCE = 1500;
/** Characters. */
const LONGEST_SUGGESTION = 300;

const page = readPageData(part('page-data').textContent ?? '');
const keep = makeTabKeep(() => sessionStorage, `ponte.${page.site}`);
const conversation = new Conversation({ page, keep, isShared: false });

for (const wish of ['person', 'restart']) part(wish).addEventListener('click', () => conversation.say(wordsOf(page, `say.${wish}`)));
part('end').addEventListener('click', () => conversation.end());
part('again').addEventListener('click', () => location.reload());

tendLanguageMenu((locale, address) => {
  const go = () => location.assign(inFrame(address));
  const cancel = afterInBrowser(PATIENCE, go);
  void conversation.signal({ type: 'event', name: 'locale', value: locale }).then(() => {
    cancel();
    go();
  });
});

/** What a page that links here suggests to ask. Only suggested: nobody speaks in a person's name by a link. */
function takeSuggestion(): void {
  const url = new URL(location.href);
  const asked = url.searchParams.get('ask')?.trim().slice(0, LONGEST_SUGGESTION);
  if (!asked) return;
  conversation.composer.offer(asked);
  // A page that is loaded again suggests nothing.
  url.searchParams.delete('ask');
  history.replaceState(history.state, '', url);
}

/** The address in another language still has to say whose frame it is in. */
function inFrame(address: string): string {
  const url = new URL(address);
  const host = new URLSearchParams(location.search).get('host');
  if (host) url.searchParams.set('host', host);
  return url.href;
}

function listenToHost(): void {
  const host = hostOrigin(new URLSearchParams(location.search).get('host'), location.origin, page.hosts);
  if (parent === window || host === undefined) return;
  addEventListener('message', (event) => {
    if (event.source !== parent || event.origin !== host) return;
    const message = readLoaderMessage(event.data);
    if (message?.ponte === 'ask') conversation.ask(message.question);
    if (message?.ponte === 'opened') conversation.composer.focus();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') parent.postMessage({ ponte: 'close' }, host);
  });
  parent.postMessage({ ponte: 'ready' }, host);
}

document.documentElement.classList.toggle('framed', parent !== window);
listenToHost();
conversation.start();
takeSuggestion();
