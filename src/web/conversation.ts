/** One conversation on a page: joins the line, the outbox and what is seen. */
import { type Activity, clientIdOf, isOwn, readMessage } from './activity';
import { afterInBrowser } from './clock';
import { Composer } from './composer';
import { DirectLine, type LineState } from './direct-line';
import { LONGEST_MESSAGE } from './input-hints';
import type { SessionKeep } from './keep';
import { part } from './make';
import { newId } from './new-id';
import { Outbox } from './outbox';
import { type PageData, wordsOf } from './page-data';
import type { SocketLike } from './stream';
import { TranscriptView } from './transcript-view';
import { streamAddress, Wire } from './wire';

export interface ConversationParts {
  readonly page: PageData;
  readonly keep: SessionKeep;
  /** Many people use this screen: links show their address, the browser offers nothing typed before. */
  readonly isShared: boolean;
  /** Something arrived that takes time to read. */
  readonly onArrival?: () => void;
}

/** Milliseconds a broken connection may last before it is told: a restart of the server is shorter. */
const TOLD_AFTER = 1500;
/** Milliseconds for a resumed transcript to be drawn before new messages are read out. */
const DRAWN_WITHIN = 1500;

export class Conversation {
  private readonly parts: ConversationParts;
  private readonly transcript: TranscriptView;
  readonly composer: Composer;
  private readonly outbox: Outbox;
  private line: DirectLine;
  /** A question of the host page, asked once the bot has said that it is software. */
  private offered: string | undefined;

  constructor(parts: ConversationParts) {
    this.parts = parts;
    const { page, isShared } = parts;
    const around = { page, opensLinks: !isShared, onSay: (text: string) => this.say(text), onRetry: (id: string) => this.outbox.retry(id) };
    this.transcript = new TranscriptView(around, afterInBrowser, () => this.composer.focus(part('conversation')));
    this.composer = new Composer({ page, isShared, onSend: (text) => this.say(text), onTell: tell });
    this.outbox = new Outbox({
      post: (activity) => this.line.post(activity),
      after: afterInBrowser,
      random: Math.random,
      onDelivery: (id, delivery) => this.transcript.note(id, delivery),
    });
    this.line = this.openLine();
    addEventListener('online', () => this.line.nudge());
    addEventListener('offline', () => this.line.lose());
    document.addEventListener('visibilitychange', () => document.hidden || this.line.nudge());
  }

  /** Comes back to the kept conversation, or begins a new one. */
  start(): void {
    const kept = this.parts.keep.read();
    this.transcript.setSilent(kept !== undefined);
    if (kept) afterInBrowser(DRAWN_WITHIN, () => this.transcript.setSilent(false));
    showBanner(wordsOf(this.parts.page, 'chat.connecting'), 'calm');
    this.line.begin(kept);
  }

  /** Says something a page offered in the person's name, but not before they were greeted. */
  ask(question: string): void {
    if (this.transcript.isEmpty) this.offered = question;
    else this.say(question);
  }

  /** Says something in the person's name; it waits while there is no connection. */
  say(text: string): void {
    if (this.line.state === 'ended' || this.line.state === 'refused') return;
    const short = text.slice(0, LONGEST_MESSAGE);
    this.composer.hint(undefined);
    const id = newId();
    this.transcript.addOwn(short, id);
    this.outbox.send(id, short, this.parts.page.locale);
  }

  /** Tells the bot something that is not said, such as a choice of language; a page may leave right after. */
  async signal(activity: object): Promise<void> {
    await this.line.post(activity, true).catch(() => undefined);
  }

  /** Forgets the conversation here and says good-bye to the server. */
  end(): void {
    void this.signal({ type: 'endOfConversation' });
    this.line.stop();
    this.close('chat.ended');
  }

  private openLine(): DirectLine {
    const { page, keep } = this.parts;
    const fetchHere = (url: string, request: RequestInit) => fetch(url, request);
    return new DirectLine({
      wire: new Wire({ fetch: fetchHere, after: afterInBrowser, base: '/v3/directline', site: page.site, locale: page.locale }),
      openSocket: (url) => new WebSocket(streamAddress(url, location.origin)) as SocketLike,
      after: afterInBrowser,
      random: Math.random,
      onActivity: (activity) => this.take(activity),
      onState: (state) => this.reach(state),
      onSession: (session) => keep.write(session),
    });
  }

  private take(activity: Activity): void {
    if (activity.type === 'typing' && !isOwn(activity)) this.transcript.startWorking();
    if (activity.type !== 'message') return;
    if (isOwn(activity)) this.takeOwn(activity);
    else this.takeBot(activity);
  }

  private takeOwn(activity: Activity): void {
    const id = clientIdOf(activity);
    if (id !== undefined && (this.outbox.acknowledge(id) || this.transcript.has(id))) return;
    if (typeof activity.text === 'string') this.transcript.addOwn(activity.text);
  }

  private takeBot(activity: Activity): void {
    const message = readMessage(activity);
    if (!message) return;
    this.transcript.addBot(message);
    this.composer.hint(message.asks);
    this.parts.onArrival?.();
    const { offered } = this;
    this.offered = undefined;
    if (offered) this.say(offered);
  }

  private reach(state: LineState): void {
    const { page, keep } = this.parts;
    this.outbox.setOpen(state === 'online');
    if (state === 'online') {
      clearBanner(wordsOf(page, 'chat.online'));
      this.composer.setEnabled(true);
    } else if (state === 'offline') {
      afterInBrowser(TOLD_AFTER, () => this.line.state === 'offline' && showBanner(wordsOf(page, 'chat.offline'), 'loud'));
    } else if (state === 'ended' && this.transcript.isEmpty && keep.read()) {
      // what was kept from before is no longer known: nobody needs to be told
      keep.clear();
      this.line = this.openLine();
      this.line.begin();
    } else this.close(state === 'refused' ? 'chat.refused' : 'chat.lost');
  }

  private close(words: string): void {
    this.parts.keep.clear();
    this.transcript.stopWorking();
    this.composer.setEnabled(false);
    clearBanner('');
    part('composer').hidden = true;
    part('ended').hidden = false;
    part('ended-words').textContent = wordsOf(this.parts.page, words);
    // a frame that nobody is in must not take the focus from the page around it
    if (document.hasFocus()) part('again').focus();
  }
}

function tell(words: string): void {
  part('told').textContent = words;
}

function showBanner(words: string, mood: 'calm' | 'loud'): void {
  const banner = part('banner');
  banner.textContent = words;
  banner.className = `banner ${mood}`;
}

/** `words` are for screen readers, and only after a banner that worried. */
function clearBanner(words: string): void {
  const banner = part('banner');
  if (banner.classList.contains('loud')) tell(words);
  banner.textContent = '';
  banner.className = 'banner';
}
