/** What is asked of the entry on the screen, "until when?" or "and associations?", is answered from that entry or from nothing. */
import { type AreaCode, countryOf, HOMES } from '../domain/area';
import { stateOfCall } from '../domain/call-state';
import { dayIn } from '../domain/day';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import { widenTerm } from '../domain/vocabulary';
import { type AskedAbout, FACTS } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { Retriever } from '../retrieval/retriever';
import type { Answer, MayApply, OfShown, Question, Sentence } from './answer';
import { editionIn, isEditionAsked } from './edition';
import { sentencesOf } from './pick-sentences';
import { saidInFigures } from './quantities';
import type { FollowRooms } from './stand-alone';
import { titleShare } from './title-share';
import { isField, isTold } from './told';
import { tellsWherePublished } from './where-published';

interface ShownRooms extends FollowRooms {
  readonly retriever: Retriever;
}

/** Undefined when the question is not asked of the entry shown. */
export async function answerShown(question: Question, rooms: ShownRooms): Promise<Answer | undefined> {
  const { ofShown } = question;
  if (!ofShown) return undefined;
  if (ofShown.isOfYear) return ofEdition(question, ofShown, rooms);
  return ofShown.applicant === undefined
    ? ofFacts(question, ofShown, rooms)
    : ofApplicant(question, ofShown.entry, ofShown.applicant, rooms);
}

function ofFacts(question: Question, { entry, about }: OfShown, rooms: ShownRooms): Answer {
  const wanted = FACTS.filter((fact) => about.has(fact));
  // "And in Huesca?": it is for Aragón.
  if (wanted.length === 0) return answered(question, entry, outcomeOf(entry, question.at, true), { asked: new Set(['place']) });
  const sentences = tellingSentences(entry, wanted, question, rooms);
  // Where calls are published tells nothing of the one that was looked for.
  if (tellsWherePublished(entry) && wanted.some((fact) => OF_ONE_CALL.includes(fact)))
    return answered(question, entry, 'no-evidence', { asked: new Set(about), shownAs: 'where-to-look' });
  const { told, missing } = share(wanted, (fact) => isFieldOf(entry, fact) || sentences.some(({ tells }) => tells.includes(fact)));
  const asked = new Set(about);
  if (told.length === 0) return answered(question, entry, 'no-evidence', { asked, shownAs: 'not-told' });
  return answered(question, entry, outcomeOf(entry, question.at, missing.length === 0), { asked, sentences: sentences.map(withoutFacts) });
}

/** A website on the card answers no "telephone?". */
const isFieldOf = (entry: Entry, fact: AskedAbout): boolean =>
  fact === 'contact' ? (entry.contact?.phone ?? entry.contact?.email ?? entry.contact?.address) !== undefined : isField(entry, fact);

const OF_ONE_CALL: readonly AskedAbout[] = [
  'deadline',
  'amount',
  'rate',
  'each',
  'applicant',
  'members',
  'span',
  'papers',
  'form',
  'results',
];

/** Whether somebody of this kind is among those who may apply, with the sentence that says who may. */
function ofApplicant(question: Question, entry: Entry, applicant: string, rooms: ShownRooms): Answer {
  const { audience, locale } = entry;
  const written = entry.kind === 'call' ? entry.call.criteria : [];
  const criteria = written.filter(({ about, operator }) => about === 'applicant' && operator !== 'needs-a-person');
  const listed = criteria.flatMap(({ operator, value }) => (operator === 'one-of' && Array.isArray(value) ? value : []));
  const barred = criteria.flatMap(({ operator, value }) => (operator === 'none-of' && Array.isArray(value) ? value : []));
  const is = membership(applicant, listed.length > 0 ? listed : audience, barred, rooms.knowledge);
  const quoted = criteria.map(({ quote }): Sentence => ({ text: quote, locale, entry: entry.id }));
  const sentences =
    quoted.length > 0 && locale === question.locale ? quoted : tellingSentences(entry, ['applicant'], question, rooms).map(withoutFacts);
  return answered(question, entry, outcomeOf(entry, question.at, is !== 'unknown'), {
    asked: new Set<AskedAbout>(['applicant']),
    mayApply: { applicant, is },
    sentences: sentences.length > 0 ? sentences : quoted,
  });
}

/** Only what is listed by its own name is surely meant: a cooperative may be among the "companies" of a source, an association among its "social enterprises". */
function membership(one: string, listed: readonly string[], barred: readonly string[], { vocabularies }: KnowledgeBase): MayApply['is'] {
  const wider = (id: string) => widenTerm(vocabularies.applicants, id);
  if (wider(one).some((id) => barred.includes(id))) return 'no';
  return listed.includes(one) ? 'yes' : 'unknown';
}

/** How much of a title the same call's other edition shares, for the same areas. */
const SAME_CALL = 0.2;

/** The same call of another year, when there is one; else that this one is all that is known. */
async function ofEdition(question: Question, { entry, about }: OfShown, { knowledge, retriever }: ShownRooms): Promise<Answer> {
  const title = entry.title[entry.locale] ?? '';
  const found = await retriever.search({ text: `${title} ${question.text}`, locale: entry.locale });
  const stems = new Set(contentStems(title, entry.locale));
  const editions = [entry, ...found.entries.flatMap((hit) => knowledge.findEntry(hit.entry) ?? [])].filter(
    (one) =>
      one.kind === 'call' &&
      one.areas.some((area) => entry.areas.includes(area)) &&
      isEditionAsked(one, question.text) &&
      titleShare(one, stems, entry.locale) >= SAME_CALL,
  );
  const [edition] = editions;
  const asked = new Set(about);
  return edition
    ? answered(question, edition, outcomeOf(edition, question.at, true), { asked: asked.add('deadline') })
    : answered(question, entry, 'no-evidence', { asked, shownAs: 'other-edition', edition: editionIn(question.text) });
}

