/** A question → an answer with its evidence. The way is one list of named steps; the first that can tell an outcome ends it. */
import { joinAbbreviations } from '../language/abbreviations';
import { namesIn } from '../language/cased-words';
import { withUmlauts } from '../language/umlauts';
import { confidenceOf } from '../retrieval/confidence';
import { contentStems } from '../retrieval/glossary';
import { type Answer, MAX_QUESTION, type Question } from './answer';
import { answerFromBest } from './answer-from-best';
import { complete } from './complete';
import { withCorrection } from './corrected';
import { type AnswerRooms, type AnswerStep, type Draft, ended, HITS, type StepResult } from './draft';
import { type Found, findHits } from './find-hits';
import { goOnFromShown, keepToQuestionBefore } from './go-on';
import { lookElsewhere } from './look-elsewhere';
import { asFollowUp, lookFurther } from './look-further';
import { tellOpenCalls } from './open-calls';
import { hearPerson, keepToOurSubject, refusePersonalData, refuseTooLong } from './refuse';
import { standAlone } from './stand-alone';
import { weighEvidence } from './weigh-evidence';

const BEFORE_SEARCH: readonly AnswerStep[] = [refuseTooLong, refusePersonalData, hearPerson];
const STEPS: readonly AnswerStep[] = [
  ...BEFORE_SEARCH,
  goOnFromShown,
  findPassages,
  keepToOurSubject,
  keepToQuestionBefore,
  tellOpenCalls,
  lookElsewhere,
  weighEvidence,
  answerFromBest,
];

export class Answerer {
  readonly #rooms: AnswerRooms;

  constructor(rooms: AnswerRooms) {
    this.#rooms = rooms;
  }

  /** Never throws for what was asked: a search that fails is told as that. */
  async answer(asked: Question): Promise<Answer> {
    const meant = withCorrection(asked, this.#rooms);
    const first = await this.#run(this.#begin(meant));
    const { ways, otherwise } = lookFurther(meant, first, this.#rooms);
    for (const { question, next } of ways) {
      const told = next(await this.#run(this.#begin(question)));
      if (told) return asFollowUp('outcome' in told ? told : await this.#run(this.#begin(told)));
    }
    return otherwise;
  }

  async #run(begun: Draft): Promise<Answer> {
    let draft = begun;
    try {
      for (const step of STEPS) {
        const result = await step(draft, this.#rooms);
        if ('outcome' in result) return complete(result, draft.question, this.#rooms);
        draft = result;
      }
    } catch (error) {
      this.#rooms.log.degraded({ part: 'search', error });
      return ended(draft, 'search-unavailable');
    }
    return ended(draft, 'no-evidence');
  }

  /**
   * What an answer would rest on if the folder had none of these entries (ids); undefined when nothing is looked for, or nothing found.
   * Throws what the search throws.
   */
  async weigh(asked: Question, without: readonly string[] = []): Promise<Weighed | undefined> {
    let draft = this.#begin(asked);
    for (const step of BEFORE_SEARCH) {
      const result = await step(draft, this.#rooms);
      if ('outcome' in result) return undefined;
      draft = result;
    }
    const { entries, best, evidence, setting } = await findHits(draft, this.#rooms, without);
    return best && { best, evidence, setting, hits: entries.slice(0, HITS).map(({ entry }) => entry) };
  }

  #begin(asked: Question): Draft {
    const alone = asked.ofShown ? asked : { ...asked, ...standAlone(asked, this.#rooms) };
    const joined = joinAbbreviations(alone.text);
    const question = { ...alone, text: alone.locale === 'de' ? withUmlauts(joined) : joined };
    const { about, age, subject, core } = this.#rooms.asking.read(question.text.slice(0, MAX_QUESTION), [
      question.locale,
      ...(question.also ?? []),
    ]);
    const { area, locale } = question;
    const { places } = this.#rooms;
    const text = question.text.slice(0, MAX_QUESTION);
    const named = area ? [area, ...places.findOthers(text, locale)] : [];
    const names = namesIn(area ? places.cut(text, locale) : text, locale);
    // "What is the managing authority?" asks for what its words ask about elsewhere.
    const isAllAsked = contentStems(subject, question.locale).length === 0;
    return {
      question,
      standing: alone.text,
      asked: about,
      age,
      subject: isAllAsked ? question.text : subject,
      core,
      names,
      named,
      confidence: 0,
    };
  }
}

export interface Weighed extends Required<Pick<Found, 'best' | 'evidence' | 'setting'>> {
  /** Ids of the ten best, `best` first. */
  readonly hits: readonly string[];
}

async function findPassages(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  const { entries, best, evidence, setting } = await findHits(draft, rooms, draft.question.without);
  return { ...draft, hits: entries, confidence: best ? confidenceOf(evidence, setting, rooms.knowledge.calibration) : 0 };
}
