/** An entry with the sentences of it that answer. */
import { type AreaCode, countryOf, HOMES } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Passage } from '../domain/passage';
import { type AskedAbout, FACTS } from '../language/asking';
import type { PlaceFinder } from '../language/places';
import { contentStems } from '../retrieval/glossary';
import type { Answer } from './answer';
import type { AnswerRooms, Draft } from './draft';
import { type Picked, pickSentences } from './pick-sentences';
import { isDefinition } from './prefer-general';

export interface Shown {
  readonly found: Pick<Answer, 'entries' | 'sentences'>;
  /** Countries that the entry lists in answer, the one asked for not among them; empty when it lists none, or that one too. */
  readonly others: readonly AreaCode[];
}

/** Heard in few words only: a section tells them, and no field of the front matter does. */
const SECTIONS: readonly AskedAbout[] = ['members', 'span', 'spoken', 'apply'];

export function shown(
  entry: Entry,
  { question, asked, hits = [] }: Pick<Draft, 'question' | 'asked' | 'hits'>,
  { knowledge, places, asking }: Pick<AnswerRooms, 'knowledge' | 'places' | 'asking'>,
): Shown {
  const { text, locale, area, homeArea } = question;
  const found = hits.find((one) => one.entry === entry.id)?.passages ?? [];
  // "Where", "how long": too little to choose an entry by, enough to choose between its sections.
  const { about: loosely, surely } = asking.readAlone(text, [locale]);
  // "How much is X" is as short as "what is X", and asks for one thing about it; so is "which steps?" of what is shown.
  const asksWhat = isDefinition(text, locale) && !question.ofShown && !FACTS.some((about) => asked.has(about) || loosely.has(about));
  const heard = { asked: new Set([...asked, ...SECTIONS.filter((one) => surely.has(one))]), loosely, isDefinition: asksWhat };
  const wanted = { text, questionLocale: locale, locale, ...heard, asking, areasIn: areasBy(places), countriesIn: countriesBy(places) };
  const told = question.ofShown?.words ? ofWords(question.ofShown.words, knowledge) : knowledge;
  const pick = (place: AreaCode | undefined, isByCountry: boolean, isPlaceAssumed = false) =>
    pickSentences(entry, found, told, { ...wanted, place, isByCountry, isPlaceAssumed });
  const tell = ({ sentences, others }: Picked): Shown => ({ found: { entries: [entry], sentences }, others: [...others] });
  const place = area ?? homeArea;
  if (place || !isOfManyCountries(entry)) return tell(pick(place, isOfManyCountries(entry)));
  // Who says no place mostly means their own country, and is told of others only where it is not spoken of.
  const [home] = HOMES[locale];
  const ofHome = home && pick(home, true, true);
  return tell(ofHome && ofHome.sentences.length > 0 ? { ...ofHome, others: new Set() } : pick(undefined, false));
}

/** Only what speaks of all these. */
const ofWords = (stems: readonly string[], knowledge: KnowledgeBase): KnowledgeBase => ({
  ...knowledge,
  passages: knowledge.passages.filter((passage) => holdsStems(passage, stems)),
});

/** Under its heading or in its text, as many of these at least. */
export function holdsStems(
  { heading, text, locale }: Pick<Passage, 'heading' | 'text' | 'locale'>,
  stems: readonly string[],
  least = stems.length,
): boolean {
  const said = new Set(contentStems(`${heading} ${text}`, locale));
  return stems.length > 0 && stems.filter((stem) => said.has(stem)).length >= least;
}

const isOfManyCountries = ({ areas }: Entry): boolean => areas.includes('EU') || new Set(areas.map(countryOf)).size > 1;

const areasBy =
  (places: PlaceFinder) =>
  (text: string, locale: Locale): readonly AreaCode[] => {
    const narrowest = places.find(text, locale);
    return narrowest === undefined ? [] : [narrowest, ...places.findOthers(text, locale)];
  };

const countriesBy =
  (places: PlaceFinder) =>
  (text: string, locale: Locale): ReadonlySet<string> =>
    new Set(areasBy(places)(text, locale).flatMap((code) => countryOf(code) ?? []));
