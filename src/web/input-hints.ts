/** What the browser may offer for the answer the bot asks for, and how long an answer may be. */

export interface InputHints {
  /** HTML autofill token. */
  readonly autocomplete: string;
  readonly inputmode: string;
  /** Spelling correction makes sense only of sentences. */
  readonly spellcheck: boolean;
}

const PLAIN: InputHints = { autocomplete: 'off', inputmode: 'text', spellcheck: true };
const HINTS: ReadonlyMap<string, InputHints> = new Map([
  ['contact', { autocomplete: 'email', inputmode: 'email', spellcheck: false }],
  ['name', { autocomplete: 'name', inputmode: 'text', spellcheck: false }],
  ['reference', { ...PLAIN, spellcheck: false }],
  ['secret', { ...PLAIN, spellcheck: false }],
]);

/** `asks` is that of the last reply. On a shared screen (`isShared`) the browser must not offer what others typed. */
export function hintsFor(asks: string | undefined, isShared: boolean): InputHints {
  const hints = HINTS.get(asks ?? '') ?? PLAIN;
  return isShared ? { ...hints, autocomplete: 'off' } : hints;
}

/** Longest message, in UTF-16 units; the server refuses longer ones. */
export const LONGEST_MESSAGE = 1000;
/** From here on the rest is shown. */
const NEAR_END = 100;
/** At these rests a screen reader is told; at every key it would talk without end. */
const TOLD_AT = [100, 50, 20, 10, 0];

export interface LengthNote {
  readonly left: number;
  readonly isShown: boolean;
  readonly isTold: boolean;
}

/** What to say about a text of this length. `left` is negative when it is too long. */
export function noteLength(length: number): LengthNote {
  const left = LONGEST_MESSAGE - length;
  return { left, isShown: left <= NEAR_END, isTold: left < 0 || TOLD_AT.includes(left) };
}
