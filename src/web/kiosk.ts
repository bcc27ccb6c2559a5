/** The info point: a start screen, one conversation for one person, and nothing left of it. */
import { afterInBrowser } from './clock';
import { Conversation } from './conversation';
import { IdleWatch } from './idle';
import { noKeep } from './keep';
import { tendLanguageMenu } from './language-menu';
import { part } from './make';
import { readPageData, wordsOf } from './page-data';
import { speak } from './speak';
import { soundWarning } from './warning-sound';

/** Seconds: reliability.md 5. WCAG 2.2.1 asks for at least 20 between warning and end. */
const QUIET = 90;
const GRACE = 30;

const page = readPageData(part('page-data').textContent ?? '');
const warning = part<HTMLDialogElement>('warning');
const idle = new IdleWatch({
  after: afterInBrowser,
  quiet: QUIET,
  grace: GRACE,
  onWarning: warn,
  onBack: () => warning.close(),
  onGone: clear,
});
const conversation = new Conversation({ page, keep: noKeep, isShared: true, onArrival: () => idle.allowTime() });

function warn(secondsLeft: number): void {
  // a screen nobody has used yet only goes back to its first language
  if (part('talk').hidden) {
    clear();
    return;
  }
  if (!warning.open) {
    warning.showModal();
    soundWarning();
  }
  part('seconds').textContent = wordsOf(page, 'kiosk.seconds', secondsLeft);
}

/** A new page in place of this one: no text, no script state and no way back remain. */
function clear(): void {
  idle.stop();
  if (!part('talk').hidden) conversation.end();
  location.replace(`${location.pathname}?site=${encodeURIComponent(page.site)}`);
}

function begin(): void {
  part('welcome').hidden = true;
  part('talk').hidden = false;
  conversation.start();
  conversation.composer.focus(part('conversation'));
}

part('begin').addEventListener('click', begin);
for (const id of ['end', 'again', 'clear']) part(id).addEventListener('click', clear);
part('more-time').addEventListener('click', () => idle.touch());
for (const wish of ['person', 'restart']) part(wish).addEventListener('click', () => conversation.say(wordsOf(page, `say.${wish}`)));
for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input']) addEventListener(sign, () => idle.touch(), { passive: true });
tendLanguageMenu((locale, address) => {
  void conversation.signal({ type: 'event', name: 'locale', value: locale });
  void speak(page, address);
});
for (const link of document.querySelectorAll<HTMLAnchorElement>('#welcome a'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
// a page brought back from the browser's memory belongs to somebody else
addEventListener('pageshow', (event) => event.persisted && clear());

if (new URLSearchParams(location.search).has('locale')) idle.touch();
