/** A question → an answer with its evidence. The way is one list of named steps; the first that can tell an outcome ends it. */
import { type AreaCode, areaServes, countryOf } from '../domain/area';
import { stateOfCall } from '../domain/call-state';
import { dayIn } from '../domain/day';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import type { AskedAbout } from '../language/asking';
import { lengthSpelt } from '../language/fold';
import type { Log } from '../log';
import { confidenceOf } from '../retrieval/confidence';
import type { Retrieval, Retriever } from '../retrieval/retriever';
import type { Answer, Question } from './answer';
import { findContradiction } from './contradiction';
import { type Found, findHits, namesBeside, placesOf, settingOf, type Wanted, withoutPeriods, yearsIn } from './find-hits';
import { holdsPersonalData } from './personal-data';
import { pickSentences } from './pick-sentences';
import { placeOutside } from './place-outside';
import { isDefinition } from './prefer-general';
import { type FollowRooms, standAlone } from './stand-alone';
import { type Told, toldOf } from './told';
import { whereToLook } from './where-published';

/** Longer messages tell a story; people are asked to put it in a sentence or two. Characters. */
export const MAX_QUESTION = 1_000;

/**
 * At least this likely: answered. Between the two: "did you mean". Chosen on the tuning half of test/eval, where 0.25, 0.3, 0.35 and 0.4 answer
 * 0.926, 0.913, 0.904 and 0.888 of what can be answered, and refuse 0.794, 0.825, 0.837 and 0.854 of what cannot: half of that are near misses.
 */
export const ANSWER_FROM = 0.3;
const SUGGEST_FROM = 0.2;
const SUGGESTIONS = 3;
const HITS = 10;

interface Draft extends Wanted {
  readonly retrieval?: Pick<Retrieval, 'entries'>;
  readonly confidence: number;
}

type StepResult = Draft | Answer;
type AnswerStep = (draft: Draft, rooms: AnswerRooms) => StepResult | Promise<StepResult>;

export interface AnswerRooms extends FollowRooms {
  readonly retriever: Retriever;
  readonly log: Log;
}

const BEFORE_SEARCH: readonly AnswerStep[] = [refuseTooLong, refusePersonalData, hearPerson];
const STEPS: readonly AnswerStep[] = [...BEFORE_SEARCH, findPassages, keepToOurSubject, lookElsewhere, weighEvidence, answerFromBest];

export class Answerer {
  readonly #rooms: AnswerRooms;

  constructor(rooms: AnswerRooms) {
    this.#rooms = rooms;
  }

