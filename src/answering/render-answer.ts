/** An answer in words: its sentences, what one must know about them, and the entry as a card with its sources. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Card, Reply } from '../domain/reply';
import type { AskedAbout } from '../language/asking';
import type { Speech } from '../language/speech';
import { type Answer, MAX_QUESTION } from './answer';
import { askedFacts } from './asked-facts';
import { entryCard } from './entry-card';
import { forOthersLine, mayApplyLine } from './may-apply-line';
import { notesOf } from './notes';
import { layOut } from './sentences';
import type { WordedSentence } from './verify';

/** `worded`: sentences of a model that stand instead of the folder's own. What must be read before an answer stands before both. */
export function renderAnswer(
  answer: Answer,
  speech: Speech,
  knowledge: KnowledgeBase,
  at: Date,
  worded: readonly WordedSentence[] = [],
): Reply {
  const [entry] = answer.entries;
  const base = { locale: speech.locale, outcome: answer.outcome };
  const cards = answer.entries.map((one) => entryCard(one, speech, knowledge, { at }));
  if (answer.shownAs === 'open-now' || answer.shownAs === 'none-open')
    return { ...base, text: tellOpen(answer, speech, knowledge), cards, entries: answer.entries.map((one) => one.id) };
  if (!entry) return { ...base, text: speech.say(`answers:outcome.${answer.outcome}`, { most: speech.number(MAX_QUESTION) }) };
  // The day it closed stands above already.
  const isTold = (key: string) => answer.outcome === 'call-closed' && key === 'closed-on';
  const said = worded.map(({ text }) => text).join(' ');
  const facts =
    answer.shownAs !== undefined && answer.shownAs !== 'not-told'
      ? []
      : askedFacts(answer.asked, entry, speech, knowledge, at).filter(({ key, value }) => !isTold(key) && !said.includes(value));
  const own = answer.sentences.filter((sentence) => sentence.locale === speech.locale);
  const quotes = answer.sentences.filter((sentence) => sentence.locale !== speech.locale);
  const extract = own.length > 0 ? layOut(own) : textIn(entry.summary, speech.locale, entry.locale).text;
  const lead = worded.length > 0 ? withCitations(worded, answer.entries, speech) : extract;
  const quotedIn = quotes[0] && speech.say('answers:lead.quoted', { language: speech.languageName(quotes[0].locale) });
  return {
    ...base,
    text: [
      ...warnings(answer, entry, speech, knowledge),
      ...(answer.shownAs === 'contradiction' ? answer.entries.slice(0, 2).map((one) => version(one, answer, speech, knowledge, at)) : []),
      ...(facts.length > 0 ? [facts.map(({ label, value }) => speech.say('facts:labelled', { label, value })).join('\n')] : []),
      ...(answer.shownAs === 'other-edition' ? [] : [lead]),
      ...notesOf(answer, entry, lead, speech, at),
      ...(quotedIn ? [quotedIn] : []),
    ].join('\n\n'),
    ...(worded.length > 0 ? { model: true } : {}),
    ...(quotes.length > 0 ? { quotes } : {}),
    cards: cards.map((card) => (answer.shownAs === 'other-edition' ? card : withoutRepetition(card, `${lead}\n${said}`))),
    entries: answer.entries.map((one) => one.id),
  };
}

/** What may differ between two entries of one call, when no fact was asked for. */
const DATES_AND_SUMS = new Set<AskedAbout>(['deadline', 'amount', 'rate']);

/** What one of two entries that contradict each other says, and when that was checked. */
function version(entry: Entry, { asked }: Answer, speech: Speech, knowledge: KnowledgeBase, at: Date): string {
  const isNamed = [...DATES_AND_SUMS].some((about) => asked.has(about));
  const facts = askedFacts(isNamed ? asked : DATES_AND_SUMS, entry, speech, knowledge, at);
  const labelled = (label: string, value: string) => speech.say('facts:labelled', { label, value });
  const checked = labelled(speech.say('facts:checked'), speech.day(entry.checked));
  const title = textIn(entry.title, speech.locale, entry.locale).text;
  return [title, ...facts.map(({ label, value }) => `• ${labelled(label, value)}`), `• ${checked}`].join('\n');
}

