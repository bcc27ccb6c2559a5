/**
 * Lets a language model word an answer that the folder has given already, and keeps only the sentences that its sources bear out. The
 * model gets the masked question, facts and passages; nothing of who asks, and nothing of the conversation.
 */
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Outcome } from '../domain/outcome';
import type { Detector } from '../language/detect';
import { tidy } from '../language/fold';
import type { Speech } from '../language/speech';
import type { Log } from '../log';
import type { Answer } from './answer';
import type { LanguageModel } from './language-model';
import { maskQuestion } from './mask';
import { isEcho, messagesFor } from './model-messages';
import { sourcesOf } from './model-sources';
import { citedSentences, verify, type WordedSentence } from './verify';

/** A refusal is told in the words of locales/, which somebody weighed. */
const WORDED: ReadonlySet<Outcome> = new Set<Outcome>(['answered', 'answered-partly', 'call-closed', 'stale-evidence']);
const MOST_SENTENCES = 3;
/** What is read at a glance. Characters. */
const LONGEST = 900;

export type Wording =
  /** At least one sentence is borne out by its sources. */
  | { readonly kind: 'worded'; readonly sentences: readonly WordedSentence[] }
  /** Nothing to word, or nothing of it stood: the answer is shown as it is. */
  | { readonly kind: 'as-it-is' }
  /** The model did not answer. */
  | { readonly kind: 'unavailable' };

export interface WriterRooms {
  readonly model: LanguageModel;
  readonly detector: Detector;
  readonly log: Log;
  /** Letters and digits that cannot be guessed, new at each call. */
  newFence(): string;
}

export interface TellRooms {
  readonly speech: Speech;
  readonly knowledge: KnowledgeBase;
  readonly at: Date;
}

export class Writer {
  readonly #rooms: WriterRooms;

  constructor(rooms: WriterRooms) {
    this.#rooms = rooms;
  }

  /** Never throws. Takes as long as the model may. */
  async word(answer: Answer, { speech, knowledge, at }: TellRooms): Promise<Wording> {
    const sources = WORDED.has(answer.outcome) ? sourcesOf(answer, speech, knowledge, at) : [];
    if (sources.length === 0) return { kind: 'as-it-is' };
    const { model, detector, log, newFence } = this.#rooms;
    const started = performance.now();
    const fence = newFence();
    const question = maskQuestion(answer.question, speech.locale);
    const written = await model.complete(messagesFor(question, sources, speech, fence)).then(withoutThoughts, () => undefined);
    if (written === undefined) return { kind: 'unavailable' };
    const isShort = written.length <= LONGEST && citedSentences(written, speech.locale).length <= MOST_SENTENCES;
    const echoes = (sentence: string) => isEcho(sentence, fence);
    const { kept, dropped } = isShort
      ? verify(written, { sources, locale: speech.locale, detector, isEcho: echoes })
      : { kept: [], dropped: ['too much'] };
    log.worded({ kept: kept.length, dropped, ms: Math.round(performance.now() - started) });
    return kept.length > 0 ? { kind: 'worded', sentences: kept } : { kind: 'as-it-is' };
  }
}

/** Some models think aloud first. */
const withoutThoughts = (written: string): string => tidy(written.replace(/^\s*<think>[\s\S]*?<\/think>/, ''));
