/** The one to three sentences of an entry that answer a question: literal, in order, from the passage that answers. */
import { type AreaCode, countryOf } from '../domain/area';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Passage } from '../domain/passage';
import { contentStems } from '../retrieval/glossary';
import type { Sentence } from './answer';

const MOST = 3;
/** Together no longer than what is read at a glance. Characters. */
const MOST_CHARACTERS = 600;

export interface Wanted {
  readonly text: string;
  /** Language of the question. */
  readonly questionLocale: Locale;
  /** Language the enquirer reads. */
  readonly locale: Locale;
  /** The question asks what the thing is: its summary says that best, unless a passage holds more of the question. */
  readonly isDefinition: boolean;
  /** Where the enquirer is or asks about: a guide says for each country what holds there. */
  readonly place?: AreaCode | undefined;
  /** NUTS countries that a text names. */
  readonly countriesIn?: (text: string, locale: Locale) => ReadonlySet<string>;
}

export interface Picked {
  readonly sentences: readonly Sentence[];
  /** The place's country is none of those that the passage closest to the question lists: these. */
  readonly others: ReadonlySet<string>;
}

/**
 * Own-language text first; an entry without any gives its own language's. `hits` are passages of the entry, best first; there may be none.
 * Where a place and the countries of a text are given, lines for other countries are left out.
 */
export function pickSentences(entry: string, hits: readonly Passage[], knowledge: KnowledgeBase, wanted: Wanted): Picked {
  const all = knowledge.passages.filter((passage) => passage.entry === entry && passage.text !== '');
  const inOwn = all.filter((passage) => passage.locale === wanted.locale);
  const pool = inOwn.length > 0 ? inOwn : all.filter((passage) => passage.locale === (hits[0] ?? all[0])?.locale);
  const closest = bestPassage(pool, hits, wanted, knowledge);
  const own = pool.filter((passage) => linesFor(passage, wanted).length > 0);
  const passage = closest && own.includes(closest) ? closest : bestPassage(own, hits, wanted, knowledge);
  return { sentences: passage ? cut(passage, wanted, knowledge) : [], others: closest ? othersIn(closest, wanted) : new Set() };
}

/** A list by country names so many. */
const LISTED = 3;

function othersIn({ text, locale }: Passage, { place, countriesIn }: Wanted): ReadonlySet<string> {
  const country = place && countryOf(place);
  if (!country || !countriesIn) return new Set();
  const named = new Set(text.split('\n').flatMap((line) => [...countriesIn(line, locale)]));
  return named.size >= LISTED && !named.has(country) ? named : new Set();
}

/** A line of a list speaks of the countries that it names, or else of those that its heading names. */
function linesFor({ heading, text, locale }: Passage, { place, countriesIn }: Wanted): string[] {
  const lines = text.split('\n').filter(Boolean);
  const country = place && countryOf(place);
  if (!country || !countriesIn) return lines;
  const ofHeading = countriesIn(heading, locale);
  return lines.filter((line) => {
    const named = countriesIn(line, locale);
    const speaksOf = named.size > 0 ? named : ofHeading;
    return speaksOf.size === 0 || speaksOf.has(country);
  });
}

/** The one closest in words, hits before others; across languages the hit itself, or its place in the translated text. */
function bestPassage(pool: readonly Passage[], hits: readonly Passage[], wanted: Wanted, knowledge: KnowledgeBase): Passage | undefined {
  const rank = (passage: Passage) => {
    const at = hits.findIndex((hit) => hit.id === passage.id);
    return at < 0 ? hits.length : at;
  };
  const bodies = pool.filter(({ id }) => !isHeadline(id));
  const candidates = wanted.isDefinition || bodies.length === 0 ? pool : bodies;
  const scored = candidates.map((passage) => ({ passage, score: worthOf(passage, wanted, knowledge) }));
  const [closest] = scored.sort((a, b) => b.score - a.score || rank(a.passage) - rank(b.passage));
  if (closest && closest.score > 0) return closest.passage;
  const hit = pool.find((passage) => hits.some(({ id }) => id === passage.id));
  const place = hits[0]?.id.replace(/\.[a-z]{2}$/, '');
  return hit ?? pool.find((passage) => passage.id.startsWith(`${place}.`)) ?? pool[0];
}

