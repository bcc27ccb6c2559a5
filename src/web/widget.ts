/**
 * The loader: one script tag on any page. Until the person opens the chat it draws one button; nothing is loaded or stored.
 *
 *     <script src="https://ponte.example/widget.js" data-site="demo" data-locale="el" defer></script>
 *
 * The host page may set `--ponte-accent` and `--ponte-on-accent` in its style, and use `ponte.open("a question")` and
 * `ponte.close()`.
 */
import { type LoaderMessage, readChatMessage } from './host-protocol';
import { make } from './make';

/** Put in by .tools/build.mjs: the launcher's words of every language that has them, and its style. */
declare const WIDGET_WORDS: Readonly<Record<string, { readonly open: string; readonly close: string; readonly title: string }>>;
declare const WIDGET_STYLE: string;

declare global {
  interface Window {
    ponte?: { open(question?: string): void; close(): void };
  }
}

/** On screens this small the chat takes all of it. */
const SMALL = '(max-width: 30rem), (max-height: 30rem)';

function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

class Widget {
  private readonly origin: string;
  private readonly address: string;
  private readonly title: string;
  private readonly launcher: HTMLButtonElement;
  private readonly dialog: HTMLDialogElement;
  private frame: HTMLIFrameElement | undefined;
  private isReady = false;
  private waiting: LoaderMessage[] = [];
  private readonly small = matchMedia(SMALL);

  constructor(source: URL, site: string, locale: string) {
    const tag = locale.toLowerCase().split(/[-_]/)[0] ?? '';
    const words = WIDGET_WORDS[tag] ?? WIDGET_WORDS.en ?? { open: '', close: '', title: '' };
    this.origin = source.origin;
    this.address = new URL(`chat?${new URLSearchParams({ site, locale: tag, host: location.origin })}`, source).href;
    this.title = words.title;
    this.launcher = make(
      'button',
      { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' },
      icon('M4 5h16v11H10l-4 4v-4H4z'),
      words.open,
    );
    this.launcher.addEventListener('click', () => this.open());
    const close = make('button', { type: 'button', class: 'close', 'aria-label': words.close }, icon('M6 6l12 12M18 6L6 18'));
    close.addEventListener('click', () => this.close());
    this.dialog = make('dialog', { 'aria-label': words.title }, close);
    this.listen();
    this.attach(WIDGET_WORDS[tag] ? tag : 'en');
  }

  open(question?: string): void {
    this.frame ??= this.addFrame();
    if (!this.dialog.open) this.show();
    if (question) this.tell({ ponte: 'ask', question });
    this.frame.focus();
    this.tell({ ponte: 'opened' });
  }

  close(): void {
    if (!this.dialog.open) return;
    this.dialog.close();
    this.launcher.hidden = false;
    this.launcher.focus();
  }

  /** Over a small page the chat is modal: what lies behind it can be neither seen nor reached. */
  private show(): void {
    if (this.small.matches) this.dialog.showModal();
    else this.dialog.show();
    this.launcher.hidden = true;
  }

  private addFrame(): HTMLIFrameElement {
    const frame = make('iframe', { src: this.address, title: this.title });
    this.dialog.append(frame);
    return frame;
  }

  private tell(message: LoaderMessage): void {
    if (this.isReady) this.frame?.contentWindow?.postMessage(message, this.origin);
    else this.waiting.push(message);
  }

  private listen(): void {
    addEventListener('message', (event) => {
      if (event.origin !== this.origin || !this.frame || event.source !== this.frame.contentWindow) return;
      const message = readChatMessage(event.data);
      if (message?.ponte === 'close') this.close();
      if (message?.ponte !== 'ready') return;
      this.isReady = true;
      for (const one of this.waiting.splice(0)) this.tell(one);
    });
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    this.dialog.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    this.small.addEventListener('change', () => {
      if (!this.dialog.open) return;
      this.dialog.close();
      this.show();
    });
  }

  /** A shadow root keeps the host's style out and ours in; a constructed sheet needs no permission of the host's policy. */
  private attach(lang: string): void {
    const place = make('div', { lang });
    const root = place.attachShadow({ mode: 'open' });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(WIDGET_STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // Safari before 16.4
      root.append(make('style', {}, WIDGET_STYLE));
    }
    root.append(this.launcher, this.dialog);
    document.body.append(place);
  }
}

function embed(): void {
  const script = document.currentScript ?? document.querySelector('script[data-site][src*="widget.js"]');
  if (!(script instanceof HTMLScriptElement) || window.ponte) return;
  const { site = '', locale = document.documentElement.lang } = script.dataset;
  const source = new URL(script.src);
  const begin = () => {
    const widget = new Widget(source, site, locale);
    window.ponte = { open: (question) => widget.open(question), close: () => widget.close() };
  };
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin);
}

embed();
