/** An entry as a card in somebody's language: headline, state, labelled facts, links, and the day it was checked. */
import { type CallState, stateOfCall } from '../domain/call-state';
import type { Criterion, Verdict } from '../domain/criterion';
import type { Amount, CallEntry, Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type Locale, type LocalisedText, textIn } from '../domain/locale';
import type { Card } from '../domain/reply';
import type { Speech } from '../language/speech';

/** A labelled fact with the name it is asked for by. */
export type Fact = Card['facts'][number] & { readonly key: string };

const TONES = { open: 'good', 'closing-soon': 'warn', forthcoming: 'plain', unknown: 'warn', closed: 'bad' } as const satisfies Record<
  CallState,
  string
>;

export interface CardOptions {
  readonly at: Date;
  readonly verdicts?: readonly Verdict[];
}

export function entryCard(entry: Entry, speech: Speech, knowledge: KnowledgeBase, { at, verdicts = [] }: CardOptions): Card {
  const title = textIn(entry.title, speech.locale, entry.locale);
  const summary = textIn(entry.summary, speech.locale, entry.locale);
  return {
    entry: entry.id,
    title: title.text,
    ...(summary.locale === speech.locale ? {} : { locale: summary.locale }),
    summary: summary.text,
    badge: badgeOf(entry, speech, at),
    facts: factsOf(entry, speech, knowledge, at).map(({ label, value }) => ({ label, value })),
    ...(verdicts.length > 0 ? { verdicts: verdicts.map((verdict) => verdictRow(verdict, entry, speech, knowledge)) } : {}),
    links: linksOf(entry, speech, at),
  };
}

/** The state of a call at an instant, or the kind of anything else. */
export function badgeOf(entry: Entry, speech: Speech, at: Date): NonNullable<Card['badge']> {
  if (entry.kind !== 'call') return { text: speech.say(`facts:kind.${entry.kind}`), tone: 'plain' };
  const state = stateOfCall(entry.call, entry.reviewBy, at);
  return { text: speech.say(`facts:state.${state}`), tone: TONES[state] };
}

/** What the front matter says, in the words of a language, in the order of a card. */
export function factsOf(entry: Entry, speech: Speech, knowledge: KnowledgeBase, at: Date): readonly Fact[] {
  const own = entry.kind === 'call' ? callFacts(entry, stateOfCall(entry.call, entry.reviewBy, at), speech) : [];
  return [...own, ...sharedFacts(entry, speech, knowledge)];
}

function callFacts({ call, locale }: CallEntry, state: CallState, speech: Speech): Fact[] {
  const row = (key: string, value: string | undefined): Fact[] => (value ? [{ key, label: speech.say(`facts:${key}`), value }] : []);
  const closing =
    call.closes &&
    (call.closesAt ? speech.say('facts:day-and-hour', { day: speech.day(call.closes), hour: call.closesAt }) : speech.day(call.closes));
  return [
    ...row(state === 'forthcoming' ? 'will-open' : 'opened', call.opens && speech.day(call.opens)),
    ...row(
      state === 'closed' ? 'closed-on' : 'closes-on',
      closing ?? (state === 'closed' ? undefined : speech.say('facts:no-closing-day')),
    ),
    ...call.amounts.flatMap((amount) => row(`amount.${amount.what}`, amountText(amount, speech))),
    ...row('support-rate', call.supportRate && rateText(call.supportRate, speech)),
    ...row('fund', call.fund && fundName(call.fund, speech)),
    ...row('authority', call.authority && nameOf(call.authority, locale, speech)),
    ...row('reference', call.reference),
  ];
}

/** The EU's funds have a name of their own in each language; others are called what they call themselves. */
const fundName = (fund: string, speech: Speech): string => speech.say('facts:fund-name', { fund, context: fund });

/** Words of an entry's own language, marked with it where another is spoken. */
const markedIn = (text: string, locale: Locale, speech: Speech): string =>
  locale === speech.locale ? text : speech.say('facts:in-language', { text, language: speech.languageName(locale) });

const GREEK = /\p{Script=Greek}/u;

/** A name is the same in every language, unless its letters are strange to who reads it. */
const nameOf = (name: string, locale: Locale, speech: Speech): string => (GREEK.test(name) ? markedIn(name, locale, speech) : name);

/** A total is what there is; a grant with an upper edge only is "up to". */
function amountText({ what, min, max, currency, about }: Amount, speech: Speech): string | undefined {
  const money = (value: number) => speech.money(value, currency);
  const single = min === max || (what === 'total' && min === undefined) ? max : undefined;
  const text = single === undefined ? rangeText(min, max, money, speech) : money(single);
  return text && about ? speech.say('facts:about', { what: text }) : text;
}

function rangeText(min: number | undefined, max: number | undefined, money: (value: number) => string, speech: Speech): string | undefined {
  if (min !== undefined && max !== undefined) return speech.say('facts:between', { from: money(min), to: money(max) });
  if (max !== undefined) return speech.say('facts:up-to', { most: money(max) });
  return min === undefined ? undefined : speech.say('facts:at-least', { least: money(min) });
}

const rateText = ({ min, max }: { min?: number | undefined; max: number }, speech: Speech): string =>
  min === undefined || min === max
    ? speech.say('facts:up-to', { most: speech.percent(max) })
    : speech.say('facts:between', { from: speech.percent(min), to: speech.percent(max) });

