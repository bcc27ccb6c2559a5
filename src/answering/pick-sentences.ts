/** The one to three sentences of an entry that answer a question: literal, in order, from the passage that answers. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Hit, Passage } from '../domain/passage';
import { contentStems } from '../retrieval/glossary';
import type { Sentence } from './answer';
import { atOnce, listAround } from './at-a-glance';
import { isHeadline, type PassageWanted, toldIn } from './passage-worth';
import { rankPassages } from './pick-passage';
import { sentencesIn } from './sentences';

export interface Wanted extends PassageWanted {
  /** Language the enquirer reads. */
  readonly locale: Locale;
  /** Lines for other countries than that of the place are left out. */
  readonly isByCountry: boolean;
}

export interface Picked {
  readonly sentences: readonly Sentence[];
  /** The place's country is none of those that the passage closest to the question lists: these. */
  readonly others: ReadonlySet<string>;
}

/** `hits` are of the entry, best first; there may be none. */
export function pickSentences(entry: Entry, hits: readonly Hit[], knowledge: KnowledgeBase, wanted: Wanted): Picked {
  const pool = readableOf(entry, knowledge, wanted.locale);
  const ranked = rankPassages(pool, hits, wanted);
  const [closest] = ranked;
  const passage = ranked.find((one) => one.text.split('\n').filter(Boolean).some(linesFor(one, wanted)));
  return { sentences: passage ? cut(passage, wanted, knowledge) : [], others: closest ? othersIn(closest, wanted) : new Set() };
}

/** All in the enquirer's language; of an entry whose body is not in it, the headline and the body in English or else in its own. */
function readableOf(entry: Entry, { passages }: KnowledgeBase, locale: Locale): Passage[] {
  const all = passages.filter((passage) => passage.entry === entry.id && passage.text !== '');
  const own = all.filter((passage) => passage.locale === locale);
  const bodies = all.filter(({ id }) => !isHeadline(id));
  const languages: readonly Locale[] = [locale, 'en', entry.locale];
  const body = languages.find((one) => bodies.some((passage) => passage.locale === one));
  const readable = body === locale ? own : [...own, ...bodies.filter((passage) => passage.locale === body)];
  return readable.length > 0 ? readable : all.filter((passage) => passage.locale === entry.locale);
}

/** A list by country names so many. */
const LISTED = 3;

function othersIn({ text, locale }: Passage, { place, countriesIn, isByCountry }: Wanted): ReadonlySet<string> {
  const country = place && countryOf(place);
  if (!country || !isByCountry) return new Set();
  const named = new Set(text.split('\n').flatMap((line) => [...countriesIn(line, locale)]));
  return named.size >= LISTED && !named.has(country) ? named : new Set();
}

/** Which lines are for the enquirer's place: each speaks of the countries that it names, or else of those that its heading names. */
function linesFor({ heading, locale }: Passage, { place, countriesIn, isByCountry }: Wanted): (line: string) => boolean {
  const country = place && countryOf(place);
  if (!country || !isByCountry) return () => true;
  const ofHeading = countriesIn(heading, locale);
  return (line) => {
    const named = countriesIn(line, locale);
    const speaksOf = named.size > 0 ? named : ofHeading;
    return speaksOf.size === 0 || speaksOf.has(country);
  };
}

function namesPlace(text: string, locale: Locale, { place, isDefinition }: Wanted, { vocabularies }: KnowledgeBase): boolean {
  // What a thing is, is the same everywhere.
  const codes = place === undefined || isDefinition ? [] : [place, countryOf(place) ?? place];
  return codes.some((code) => {
    const name = vocabularies.areas.get(code)?.name[locale];
    return name !== undefined && text.includes(name);
  });
}

/** More than what words and facts can be worth together. */
const OF_PLACE = 3;

/** What a sentence is worth that tells what is asked loosely. */
const LOOSELY = 0.5;

function cut(passage: Passage, wanted: Wanted, knowledge: KnowledgeBase): Sentence[] {
  const loose = { asked: wanted.loosely, asking: wanted.asking };
  const all = sentencesIn(passage, linesFor(passage, wanted));
  // In a list of countries the line of one's own says it, whatever words the others hold.
  const scores = all.map(
    ({ text, locale }) =>
      likeness(text, wanted, locale) +
      toldIn(text, locale, wanted) +
      LOOSELY * toldIn(text, locale, loose) +
      OF_PLACE * Number(namesPlace(text, locale, wanted, knowledge)),
  );
  const best = scores.indexOf(Math.max(...scores));
  const isOfPlace = (scores[best] ?? 0) >= OF_PLACE;
  if (!isOfPlace && best < atOnce(all).length) return atOnce(all);
  return atOnce(all.slice(isOfPlace ? best : listAround(all, best)));
}

/** Share of the question's content words that stand in a text of the same language; 0 across languages. */
function likeness(text: string, { text: question, questionLocale }: Wanted, locale: Locale): number {
  if (questionLocale !== locale) return 0;
  const asked = new Set(contentStems(question, locale));
  if (asked.size === 0) return 0;
  const said = new Set(contentStems(text, locale));
  return [...asked].filter((stem) => said.has(stem)).length / asked.size;
}
