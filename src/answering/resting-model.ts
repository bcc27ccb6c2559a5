/**
 * A model that is not asked while it cannot answer: after three failures in a row it rests for a minute, then one question tries it.
 * Every failure is logged; questions during a rest are not.
 */
import { PonteError } from '../errors';
import type { Log } from '../log';
import type { LanguageModel, ModelMessage } from './language-model';

const FAILURES = 3;
const REST_MS = 60_000;
/** Questions with the model at once: behind a slow one they would pile up. */
const AT_ONCE = 8;

export interface RestRooms {
  readonly model: LanguageModel;
  readonly log: Log;
  /** Milliseconds of a clock that is never set, such as `performance.now`. */
  readonly now: () => number;
}

export class RestingModel implements LanguageModel {
  readonly #rooms: RestRooms;
  #failures = 0;
  #restsUntil = 0;
  #asking = 0;

  constructor(rooms: RestRooms) {
    this.#rooms = rooms;
  }

  async complete(messages: readonly ModelMessage[]): Promise<string> {
    const { model, log, now } = this.#rooms;
    const isTrial = this.#failures >= FAILURES;
    if (isTrial && now() < this.#restsUntil) throw new PonteError('MODEL_FAILED', 'rests');
    if (this.#asking >= (isTrial ? 1 : AT_ONCE)) throw new PonteError('MODEL_FAILED', 'busy');
    this.#asking += 1;
    try {
      const text = await model.complete(messages);
      this.#failures = 0;
      return text;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= FAILURES) this.#restsUntil = now() + REST_MS;
      log.degraded({ part: 'language model', error });
      throw error;
    } finally {
      this.#asking -= 1;
    }
  }
}
