/** Time, so that tests can hold it. */

/** Undoes what it was given for; calling it late or twice does nothing. */
export type Cancel = () => void;

/** Runs `action` once after `ms` milliseconds unless cancelled. */
export type After = (ms: number, action: () => void) => Cancel;

export const afterInBrowser: After = (ms, action) => {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
};

export const nothing: Cancel = () => undefined;