/** What a text of the enquirer's place is worth, as a share of the whole question. */
const OF_PLACE = 0.3;
/** A summary that answers a question for what something is goes before a passage that says no more. */
const OF_SUMMARY = 0.05;

const isHeadline = (id: string): boolean => id.includes('#0.');

function worthOf(passage: Passage, wanted: Wanted, knowledge: KnowledgeBase): number {
  // The title stands above every passage; for the summary it is its first words.
  const said = `${isHeadline(passage.id) ? passage.title : ''} ${passage.heading} ${passage.text}`;
  const isSummary = wanted.isDefinition && isHeadline(passage.id);
  const held = likeness(said, wanted, passage.locale);
  return held === 0 ? 0 : held + (namesPlace(said, passage.locale, wanted, knowledge) ? OF_PLACE : 0) + (isSummary ? OF_SUMMARY : 0);
}

function namesPlace(text: string, locale: Locale, { place, isDefinition }: Wanted, { vocabularies }: KnowledgeBase): boolean {
  // What a thing is, is the same everywhere.
  const codes = place === undefined || isDefinition ? [] : [place, countryOf(place) ?? place];
  return codes.some((code) => {
    const name = vocabularies.areas.get(code)?.name[locale];
    return name !== undefined && text.includes(name);
  });
}

function cut(passage: Passage, wanted: Wanted, knowledge: KnowledgeBase): Sentence[] {
  const sentences = sentencesOf(linesFor(passage, wanted).join('\n'), passage.locale);
  // In a list of countries the line of one's own says it, whatever words the others hold.
  const scores = sentences.map(
    (sentence) => likeness(sentence, wanted, passage.locale) + Number(namesPlace(sentence, passage.locale, wanted, knowledge)),
  );
  let first = scores.indexOf(Math.max(...scores));
  const isOfPlace = (scores[first] ?? 0) >= 1;
  if (!isOfPlace && sentences.slice(0, MOST).join(' ').length <= MOST_CHARACTERS && first < MOST) first = 0;
  const picked = atAGlance(sentences.slice(first).map((text): Sentence => ({ text, locale: passage.locale, entry: passage.entry })));
  // "These are:" without what follows says nothing.
  return picked.length > 1 && picked.at(-1)?.text.endsWith(':') ? picked.slice(0, -1) : picked;
}

/** The first ones of these that are read at a glance together; one at least. */
export function atAGlance<T extends { readonly text: string }>(sentences: readonly T[]): T[] {
  let length = 0;
  return sentences.slice(0, MOST).filter(({ text }, n) => {
    length += text.length;
    return n === 0 || length <= MOST_CHARACTERS;
  });
}

/** Share of the question's content words that stand in a text of the same language; 0 across languages. */
function likeness(text: string, { text: question, questionLocale }: Wanted, locale: Locale): number {
  if (questionLocale !== locale) return 0;
  const asked = new Set(contentStems(question, locale));
  if (asked.size === 0) return 0;
  const said = new Set(contentStems(text, locale));
  return [...asked].filter((stem) => said.has(stem)).length / asked.size;
}

/** A line of a list is a sentence of its own. */
export function sentencesOf(text: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => mergeAbbreviations([...segmenter.segment(line)].map(({ segment }) => segment.trim()).filter(Boolean)));
}

/** The segmenter parts "approx. 5", "Κοιν. Σ. Επ." and "3. April": a piece that ends in a short word or a day with a dot goes on. */
function mergeAbbreviations(pieces: readonly string[]): string[] {
  const merged: string[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && (/(^|[\s(.])(?:\p{L}{1,4}|\d{1,2})\.$/u.test(last) || /^[\p{Ll}\d]/u.test(piece)))
      merged[merged.length - 1] = `${last} ${piece}`;
    else merged.push(piece);
  }
  return merged;
}
