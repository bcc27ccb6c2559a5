/** Notices that nobody is at the screen any more: waits, warns, and in the end clears. Anything a person does starts it over. */
import { type After, type Cancel, nothing } from './clock';

export interface IdleParts {
  readonly after: After;
  /** Seconds of quiet until the warning. */
  readonly quiet: number;
  /** Seconds from the warning to the clearing. */
  readonly grace: number;
  /** Called once a second during the warning, first with `grace`. */
  readonly onWarning: (secondsLeft: number) => void;
  /** Somebody is still there: the warning goes away. */
  readonly onBack: () => void;
  readonly onGone: () => void;
}

export class IdleWatch {
  private readonly parts: IdleParts;
  private cancel: Cancel = nothing;
  private isWarning = false;

  constructor(parts: IdleParts) {
    this.parts = parts;
  }

  /** A sign of life; also starts the watch. It can be given as often as a person likes. */
  touch(): void {
    this.stop();
    this.cancel = this.parts.after(this.parts.quiet * 1000, () => this.warn(this.parts.grace));
  }

  /** Something to read arrived: starts the wait over, unless the warning already asks for a sign of life. */
  allowTime(): void {
    if (!this.isWarning) this.touch();
  }

  stop(): void {
    this.cancel();
    if (!this.isWarning) return;
    this.isWarning = false;
    this.parts.onBack();
  }

  private warn(secondsLeft: number): void {
    if (secondsLeft <= 0) {
      this.parts.onGone();
      return;
    }
    this.isWarning = true;
    this.parts.onWarning(secondsLeft);
    this.cancel = this.parts.after(1000, () => this.warn(secondsLeft - 1));
  }
}
