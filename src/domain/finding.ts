/** One mistake that a check reports, with its place and its cure. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly fix: string;
}
