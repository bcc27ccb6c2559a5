/** A fact that what is shown does not tell, told from another entry on the same subject. */
import type { Entry, Kind } from '../domain/entry';
import { type AskedAbout, FACTS } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { Answer, Question } from './answer';
import { askText, isSaid } from './ask-text';
import { ANSWERED, areaBefore, type Further, type FurtherLook, isAnswered, type Said, stemsIn } from './further';
import { holdsStems } from './shown';
import { type FollowRooms, factsBefore, withQuestionBefore } from './stand-alone';
import { tellingSentences } from './telling-sentences';
import { isField } from './told';

/** Facts of what somebody plans, which a guide tells; a sum, a telephone number or a closing day of another entry would mislead. */
export const OF_A_PLAN: readonly AskedAbout[] = ['members', 'apply', 'papers'];
/** A fact that the entry on the screen does not tell, but another one on the same subject does. */
export function factElsewhere(said: Said, first: Answer, rooms: FollowRooms): Further[] {
  const { asked, before } = said;
  const [entry] = first.entries;
  if (first.mayApply) return [];
  const wanted = said.facts.length > 0 ? said.facts : first.isOfShown ? FACTS.filter((fact) => first.asked.has(fact)) : [];
  const facts = wanted.filter((fact) => OF_A_PLAN.includes(fact));
  const isMissing =
    !ANSWERED.includes(first.outcome) || first.shownAs !== undefined || !facts.every((fact) => isSurelyTold(fact, first, rooms));
  if (facts.length === 0 || !isMissing) return [];
  const ofText = facts.includes('apply') && entry ? askText(said, entry, rooms) : [];
  const further = withQuestionBefore(asked, before, rooms);
  const without = [...(asked.without ?? []), ...(entry && first.isOfShown ? [entry.id] : [])];
  return [
    ...ofText,
    ...(further.text === undefined ? [] : [factOf({ ...asked, ...further, before: undefined, without }, facts, said, rooms)]),
  ];
}

/** Hits so far behind are about something else. */
const NEAR = 0.6;

/** The first of what is found that tells the fact, and is about what was asked before. */
export function factOf(question: Question, facts: readonly AskedAbout[], said: Said, rooms: FollowRooms): Further {
  const asked = { ...said.asked, area: question.area };
  const tells = (entry: Entry) => isOnSubject(entry, facts, said, rooms) && facts.some((fact) => tellsFact(fact, entry, asked, rooms));
  return {
    question,
    next: ({ hits }) => {
      const best = hits[0]?.score ?? 0;
      const found = hits.filter(({ score }) => score >= NEAR * best).flatMap(({ entry }) => rooms.knowledge.findEntry(entry) ?? []);
      const entry = found.filter(({ id }) => !question.without?.includes(id)).find(tells);
      const words = facts.includes('apply') ? { words: said.stems } : {};
      return entry && { ...asked, ofShown: { entry, about: new Set(facts), isOfYear: false, ...words } };
    },
  };
}

/** Its headline shares a word with the question before, other than those of the fact: partners for a project are no members of a cooperative. */
function isOnSubject(
  { title, summary }: Entry,
  facts: readonly AskedAbout[],
  { before: { question, locale } }: Said,
  rooms: FollowRooms,
): boolean {
  const told = new Set(contentStems(`${title[locale] ?? ''} ${summary[locale] ?? ''}`, locale));
  const words = rooms.places.cut(question, locale).split(/[^\p{L}\p{M}\p{N}]+/u);
  const isOfFact = (word: string) => facts.includes('members') && rooms.asking.tells('members', word, locale);
  return words.some((word) => !isOfFact(word) && stemsIn(word, locale).some((stem) => told.has(stem)));
}

/** One applies there, by what the card says. */
const APPLIED_FOR: readonly Kind[] = ['call', 'service', 'training'];

/** A website on the card, or a number of people in a text about somebody, is not told to who asks where to apply, or how many must be. */
function isSurelyTold(fact: AskedAbout, { entries: [entry], sentences }: Answer, rooms: FollowRooms): boolean {
  if (!entry) return false;
  if (fact === 'members') return entry.kind === 'guide' ? isHeaded(fact, entry, rooms) : entry.kind === 'call' && sentences.length > 0;
  if (fact === 'apply') return APPLIED_FOR.includes(entry.kind) && isField(entry, fact);
  return true;
}

function tellsFact(fact: AskedAbout, entry: Entry, asked: Question, rooms: FollowRooms): boolean {
  if (fact === 'members') return isHeaded(fact, entry, rooms) && tellingSentences(entry, [fact], asked, rooms).length > 0;
  if (fact === 'apply') return entry.kind === 'guide' && isSaid(stemsIn(asked.text, asked.locale), entry, asked, rooms);
  return isField(entry, fact) || tellingSentences(entry, [fact], asked, rooms).length > 0;
}

/** A section asks for it in its heading: "How many members do we need?" */
const isHeaded = (fact: AskedAbout, { id }: Entry, { knowledge, asking }: FollowRooms): boolean =>
  knowledge.passages.some(({ entry, heading, locale }) => entry === id && asking.readAlone(heading, [locale]).about.has(fact));

/** The same is asked for others, and found where it is told of those before: "and an association?" after the members of a cooperative. */
export function askOfOthers(said: Said, applicant: string, first: Answer, rooms: FollowRooms): FurtherLook | undefined {
  const { asked, before } = said;
  const facts = factsBefore(before, rooms.asking).filter((fact) => OF_A_PLAN.includes(fact));
  const shown = before.shown === undefined ? undefined : rooms.knowledge.findEntry(before.shown);
  if (facts.length === 0 || shown?.kind !== 'guide') return undefined;
  const area = asked.area ?? areaBefore(before, rooms);
  const lines = tellingSentences(shown, facts, { ...asked, area }, rooms).filter((one) =>
    holdsStems({ ...one, heading: '' }, said.restStems),
  );
  const own: Answer = {
    ...first,
    outcome: 'answered',
    entries: [shown],
    sentences: lines.map(({ tells: _, ...sentence }) => sentence),
    asked: new Set(facts),
    isOfShown: true,
  };
  if (lines.length > 0) return { ways: [], otherwise: own };
  if (shown.audience.includes(applicant)) return undefined;
  const question = { ...asked, text: first.question, area, before: undefined, without: [shown.id] };
  const tells = (one: Entry) => one.audience.includes(applicant) && facts.some((fact) => tellsFact(fact, one, asked, rooms));
  return {
    ways: [{ question, next: (found) => (isAnswered(found) && found.entries[0] && tells(found.entries[0]) ? found : undefined) }],
    otherwise: { ...first, outcome: 'no-evidence', entries: [], sentences: [] },
  };
}