function sharedFacts(entry: Entry, speech: Speech, knowledge: KnowledgeBase): Fact[] {
  const row = (key: string, value: string | undefined): Fact[] => (value ? [{ key, label: speech.say(`facts:${key}`), value }] : []);
  const { areas, applicants } = knowledge.vocabularies;
  const isCall = entry.kind === 'call';
  return [
    ...row(isCall ? 'who-may-apply' : 'for-whom', namesOf(entry.audience, applicants, speech)),
    ...row('where', whereOf(entry, areas, speech)),
    ...(entry.kind === 'training' ? trainingFacts(entry, speech) : []),
    ...row('languages', entry.languages.length > 0 ? speech.list(entry.languages.map((tag) => speech.languageName(tag))) : undefined),
    ...row('organisation', entry.contact?.organisation && nameOf(entry.contact.organisation, entry.locale, speech)),
    ...row('phone', entry.contact?.phone),
    ...row('email', entry.contact?.email),
    ...row('address', entry.contact?.address),
    ...row('hours', entry.contact?.hours),
    ...row('checked', speech.day(entry.checked)),
  ];
}

/** Areas are served all together, applicants one at a time: "and" here, "or" there. */
function whereOf(entry: Entry, areas: Named, speech: Speech): string {
  if (entry.areas.includes('EU')) return speech.say('facts:all-eu');
  return speech.list(entry.areas.map((code) => textIn(areas.get(code)?.name ?? { en: code }, speech.locale).text));
}

function trainingFacts(entry: Extract<Entry, { kind: 'training' }>, speech: Speech): Fact[] {
  const inWords = (text: LocalisedText | string): string => {
    const { text: said, locale } = typeof text === 'string' ? { text, locale: entry.locale } : textIn(text, speech.locale, entry.locale);
    return markedIn(said, locale, speech);
  };
  const { format, free, duration } = entry.training;
  const row = (key: string, value: string | undefined): Fact[] => (value ? [{ key, label: speech.say(`facts:${key}`), value }] : []);
  return [
    ...row('format', format && speech.say(`facts:format-${format}`)),
    ...row('cost', free === undefined ? undefined : speech.say(free ? 'facts:free' : 'facts:not-free')),
    ...row('duration', duration && inWords(duration)),
  ];
}

type Named = ReadonlyMap<string, { readonly name: LocalisedText }>;

function namesOf(ids: readonly string[], words: Named, speech: Speech): string | undefined {
  const names = ids.flatMap((id) => {
    const word = words.get(id);
    return word ? [textIn(word.name, speech.locale).text] : [];
  });
  return names.length > 0 ? speech.anyOf(names) : undefined;
}

function verdictRow(
  { criterion, state }: Verdict,
  entry: Entry,
  speech: Speech,
  knowledge: KnowledgeBase,
): NonNullable<Card['verdicts']>[number] {
  const { areas, applicants, topics } = knowledge.vocabularies;
  const named: Partial<Record<Criterion['about'], Named>> = { area: areas, applicant: applicants, topic: topics };
  const words = named[criterion.about];
  const listed = Array.isArray(criterion.value) && words ? namesOf(criterion.value, words, speech) : undefined;
  const about = speech.say(`facts:criterion.${criterion.about}`);
  return {
    state,
    label: speech.say('facts:labelled', { label: about, value: speech.say(`facts:verdict.${state}`) }),
    quote: criterion.quote || (criterion.about === 'area' && entry.areas.includes('EU') ? speech.say('facts:all-eu') : (listed ?? '')),
    ...(criterion.quote ? { locale: entry.locale } : {}),
    ...(criterion.quote && entry.locale !== speech.locale ? { language: speech.languageName(entry.locale) } : {}),
  };
}

/** Where to go next first, then the sources. Each address once. */
function linksOf(entry: Entry, speech: Speech, at: Date): Card['links'] {
  const sources = entry.sources.flatMap(({ url, title }) => (url ? [{ title: speech.say('facts:source', { title }), url }] : []));
  return eachOnce([...onwardLinks(entry, speech, at), ...sources]).slice(0, MAX_LINKS);
}

/** Where to go next: to apply, to the next calls, to whose website it is. Each address once. */
export function onwardLinks(entry: Entry, speech: Speech, at: Date): Card['links'] {
  const links = [
    ...(entry.kind === 'call'
      ? [
          // At a closed call's form nobody should spend an evening.
          { key: 'apply', url: stateOfCall(entry.call, entry.reviewBy, at) === 'closed' ? undefined : entry.call.apply },
          { key: 'next-calls', url: entry.call.nextCalls },
        ]
      : []),
    { key: 'website', url: entry.website },
    { key: 'website', url: entry.contact?.website },
  ];
  return eachOnce(links.flatMap(({ key, url }) => (url ? [{ title: speech.say(`facts:${key}`), url }] : [])));
}

function eachOnce(links: Card['links']): Card['links'] {
  const seen = new Set<string>();
  return links.filter(({ url }) => !seen.has(url) && seen.add(url));
}

/** Enough to go on and to check; the rest is on the source's own pages. */
const MAX_LINKS = 4;