  /** Never throws for what was asked: a search that fails is told as that. */
  async answer(asked: Question): Promise<Answer> {
    let draft = this.#begin(asked);
    try {
      for (const step of STEPS) {
        const result = await step(draft, this.#rooms);
        if ('outcome' in result) return result;
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
    const question = { ...asked, text: standAlone(asked.text, asked.locale, asked.before, this.#rooms) };
    const { about, subject } = this.#rooms.asking.read(question.text.slice(0, MAX_QUESTION), [question.locale, ...(question.also ?? [])]);
    const { area, text, locale } = question;
    const named = area ? [area, ...this.#rooms.places.findOthers(text.slice(0, MAX_QUESTION), locale)] : [];
    return { question, asked: about, subject, named, confidence: 0 };
  }
}

export interface Weighed extends Required<Pick<Found, 'best' | 'evidence' | 'setting'>> {
  /** Ids of the ten best, `best` first. */
  readonly hits: readonly string[];
}

function ended({ question, retrieval, confidence, asked }: Draft, outcome: Outcome, found: Partial<Answer> = {}): Answer {
  const hits = (retrieval?.entries ?? []).slice(0, HITS).map(({ entry, score }) => ({ entry, score }));
  return { outcome, question: question.text, asked, confidence, entries: [], sentences: [], suggestions: [], hits, ...found };
}

function refuseTooLong(draft: Draft): StepResult {
  return lengthSpelt(draft.question.text) > MAX_QUESTION ? ended(draft, 'too-long') : draft;
}

function refusePersonalData(draft: Draft): StepResult {
  return holdsPersonalData(draft.question.text) ? ended(draft, 'personal-data') : draft;
}

/** An insult alone; with a question after it, the question is answered. Words. */
const SHORT_INSULT = 5;

/** Somebody in danger is told where help is before anything is looked for; who a private person is, is looked for nowhere. */
function hearPerson(draft: Draft): StepResult {
  if (draft.asked.has('crisis')) return ended(draft, 'crisis');
  if (draft.asked.has('persons')) return ended(draft, 'no-evidence');
  const isShort = draft.question.text.split(/\s+/).length <= SHORT_INSULT;
  return draft.asked.has('abuse') && isShort ? ended(draft, 'abuse') : draft;
}

/** Surer than this, and a word such as "football" belongs to a question of ours: a grant for a football school. */
const OURS_FROM = 0.99;

function keepToOurSubject(draft: Draft): StepResult {
  return draft.asked.has('elsewhere') && draft.confidence < OURS_FROM ? ended(draft, 'out-of-scope') : draft;
}

async function findPassages(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  const { entries, best, evidence, setting } = await findHits(draft, rooms);
  return { ...draft, retrieval: { entries }, confidence: best ? confidenceOf(evidence, setting, rooms.knowledge.calibration) : 0 };
}

/** Nothing for this place, but something good for another: say so instead of passing it off as near. */
async function lookElsewhere(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  const { retriever, knowledge } = rooms;
  const { locale, also } = draft.question;
  const places = placesOf(draft);
  const [place] = places;
  if (!place || draft.confidence >= ANSWER_FROM) return draft;
  const wider = await retriever.search({
    text: draft.subject,
    locale,
    ...(also ? { also } : {}),
    names: namesBeside(draft.question, rooms.places),
    limit: HITS,
  });
  const best = wider.entries[0] && knowledge.findEntry(wider.entries[0].entry);
  const setting = best && settingOf(best, { ...draft, named: [] });
  const confidence = setting ? confidenceOf(wider.evidence, setting, knowledge.calibration) : 0;
  if (!best || confidence < ANSWER_FROM || confidence <= draft.confidence) return draft;
  // What serves the place was found before, and weighed with it.
  if (best.areas.some((one) => places.some((other) => areaServes(one, other)))) return draft;
  if (draft.asked.has('help') && !isInCountryOf(places, best.areas)) return draft;
  const found: Draft = { ...draft, retrieval: wider, confidence };
  return ended(found, 'wrong-area', { ...shown(best, found, knowledge), askedArea: place satisfies AreaCode });
}

/** Who helps in another country can seldom help here; a call of one shows at least what there is. */
const isInCountryOf = (places: readonly AreaCode[], areas: readonly AreaCode[]): boolean =>
  areas.some((one) => places.some((other) => countryOf(one) === countryOf(other)));

function weighEvidence(draft: Draft, { knowledge }: AnswerRooms): StepResult {
  if (draft.asked.has('prediction') && draft.confidence < ANSWER_FROM) return ended(draft, 'personal-case');
  const best = draft.retrieval?.entries[0] && knowledge.findEntry(draft.retrieval.entries[0].entry);
  const isAboutThisYear = best !== undefined && yearsIn(draft.question.text).every((either) => either.some((year) => speaksOf(best, year)));
  if (draft.confidence >= ANSWER_FROM && isAboutThisYear) return draft;
  if (draft.confidence < SUGGEST_FROM) {
    // Who asks for a call that is not here is shown where its like are published.
    const guide = whereToLook(draft.asked, placesOf(draft), knowledge);
    return ended(draft, 'no-evidence', guide ? { entries: [guide], isElsewhere: true } : {});
  }
  const { locale } = draft.question;
  const suggestions = (draft.retrieval?.entries ?? []).slice(0, SUGGESTIONS).flatMap(({ entry }) => {
    const found = knowledge.findEntry(entry);
    return found ? [textIn(found.title, locale, found.locale).text] : [];
  });
  return ended(draft, 'clarify', { suggestions });
}

/** The call of another year has other dates: it may be offered, never passed off as the one asked for. */
function speaksOf(entry: Entry, year: string): boolean {
  if (entry.kind === 'call' && (entry.call.opens ?? entry.call.closes) !== undefined) {
    const { opens, closes } = entry.call;
    const isInTitle = Object.values(entry.title).some((title) => withoutPeriods(title).includes(year));
    return isInTitle || (yearOf(opens ?? closes) <= year && year <= yearOf(closes ?? opens));
  }
  const texts = [...Object.values(entry.title), ...Object.values(entry.summary), ...Object.values(entry.bodies)];
  // A programme is asked for by its period: "the one until 2027".
  return texts.some((text) => (entry.kind === 'programme' ? text : withoutPeriods(text)).includes(year));
}

const yearOf = (day = ''): string => day.slice(0, 4);

function answerFromBest(draft: Draft, { knowledge, asking }: AnswerRooms): StepResult {
  const best = draft.retrieval?.entries[0];
  const entry = best && knowledge.findEntry(best.entry);
  if (!entry) return ended(draft, 'no-evidence');
  // Nobody here decides; what the rules say is shown beside.
  if (draft.asked.has('prediction')) return ended(draft, 'personal-case', { entries: [entry] });
  // What is not published is not known; the entry says where it will be.
  if (draft.asked.has('future')) return ended(draft, 'no-evidence', { entries: [entry] });
  const told = toldOf(draft.asked, entry, asking);
  // What stands beside it is not passed off as the answer; the entry says whom to ask.
  if (told === 'none') return ended(draft, 'no-evidence', { entries: [entry] });
  const found = shown(entry, draft, knowledge);
  const outside = placeOutside(entry, draft, knowledge);
  if (outside) return ended(draft, 'wrong-area', { ...found, askedArea: outside });
  const rival = findContradiction(entry, entriesOf(draft, knowledge), draft.asked);
  if (rival) return ended(draft, 'answered-partly', { ...found, entries: [entry, rival], isContradictory: true });
  const others = LISTS.some((about) => draft.asked.has(about)) ? alsoListed(entry, draft, knowledge) : [];
  return ended(draft, outcomeFor(entry, draft, told), { ...found, entries: [entry, ...others] });
}

const entriesOf = ({ retrieval }: Draft, knowledge: KnowledgeBase): Entry[] =>
  (retrieval?.entries ?? []).slice(0, HITS).flatMap(({ entry }) => knowledge.findEntry(entry) ?? []);

const LISTS: readonly AskedAbout[] = ['calls', 'courses', 'list'];
/** Entries of a list are of one kind, and not much worse than the first. */
const LISTED = 5;
const LISTED_FROM = 0.6;

function alsoListed(first: Entry, { retrieval }: Draft, knowledge: KnowledgeBase): Entry[] {
  const [best, ...rest] = retrieval?.entries ?? [];
  return rest
    .filter(({ score }) => score >= LISTED_FROM * (best?.score ?? 0))
    .flatMap(({ entry }) => knowledge.findEntry(entry) ?? [])
    .filter(({ kind }) => kind === first.kind)
    .slice(0, LISTED - 1);
}

function outcomeFor(entry: Entry, { question }: Draft, told: Told): Outcome {
  if (entry.kind === 'call') {
    const state = stateOfCall(entry.call, entry.reviewBy, question.at);
    if (state === 'closed') return 'call-closed';
  }
  if (entry.reviewBy < dayIn(question.at, 'Europe/Brussels')) return 'stale-evidence';
  return told === 'all' ? 'answered' : 'answered-partly';
}

function shown(entry: Entry, { question, retrieval }: Draft, knowledge: KnowledgeBase): Pick<Answer, 'entries' | 'sentences'> {
  const { text, locale, area, homeArea } = question;
  const passages = retrieval?.entries.find((one) => one.entry === entry.id)?.passages.map((hit) => hit.passage) ?? [];
  const wanted = { text, questionLocale: locale, locale, isDefinition: isDefinition(text, locale), place: area ?? homeArea };
  return { entries: [entry], sentences: pickSentences(entry.id, passages, knowledge, wanted) };
}
