/** `ponte ask`: one question from the command line, or many as JSON lines for evaluations. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Question } from '../answering/answer';
import { MAX_QUESTION } from '../answering/answer';
import type { Answerer } from '../answering/answerer';
import { renderAnswer } from '../answering/render-answer';
import { replyText } from '../answering/reply-text';
import { Day } from '../domain/day';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { Locale } from '../domain/locale';
import type { Detector } from '../language/detect';
import { tidy } from '../language/fold';
import type { PlaceFinder } from '../language/places';
import type { Languages } from '../language/speech';
import { plainJson } from './plain-line';

export interface AskRooms {
  readonly answerer: Answerer;
  readonly knowledge: KnowledgeBase;
  readonly places: PlaceFinder;
  readonly languages: Languages;
  readonly detector: Detector;
  readonly defaultSite: string;
  readonly now: () => Date;
}

const AskLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  locale: Locale.optional(),
  site: z.string().optional(),
  /** The day to answer as of. */
  at: Day.optional(),
});
type AskLine = z.infer<typeof AskLine>;

/** The question as the answerer hears it. */
export function questionOf(
  line: Omit<AskLine, 'id'>,
  { knowledge, detector, places, defaultSite, now }: Omit<AskRooms, 'answerer'>,
): Question {
  const text = tidy(line.question);
  const site = knowledge.findSite(line.site ?? defaultSite)?.site;
  // What is too long is told as that, whatever language the rest of it is in.
  const beginning = text.slice(0, MAX_QUESTION);
  const heard = detector.detect(beginning, {});
  const locale = line.locale ?? heard.locale;
  // Noon: the same day in every time zone of Europe.
  const at = line.at ? new Date(`${line.at}T12:00:00Z`) : now();
  const also = line.locale === undefined && !heard.sure && heard.second ? [heard.second] : [];
  return { text, locale, also, area: places.find(beginning, locale), homeArea: site?.area, at };
}

/** Answers one question as people would see it; `ms` is the time of the answer inside the process. */
export async function answerLine(line: AskLine, rooms: AskRooms) {
  const { knowledge, languages, answerer } = rooms;
  const started = performance.now();
  const question = questionOf(line, rooms);
  const { locale, at } = question;
  const answer = await answerer.answer(question);
  const reply = renderAnswer(answer, languages.speechIn(languages.nearest(locale)), knowledge, at);
  return { locale, answer, reply, ms: round(performance.now() - started) };
}

/** The same as one line of JSON holds it. */
export async function askOne(line: AskLine, rooms: AskRooms) {
  const { locale, answer, reply, ms } = await answerLine(line, rooms);
  return {
    id: line.id,
    locale,
    outcome: answer.outcome,
    confidence: round(answer.confidence),
    text: replyText(reply),
    citations: answer.entries.map(({ id, sources }) => {
      const url = sources.find((source) => source.url)?.url;
      return url ? { entry: id, url } : { entry: id };
    }),
    passages: [...new Set(answer.sentences.flatMap(({ at }) => at?.passage ?? []))],
    hits: answer.hits.map(({ entry, score }) => ({ entry, score: round(score) })),
    ms,
  };
}

/** Reads questions, writes answers in the same order. A line that is no question gives `{ id, error }` and does not end the run. */
export async function askLines(input: Readable, output: Writable, rooms: AskRooms): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = readLine(line);
    const result = parsed.ok ? await askOne(parsed.value, rooms) : { id: parsed.id, error: `line ${number}: ${parsed.what}` };
    output.write(`${plainJson(result)}\n`);
  }
}

type ReadLine = { readonly ok: true; readonly value: AskLine } | { readonly ok: false; readonly id: unknown; readonly what: string };

function readLine(line: string): ReadLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, id: null, what: 'not JSON' };
  }
  return readAsk(json);
}

/** Checks one question; `what` names each field that is wrong. */
export function readAsk(json: unknown): ReadLine {
  const parsed = AskLine.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return { ok: false, id, what: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ') };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
