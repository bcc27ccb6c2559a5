/** What a second look goes by: what was said, and where else it may be told. */
import type { Locale } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import type { AskedAbout } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { Answer, Before, Question } from './answer';
import { ANSWER_FROM } from './draft';
import type { FollowRooms } from './stand-alone';

export interface Further {
  readonly question: Question;
  /** What it is told with: what was found, or what is to be asked of an entry found; undefined when it tells nothing. */
  next(found: Answer): Answer | Question | undefined;
}

export interface FurtherLook {
  /** In the order in which they are tried. */
  readonly ways: readonly Further[];
  /** What is told when none of them tells it. */
  readonly otherwise: Answer;
}

/** What was said and the turn before, as they are looked at. */
export interface Said {
  readonly asked: Question;
  readonly before: Before;
  /** Facts it asks for. */
  readonly facts: readonly AskedAbout[];
  readonly applicant: string | undefined;
  /** It begins as what goes on. */
  readonly follows: boolean;
  /** Its words of content, places aside; and those that are left beside the facts. */
  readonly stems: readonly string[];
  readonly restStems: readonly string[];
}

export const ANSWERED: readonly Outcome[] = ['answered', 'answered-partly', 'call-closed'];

export const isAnswered = ({ outcome, entries, shownAs, confidence }: Answer): boolean =>
  ANSWERED.includes(outcome) && entries.length > 0 && shownAs === undefined && confidence >= ANSWER_FROM;

export const stemsIn = (text: string, locale: Locale): string[] => [...new Set(contentStems(text, locale))];

export const areaBefore = ({ question, locale }: Before, { places }: FollowRooms) => places.find(question, locale);
