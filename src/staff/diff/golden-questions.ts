/** The questions that must go on being answered: a file of one JSON object a line, as `ponte ask --jsonl` takes them. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Day } from '../../domain/day';
import { Locale } from '../../domain/locale';

/** `relevant`, when it is given, holds the ids of the entries that answer it: only then a change can be called better or worse. */
const GoldenQuestion = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1),
  locale: Locale.optional(),
  site: z.string().optional(),
  at: Day.optional(),
  relevant: z.array(z.string()).optional(),
});
export type GoldenQuestion = z.infer<typeof GoldenQuestion>;

export interface GoldenFile {
  readonly questions: readonly GoldenQuestion[];
  /** What is wrong, each with its line. */
  readonly problems: readonly string[];
}

/** Undefined when there is no such file. */
export async function readGoldenQuestions(path: string): Promise<GoldenFile | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const questions: GoldenQuestion[] = [];
  const problems: string[] = [];
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') problems.push(`${path}:${n + 1}  ${read}`);
    else questions.push(read);
  }
  return { questions, problems };
}

function readLine(line: string): GoldenQuestion | string {
  try {
    const parsed = GoldenQuestion.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
  } catch {
    return 'not JSON: write {"id": "1", "question": "…"}';
  }
}

/** At most `most`, evenly over the whole and in its order. */
export const evenly = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : all.filter((_, n) => Math.floor((n * most) / all.length) !== Math.floor(((n - 1) * most) / all.length));

/**
 * At most `limit` questions: those whose answer is a changed entry, then others evenly over the file, so that every language and
 * subject of a sorted file is heard. In the order of the file.
 */
export function chooseQuestions(
  questions: readonly GoldenQuestion[],
  limit: number,
  isChanged: (id: string) => boolean,
): readonly GoldenQuestion[] {
  if (questions.length <= limit) return questions;
  const touched = questions.filter((question) => question.relevant?.some(isChanged)).slice(0, limit);
  const others = questions.filter((question) => !touched.includes(question));
  const chosen = new Set([...touched, ...evenly(others, limit - touched.length)]);
  return questions.filter((question) => chosen.has(question));
}