function answered(question: Question, entry: Entry, outcome: Outcome, found: Partial<Answer> & Pick<Answer, 'asked'>): Answer {
  return {
    outcome,
    question: question.text,
    isOfShown: true,
    // Nothing was searched for: which entry is meant is certain.
    confidence: 1,
    entries: [entry],
    sentences: [],
    suggestions: [],
    hits: [{ entry: entry.id, score: 1 }],
    ...found,
  };
}

function outcomeOf(entry: Entry, at: Date, isAllTold: boolean): Outcome {
  if (entry.kind === 'call' && stateOfCall(entry.call, entry.reviewBy, at) === 'closed') return 'call-closed';
  if (entry.reviewBy < dayIn(at, 'Europe/Brussels')) return 'stale-evidence';
  return isAllTold ? 'answered' : 'answered-partly';
}

interface Telling extends Sentence {
  readonly tells: readonly AskedAbout[];
}

/** As long as what is picked for any other answer. */
const MOST = 3;
const MOST_CHARACTERS = 600;

/** Sentences that tell one of these: of the enquirer's place before others, near the question before, in the order of the text. */
function tellingSentences(entry: Entry, wanted: readonly AskedAbout[], question: Question, rooms: ShownRooms): Telling[] {
  const { knowledge, asking } = rooms;
  const all = knowledge.passages.filter((passage) => passage.entry === entry.id && passage.text !== '');
  const own = all.filter(({ locale }) => locale === question.locale);
  const place = question.area ?? question.homeArea;
  const subject = new Set(question.before ? contentStems(question.before.question, question.before.locale) : []);
  const candidates = (own.length > 0 ? own : all.filter(({ locale }) => locale === entry.locale)).flatMap(({ text, heading, locale }) =>
    sentencesOf(text, locale).map((sentence) => ({ sentence, heading, locale })),
  );
  const telling = candidates.flatMap(({ sentence, heading, locale }, at) => {
    const under = asking.readAlone(heading, [locale]).about;
    const isHeaded = (fact: AskedAbout): boolean => UNDER_HEADING.includes(fact) && under.has(fact) && holdsNumber(sentence, locale);
    const tells = wanted.filter((fact) => isHeaded(fact) || tellsHere(fact, sentence, locale, rooms));
    const where = whereOf(`${heading} ${sentence}`, locale, place, knowledge);
    if (tells.length === 0 || where === 'elsewhere') return [];
    const near = contentStems(`${heading} ${sentence}`, locale).filter((stem) => subject.has(stem)).length;
    return [{ at, near, fit: Number(where === 'here') + Number(tells.some(isHeaded)), text: sentence, locale, entry: entry.id, tells }];
  });
  // In a list of countries the line of one's own says it, and not those beside it.
  const fit = Math.max(0, ...telling.map((one) => one.fit));
  const fitting = telling.filter((one) => one.fit === fit).sort((a, b) => b.near - a.near || a.at - b.at);
  return shortest(fitting).sort((a, b) => a.at - b.at);
}

function shortest<T extends { readonly text: string }>(best: readonly T[]): T[] {
  let length = 0;
  return best.slice(0, MOST).filter(({ text }, n) => {
    length += text.length;
    return n === 0 || length <= MOST_CHARACTERS;
  });
}

/** Under "How many members does it need?" a line with a number tells it, whatever its words. */
const UNDER_HEADING: readonly AskedAbout[] = ['members', 'span', 'amount', 'price', 'loan'];

const holdsNumber = (text: string, locale: Locale): boolean => saidInFigures(text, locale).quantities.length > 0;

/** "How much?" is not answered by "35 % of the members". */
const tellsHere = (fact: AskedAbout, text: string, locale: Locale, { asking }: ShownRooms): boolean =>
  isTold(fact, text, locale, asking) && (fact !== 'amount' || saidInFigures(text, locale).quantities.some(({ sign }) => sign === 'money'));

const withoutFacts = ({ text, locale, entry }: Telling): Sentence => ({ text, locale, entry });

/** In a list of countries each line holds in its own. */
function whereOf(
  text: string,
  locale: Locale,
  place: AreaCode | undefined,
  { vocabularies }: KnowledgeBase,
): 'here' | 'elsewhere' | 'anywhere' {
  const isNamed = (code: string | undefined): boolean => {
    const name = vocabularies.areas.get(code ?? '')?.name[locale];
    return name !== undefined && text.includes(name);
  };
  if (place === undefined) return HOMES[locale].some(isNamed) ? 'here' : 'anywhere';
  const country = countryOf(place);
  if (isNamed(place) || isNamed(country)) return 'here';
  const countries = [...vocabularies.areas.keys()].filter((code) => code.length === 2 && code !== 'EU' && code !== country);
  return countries.some(isNamed) ? 'elsewhere' : 'anywhere';
}

function share<T>(all: readonly T[], isOne: (one: T) => boolean): { told: readonly T[]; missing: readonly T[] } {
  return { told: all.filter(isOne), missing: all.filter((one) => !isOne(one)) };
}
