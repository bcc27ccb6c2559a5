/** The field in which the person writes. */
import { hintsFor, noteLength } from './input-hints';
import { part } from './make';
import { type PageData, wordsOf } from './page-data';

export interface ComposerParts {
  readonly page: PageData;
  readonly isShared: boolean;
  readonly onSend: (text: string) => void;
  /** For screen readers, besides the visible counter. */
  readonly onTell: (words: string) => void;
}

export class Composer {
  private readonly parts: ComposerParts;
  private readonly field = part<HTMLTextAreaElement>('say');
  private readonly counter = part('counter');
  private readonly button = part<HTMLButtonElement>('send');
  private wantsFocus = false;
  private readonly isTouched = matchMedia('(pointer: coarse)').matches;

  constructor(parts: ComposerParts) {
    this.parts = parts;
    this.hint(undefined);
    part<HTMLFormElement>('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener('input', () => this.change());
    this.field.addEventListener('keydown', (event) => {
      // while a word is being composed, Enter belongs to the input method
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
  }

  setEnabled(isEnabled: boolean): void {
    this.field.disabled = !isEnabled;
    this.button.disabled = !isEnabled;
    if (isEnabled && this.wantsFocus) this.focus();
  }

  /**
   * Puts the focus where the person goes on: into the field, as soon as it can be written in. Not on a touch screen, where
   * that would open the keyboard over the messages: there it goes to `otherwise`, or stays.
   */
  focus(otherwise?: HTMLElement): void {
    if (this.isTouched) otherwise?.focus({ preventScroll: true });
    else if (this.field.disabled) this.wantsFocus = true;
    else this.field.focus({ preventScroll: true });
  }

  /** Puts words into an empty field, for the person to send, change or leave. */
  offer(text: string): void {
    if (this.field.value !== '') return;
    this.field.value = text;
    this.change();
  }

  hint(asks: string | undefined): void {
    const hints = hintsFor(asks, this.parts.isShared);
    this.field.setAttribute('autocomplete', hints.autocomplete);
    this.field.setAttribute('inputmode', hints.inputmode);
    this.field.setAttribute('spellcheck', String(hints.spellcheck));
    this.field.setAttribute('autocapitalize', hints.spellcheck ? 'sentences' : 'off');
  }

  private send(): void {
    const text = this.field.value.trim();
    if (this.field.disabled) return;
    this.field.focus();
    if (text === '' || noteLength(text.length).left < 0) return;
    this.field.value = '';
    this.change();
    this.parts.onSend(text);
  }

  private change(): void {
    const { left, isShown, isTold } = noteLength(this.field.value.trim().length);
    const words = wordsOf(this.parts.page, left < 0 ? 'chat.over' : 'chat.left', Math.abs(left));
    this.counter.textContent = isShown ? words : '';
    this.counter.classList.toggle('over', left < 0);
    this.field.setAttribute('aria-invalid', String(left < 0));
    if (isTold) this.parts.onTell(words);
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight + this.field.offsetHeight - this.field.clientHeight}px`;
  }
}
