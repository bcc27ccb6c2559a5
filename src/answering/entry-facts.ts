/** The facts of an entry, labelled in somebody's language: what its front matter says, in the order of a card. */
import { type CallState, stateOfCall } from '../domain/call-state';
import type { Amount, CallEntry, Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type Locale, type LocalisedText, textIn } from '../domain/locale';
import type { Card } from '../domain/reply';
import type { Speech } from '../language/speech';

/** A labelled fact with the name it is asked for by. */
export type Fact = Card['facts'][number] & { readonly key: string };

/** What the front matter says, in the words of a language, in the order of a card. */
export function factsOf(entry: Entry, speech: Speech, knowledge: KnowledgeBase, at: Date): readonly Fact[] {
  const own = entry.kind === 'call' ? callFacts(entry, stateOfCall(entry.call, entry.reviewBy, at), speech) : [];
  return [...own, ...sharedFacts(entry, speech, knowledge)];
}

/** No row where there is no value. */
const rowsIn =
  (speech: Speech) =>
  (key: string, value: string | undefined): Fact[] =>
    value ? [{ key, label: speech.say(`facts:${key}`), value }] : [];

function callFacts({ call, locale }: CallEntry, state: CallState, speech: Speech): Fact[] {
  const row = rowsIn(speech);
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
  const row = rowsIn(speech);
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
  const row = rowsIn(speech);
  return [
    ...row('format', format && speech.say(`facts:format-${format}`)),
    ...row('cost', free === undefined ? undefined : speech.say(free ? 'facts:free' : 'facts:not-free')),
    ...row('duration', duration && inWords(duration)),
  ];
}

export type Named = ReadonlyMap<string, { readonly name: LocalisedText }>;

/** One of these: "a, b or c". Undefined when none is known. */
export function namesOf(ids: readonly string[], words: Named, speech: Speech): string | undefined {
  const names = ids.flatMap((id) => {
    const word = words.get(id);
    return word ? [textIn(word.name, speech.locale).text] : [];
  });
  return names.length > 0 ? speech.anyOf(names) : undefined;
}
