/** What is asked of the entry on the screen, "until when?" or "and associations?", is answered from that entry or from nothing. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Outcome } from '../domain/outcome';
import { widenTerm } from '../domain/vocabulary';
import { type AskedAbout, FACTS } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { Retriever } from '../retrieval/retriever';
import type { Answer, MayApply, OfShown, Question, Sentence } from './answer';
import { editionIn } from './edition';
import { isEditionAsked } from './entry-edition';
import { outcomeOf } from './outcome-of';
import { shown } from './shown';
import type { FollowRooms } from './stand-alone';
import { type Telling, tellingSentences } from './telling-sentences';
import { titleShare } from './title-share';
import { isField } from './told';
import { tellsWherePublished } from './where-published';

interface ShownRooms extends FollowRooms {
  readonly retriever: Retriever;
}

/** Undefined when the question is not asked of the entry shown. */
export async function answerShown(question: Question, rooms: ShownRooms): Promise<Answer | undefined> {
  const { ofShown } = question;
  if (!ofShown) return undefined;
  if (ofShown.isOfYear) return ofEdition(question, ofShown, rooms);
  if (ofShown.words) return ofText(question, ofShown, rooms);
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

/** What its text says of what was asked in words that it holds itself. */
function ofText(question: Question, { entry, about }: OfShown, rooms: ShownRooms): Answer {
  const { found } = shown(entry, { question, asked: about }, rooms);
  return answered(question, entry, outcomeOf(entry, question.at, true), { asked: new Set(about), sentences: found.sentences });
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

const withoutFacts = ({ tells: _, ...sentence }: Telling): Sentence => sentence;

function share<T>(all: readonly T[], isOne: (one: T) => boolean): { told: readonly T[]; missing: readonly T[] } {
  return { told: all.filter(isOne), missing: all.filter((one) => !isOne(one)) };
}
