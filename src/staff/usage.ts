/** What `ponte help` prints. Staff work in English files; the command speaks as they do. */
export const USAGE: readonly string[] = [
  'npm run ponte -- COMMAND',
  '',
  '  ask "QUESTION" [--locale el] [--site demo] [--at 2026-11-21] [--json]',
  '                     answers one question from the knowledge folder',
  '  ask --jsonl        answers many: one {"id","question"} a line on standard input',
  '  knowledge [--json] what the folder holds: counts, or one line an entry',
  '  check [--json] [--format github]',
  '                     every mistake in the folder, with its place and its cure; exit code 1 when there is an error',
  '  help               this list',
];
