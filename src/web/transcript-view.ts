/** The messages on the screen: a log for screen readers, scrolled for the eye, never drawn twice. */
import type { SpokenMessage } from './activity';
import { type After, type Cancel, nothing } from './clock';
import { part } from './make';
import { drawBotMessage, drawOwnMessage, type MessageSurroundings, noteDelivery } from './message-view';
import type { Delivery } from './outbox';

/** Milliseconds before the sign of work appears, and after which it no longer claims to. */
const WORK_SHOWN_AFTER = 400;
const WORK_SHOWN_FOR = 30_000;
/** CSS pixels: as near to the place where we left it, the person did not scroll away. */
const NEAR = 48;

export class TranscriptView {
  private readonly around: MessageSurroundings;
  private readonly after: After;
  private readonly onFocusLost: () => void;
  private readonly area = part('conversation');
  private readonly list = part('messages');
  private readonly working = part('working');
  private readonly latest = part('latest');
  private readonly own = new Map<string, HTMLElement>();
  private choices: HTMLElement | undefined;
  /** The message the person wrote last: an answer longer than the screen is shown from here. Before it, from the top. */
  private anchor: Element | undefined;
  private noted: { readonly id: string; readonly item: HTMLElement } | undefined;
  private placedAt = 0;
  private cancelWorking: Cancel = nothing;

  constructor(around: MessageSurroundings, after: After, onFocusLost: () => void) {
    this.around = around;
    this.after = after;
    this.onFocusLost = onFocusLost;
    // either the area scrolls or, on low screens, the page
    addEventListener('scroll', () => this.showWayDown(), { passive: true, capture: true });
    this.latest.addEventListener('click', () => {
      this.area.focus({ preventScroll: true });
      this.scroller.scrollTop = this.scroller.scrollHeight;
    });
  }

  private get scroller(): Element {
    const isPage = getComputedStyle(this.area).overflowY === 'visible';
    return isPage && document.scrollingElement ? document.scrollingElement : this.area;
  }

  get isEmpty(): boolean {
    return this.list.childElementCount === 0;
  }

  /** Whether the message with this id was written here and is on the screen. */
  has(id: string): boolean {
    return this.own.has(id);
  }

  addBot(message: SpokenMessage): void {
    const { item, choices } = drawBotMessage(message, this.around);
    this.stopWorking();
    this.dropChoices();
    this.choices = choices;
    this.append(item, false);
  }

  /** `id` for a message that is under way. */
  addOwn(text: string, id?: string): void {
    const item = drawOwnMessage(text, this.around.page);
    if (id) this.own.set(id, item);
    this.dropChoices();
    this.anchor = item;
    this.append(item, id !== undefined);
  }

  /** Only the newest message keeps a note, except for those that failed. */
  note(id: string, delivery: Delivery): void {
    const item = this.own.get(id);
    if (!item) return;
    if (this.noted && this.noted.id !== id && !this.noted.item.classList.contains('failed'))
      noteDelivery(this.noted.item, this.noted.id, undefined, this.around);
    this.noted = { id, item };
    noteDelivery(item, id, delivery, this.around);
    if (delivery === 'sent') this.startWorking();
    this.place();
  }

  /** The bot is at work on an answer. */
  startWorking(): void {
    this.cancelWorking();
    this.cancelWorking = this.after(WORK_SHOWN_AFTER, () => {
      this.working.hidden = false;
      this.place();
      this.cancelWorking = this.after(WORK_SHOWN_FOR, () => this.stopWorking());
    });
  }

  stopWorking(): void {
    this.cancelWorking();
    this.working.hidden = true;
  }

  /** While a transcript is drawn again it is not read out. */
  setSilent(isSilent: boolean): void {
    part('log').setAttribute('aria-live', isSilent ? 'off' : 'polite');
  }

  private append(item: HTMLElement, isAnswered: boolean): void {
    const isFollowing = isAnswered || Math.abs(this.scroller.scrollTop - this.placedAt) < NEAR || this.distanceToEnd() < NEAR;
    this.list.append(item);
    if (isFollowing) this.place();
    this.showWayDown();
  }

  /** To the end, but not past the last thing the person wrote. */
  private place(): void {
    const { scroller } = this;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const top = scroller === this.area ? this.area.getBoundingClientRect().top : 0;
    const anchor = this.anchor ? this.anchor.getBoundingClientRect().top - top + scroller.scrollTop - 8 : 0;
    scroller.scrollTop = Math.min(end, Math.max(0, anchor));
    this.placedAt = scroller.scrollTop;
  }

  private distanceToEnd(): number {
    const { scroller } = this;
    return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  }

  private showWayDown(): void {
    this.latest.hidden = this.distanceToEnd() < NEAR * 2;
  }

  /** Buttons of an older message would answer a question that is no longer asked. */
  private dropChoices(): void {
    const hadFocus = this.choices?.contains(document.activeElement);
    this.choices?.remove();
    this.choices = undefined;
    if (hadFocus) this.onFocusLost();
  }
}
