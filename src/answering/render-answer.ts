/** An answer in words: its sentences, what one must know about them, and the entry as a card with its sources. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Card, Reply } from '../domain/reply';
import type { AskedAbout } from '../language/asking';
import type { Speech } from '../language/speech';
import { type Answer, MAX_QUESTION } from './answer';
import { tellOpen, warnings } from './answer-notes';
import { askedFacts } from './asked-facts';
import { entryCard } from './entry-card';
import type { Fact } from './entry-facts';
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
  const said = worded.map(({ text }) => text).join(' ');
  const facts = factsBeside(said, answer, entry, speech, knowledge, at);
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

/** Of what was asked for, what neither the words nor the warnings tell. */
function factsBeside(said: string, answer: Answer, entry: Entry, speech: Speech, knowledge: KnowledgeBase, at: Date): readonly Fact[] {
  if (answer.shownAs !== undefined && answer.shownAs !== 'not-told') return [];
  // The day it closed stands above already.
  const isTold = (key: string) => answer.outcome === 'call-closed' && key === 'closed-on';
  return askedFacts(answer.asked, entry, speech, knowledge, at).filter(({ key, value }) => !isTold(key) && !said.includes(value));
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