/** Each sentence with the numbers of its entries, and below, which entry a number stands for. */
function withCitations(worded: readonly WordedSentence[], entries: readonly Entry[], speech: Speech): string {
  const marked = worded.map(({ text, shownAs }) => text.replace(/[.!?…;]*$/u, (end) => `${shownAs.map((n) => ` [${n}]`).join('')}${end}`));
  const cited = new Set(worded.flatMap(({ shownAs }) => shownAs));
  const legend = entries.flatMap((entry, n) =>
    cited.has(n + 1) ? [`[${n + 1}] ${textIn(entry.title, speech.locale, entry.locale).text}`] : [],
  );
  return [marked.join(' '), legend.join('\n')].join('\n\n');
}

/** A summary that is the answer need not stand in the card as well. */
const withoutRepetition = ({ summary, ...card }: Card, said: string): Card =>
  summary === undefined || said.includes(summary) ? card : { ...card, summary };

/** What must be read before the answer. */
function warnings(answer: Answer, entry: Entry, speech: Speech, knowledge: KnowledgeBase): string[] {
  const lines: string[] = [];
  if (answer.outcome === 'wrong-area') {
    const other = speech.list((answer.otherAreas ?? entry.areas).map((code) => placeName(code, speech, knowledge)));
    lines.push(speech.say('answers:lead.elsewhere', { place: placeName(answer.askedArea, speech, knowledge), other }));
  }
  if (answer.outcome === 'stale-evidence') lines.push(speech.say('answers:lead.stale', { day: speech.day(entry.checked) }));
  if (answer.outcome === 'no-evidence') lines.push(refusal(answer, speech));
  if (answer.outcome === 'personal-case') lines.push(speech.say('answers:outcome.personal-case'));
  if (answer.outcome === 'answered-partly')
    lines.push(speech.say(answer.shownAs === 'contradiction' ? 'answers:lead.contradiction' : 'answers:lead.partly'));
  if (answer.forOthers) lines.push(forOthersLine(answer.forOthers, speech, knowledge));
  if (answer.mayApply) lines.push(mayApplyLine(answer.mayApply, speech, knowledge));
  if (entry.kind === 'call' && answer.outcome === 'call-closed') {
    const { closes } = entry.call;
    lines.push(closes ? speech.say('answers:lead.call-closed-on', { day: speech.day(closes) }) : speech.say('answers:lead.call-closed'));
  }
  return lines;
}

function refusal({ shownAs, edition = [] }: Answer, speech: Speech): string {
  if (shownAs === 'other-edition') return speech.say('answers:lead.other-edition', { edition: speech.list(edition) });
  return speech.say(shownAs === 'not-told' ? 'answers:lead.not-told' : 'answers:outcome.no-evidence');
}

const placeName = (code: string | undefined, speech: Speech, { vocabularies }: KnowledgeBase): string =>
  textIn(vocabularies.areas.get(code ?? '')?.name ?? { [speech.locale]: speech.countryName(code ?? '') }, speech.locale).text;

/** Calls that are open today, or that none is; the cards tell the rest. */
function tellOpen({ shownAs, askedArea, entries, outcome }: Answer, speech: Speech, knowledge: KnowledgeBase): string {
  if (shownAs === 'open-now') return speech.say('answers:lead.open-now');
  const none = askedArea
    ? speech.say('answers:lead.none-open-in', { place: placeName(askedArea, speech, knowledge) })
    : speech.say('answers:lead.none-open');
  return [
    none,
    ...(outcome === 'answered' ? [speech.say('answers:lead.undated')] : []),
    ...(entries.some(({ kind }) => kind === 'guide') ? [speech.say('answers:lead.next-here')] : []),
  ].join(' ');
}

/** The whole reply as plain text, for a terminal, a mail or a file. */
export function replyText(reply: Reply): string {
  const quotes = (reply.quotes ?? []).map((quote) => `“${quote.text}” [${quote.locale}]`);
  const cards = (reply.cards ?? []).map((card) =>
    [
      `${card.title}${card.badge ? ` [${card.badge.text}]` : ''}`,
      ...card.facts.map((fact) => `${fact.label}: ${fact.value}`),
      ...(card.verdicts ?? []).map((verdict) => `- ${verdict.label}${verdict.quote ? ` (${verdict.quote})` : ''}`),
      ...card.links.map((link) => `${link.title}: ${link.url}`),
    ].join('\n'),
  );
  return [reply.text, ...quotes, ...cards].join('\n\n');
}
