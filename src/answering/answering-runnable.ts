/**
 * The answering pipeline as LangChain's `Runnable`, for chains and tools that expect one: a question goes in, an outcome with its text
 * and sources comes out. Like LangChainRetriever it answers `invoke` itself and starts no tracer; a chain built around it starts its own
 * when LANGSMITH_TRACING is "true".
 */
import { Runnable } from '@langchain/core/runnables';
import { z } from 'zod';
import { AreaCode } from '../domain/area';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { Locale } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import { tidy } from '../language/fold';
import type { PlaceFinder } from '../language/places';
import type { Languages } from '../language/speech';
import { MAX_QUESTION } from './answer';
import type { Answerer } from './answerer';
import { replyText } from './reply-text';
import { tellAnswer } from './tell-answer';
import type { Writer } from './writer';

const Asked = z.strictObject({
  question: z.string(),
  /** Language of the question and of the answer. */
  locale: Locale,
  /** Where the enquirer is; a place that the question names goes before it. */
  area: AreaCode.optional(),
});
export type Asked = z.input<typeof Asked>;

export interface Answered {
  readonly outcome: Outcome;
  /** Plain text with quotes, facts and links, as in a terminal. */
  readonly text: string;
  /** Entries shown, best first; `url` is the first address among its sources. */
  readonly citations: readonly { readonly entry: string; readonly title: string; readonly url?: string }[];
  /** Calibrated probability that the first entry answers the question, 0 to 1. */
  readonly confidence: number;
}

export interface RunnableRooms {
  readonly answerer: Answerer;
  readonly knowledge: KnowledgeBase;
  readonly places: PlaceFinder;
  readonly languages: Languages;
  readonly now?: () => Date;
  readonly writer?: Writer;
}

export class AnsweringRunnable extends Runnable<Asked, Answered> {
  override lc_namespace = ['ponte', 'answering'];
  readonly #rooms: RunnableRooms;

  constructor(rooms: RunnableRooms) {
    super();
    this.#rooms = rooms;
  }

  /** Throws ZodError for what is no question; what cannot be answered is an outcome. Callbacks that a caller passes are not told. */
  override async invoke(input: Asked): Promise<Answered> {
    const { question, locale, area } = Asked.parse(input);
    const { answerer, knowledge, places, languages, writer } = this.#rooms;
    const at = this.#rooms.now?.() ?? new Date();
    const text = tidy(question);
    const answer = await answerer.answer({ text, locale, area: places.find(text.slice(0, MAX_QUESTION), locale), homeArea: area, at });
    const speech = languages.speechIn(languages.nearest(locale));
    const reply = await tellAnswer(answer, { speech, knowledge, at }, writer);
    return {
      outcome: reply.outcome ?? answer.outcome,
      text: replyText(reply),
      citations: (reply.cards ?? []).map(({ entry, title }) => {
        const url = knowledge.findEntry(entry)?.sources.find((source) => source.url)?.url;
        return { entry, title, ...(url ? { url } : {}) };
      }),
      confidence: answer.confidence,
    };
  }
}
