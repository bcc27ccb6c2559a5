/**
 * A second look, when a few words that go on from the turn before were answered with a no, or with what only shares a word with them. "How many
 * must we be?" after a federation is asked of the guide about founding; "which steps?" after that guide is asked of it, not of every guide.
 */
import { type AreaCode, areaServes } from '../domain/area';
import type { Entry } from '../domain/entry';
import { type AskedAbout, FACTS } from '../language/asking';
import type { Answer, Question } from './answer';
import { askText, speaksOf } from './ask-text';
import { askOfOthers, factElsewhere, factOf, OF_A_PLAN } from './fact-elsewhere';
import { ANSWERED, areaBefore, type Further, type FurtherLook, isAnswered, type Said, stemsIn } from './further';
import { type FollowRooms, LONGEST_FOLLOW_UP, namesEntry, readShort, withQuestionBefore, wordCount } from './stand-alone';
import { NAMED, titleShare } from './title-share';

export function lookFurther(asked: Question, first: Answer, rooms: FollowRooms): FurtherLook {
  const { before } = asked;
  const said = before && readSaid(asked, before, rooms);
  if (!said) return { ways: [], otherwise: first };
  if (said.applicant !== undefined) {
    const others = askOfOthers(said, said.applicant, first, rooms);
    if (others) return others;
  }
  const isJoined = first.isOfShown || asked.text !== first.question;
  return { ways: isJoined ? factElsewhere(said, first, rooms) : withTurnBefore(said, first, rooms), otherwise: first };
}

/** What goes on from before is told from another entry: what comes next still goes on from the question before. */
export const asFollowUp = (found: Answer): Answer => ({ ...found, isOfShown: true });

function readSaid(asked: Question, before: NonNullable<Question['before']>, rooms: FollowRooms): Said | undefined {
  if (wordCount(asked.text) > LONGEST_FOLLOW_UP && !asked.isCorrection) return undefined;
  const { about, applicant, who } = readShort(asked, rooms);
  // "For somebody of 22" goes on as well as "and for somebody of 22".
  const { age } = rooms.asking.read(asked.text, [asked.locale]);
  const stems = stemsIn(rooms.places.cut(asked.text, asked.locale), asked.locale);
  const restStems = stemsIn(who.join(' '), asked.locale);
  return {
    asked,
    before,
    facts: FACTS.filter((fact) => about.has(fact)),
    applicant,
    follows: about.has('follow') || age !== undefined,
    stems,
    restStems,
  };
}

/** Words of their own in what goes on from before; more are a question of their own. */
const THIN = 3;

/** What has words of its own, but none that name an entry: it may be asked of what is shown, or goes on from the question before. */
function withTurnBefore(said: Said, first: Answer, rooms: FollowRooms): Further[] {
  const { asked, before, facts, stems } = said;
  const isMiss = !ANSWERED.includes(first.outcome);
  const isOwn = stems.length > THIN || (!isMiss && hasSubject(said, rooms));
  if (namesEntry(asked, rooms) || (!asked.isCorrection && isOwn)) return [];
  const isNamed = !isMiss && first.entries.slice(0, 1).some((best) => titleShare(best, new Set(stems), asked.locale) >= NAMED);
  const shown = asked.isCorrection || before.shown === undefined ? undefined : rooms.knowledge.findEntry(before.shown);
  const isOfCall = shown?.kind === 'call' && facts.length > 0 && !facts.some((fact) => OF_A_PLAN.includes(fact));
  return [
    ...(shown && (isOfCall || !isNamed) ? askText(said, shown, rooms) : []),
    ...joined(said, first, isNamed, rooms),
    ...(isNamed ? [] : atPlaceBefore(said, first, rooms)),
  ];
}

/** The question before and what was said, asked as one. */
function joined(said: Said, first: Answer, isNamed: boolean, rooms: FollowRooms): Further[] {
  const { asked, before, facts, stems, follows } = said;
  const further = withQuestionBefore(asked, before, rooms);
  const isMiss = !ANSWERED.includes(first.outcome);
  if (further.text === undefined || (!isMiss && isElsewhere(asked, further.area))) return [];
  const question = { ...asked, ...further, before: undefined };
  const plan = facts.filter((fact) => OF_A_PLAN.includes(fact));
  if (plan.length > 0) return [factOf(question, plan, said, rooms)];
  const isAbout = (one: Entry): boolean => {
    // "How many members are needed?" names the guide, and goes on from a cooperative in Lisbon.
    if (isNamed) return facts.length > 0 && one.id === first.entries[0]?.id;
    return asked.isCorrection || follows || speaksOf(one, stems, asked.locale, rooms) || (isMiss && one.id === before.shown);
  };
  return [{ question, next: (found) => (isAnswered(found) && found.entries.slice(0, 1).some(isAbout) ? found : undefined) }];
}

/** Where somebody said they are since then counts more than the place of the question before. */
const isElsewhere = ({ area, homeArea }: Question, place: AreaCode | undefined): boolean =>
  area === undefined && homeArea !== undefined && place !== undefined && !areaServes(homeArea, place);

/** "Who advises cooperatives" says itself whom it is about; "and cooperatives?" does not. */
const hasSubject = ({ asked, follows }: Said, { applicants }: FollowRooms): boolean =>
  !follows && !asked.isCorrection && applicants.cut(asked.text, asked.locale) !== asked.text;

/** Where they are says which of these may help. */
const OF_A_PLACE: readonly AskedAbout[] = ['calls', 'grants', 'money', 'open', 'courses', 'help'];

/** "Are any calls open?" after a question about Dublin. */
function atPlaceBefore({ asked, before }: Said, first: Answer, rooms: FollowRooms): Further[] {
  const place = areaBefore(before, rooms);
  if (asked.area !== undefined || asked.homeArea !== undefined || place === undefined) return [];
  if (!OF_A_PLACE.some((about) => first.asked.has(about))) return [];
  return [{ question: { ...asked, before: undefined, homeArea: place }, next: (found) => found }];
}
