/** What `ponte help` prints. Staff work in English files; the command speaks as they do. */

export const ASK_USAGE: readonly string[] = [
  'ask "QUESTION" [--locale el] [--site demo] [--at 2026-11-21] [--json]',
  '                   answers one question from the knowledge folder',
  'ask --jsonl        answers many: one {"id","question"} a line on standard input',
];

/** Commands one after the other, each as its lines. */
export const usage = (commands: readonly (readonly string[])[]): readonly string[] => [
  'npm run ponte -- COMMAND',
  '',
  ...commands.flat().map((line) => `  ${line}`),
  '  help               this list',
];
