/** An entry as a card in somebody's language: headline, state, labelled facts, links, and the day it was checked. */
import { type CallState, stateOfCall } from '../domain/call-state';
import type { Criterion, Verdict } from '../domain/criterion';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Card } from '../domain/reply';
import type { Speech } from '../language/speech';
import { factsOf, type Named, namesOf } from './entry-facts';

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
