/** What a model may word an answer from: the facts of the entries that are shown, and passages of the first one, numbered. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type Locale, textIn } from '../domain/locale';
import type { Passage } from '../domain/passage';
import type { Speech } from '../language/speech';
import type { Answer } from './answer';
import { badgeOf } from './entry-card';
import { factsOf } from './entry-facts';

export interface Source {
  /** From 1, in the order they are given. */
  readonly number: number;
  /** Place of its entry among those shown, from 1: what people see. */
  readonly shownAs: number;
  readonly locale: Locale;
  readonly text: string;
}

/** Passages of the first entry, and characters of one and of all: a small model reads no more with care. */
const MOST_PASSAGES = 4;
const LONGEST = 1_500;
const LONGEST_TOGETHER = 8_000;

export function sourcesOf(answer: Answer, speech: Speech, knowledge: KnowledgeBase, at: Date): readonly Source[] {
  const [first] = answer.entries;
  const passages = first ? passagesOf(first, answer, knowledge) : [];
  const given = [
    ...answer.entries.slice(0, 1).flatMap((entry) => factSource(entry, speech, knowledge, at)),
    ...passages.map(({ locale, text }) => ({ shownAs: 1, locale, text })),
    ...answer.entries.slice(1).flatMap((entry, n) => ({ ...factSource(entry, speech, knowledge, at), shownAs: n + 2 })),
  ];
  let left = LONGEST_TOGETHER;
  return given.flatMap(({ text, ...source }, n) => {
    const short = text.slice(0, Math.min(LONGEST, left));
    left -= short.length;
    return short === '' ? [] : [{ ...source, number: n + 1, text: short }];
  });
}

/** Headline and facts in the person's language, a line each. */
function factSource(entry: Entry, speech: Speech, knowledge: KnowledgeBase, at: Date): Omit<Source, 'number'> {
  const own = [entry.title, entry.summary]
    .map((texts) => textIn(texts, speech.locale, entry.locale))
    .filter(({ locale }) => locale === speech.locale);
  const facts = factsOf(entry, speech, knowledge, at).map(({ label, value }) => `${label}: ${value}`);
  const state = entry.kind === 'call' ? [badgeOf(entry, speech, at).text] : [];
  return { shownAs: 1, locale: speech.locale, text: [...own.map(({ text }) => text), ...state, ...facts].join('\n') };
}

/** The passage that holds the extractive answer first, then the others of its language in their order. */
function passagesOf(entry: Entry, { sentences }: Answer, knowledge: KnowledgeBase): readonly Passage[] {
  const [sentence] = sentences;
  const locale = sentence?.locale ?? entry.locale;
  const own = knowledge.passages.filter((passage) => passage.entry === entry.id && passage.locale === locale && passage.text !== '');
  const holds = (passage: Passage): boolean => passage.id === sentence?.at?.passage;
  return [...own.filter(holds), ...own.filter((passage) => !holds(passage))].slice(0, MOST_PASSAGES);
}
