/** The sentences of one entry that tell a fact asked for. */
import { type Area, type AreaCode, areaServes, countryOf, HOMES } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { AskedAbout, Asking } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { Question, Sentence } from './answer';
import { atAGlance } from './at-a-glance';
import { saidInFigures } from './quantities';
import { sentencesIn } from './sentences';
import { isTold } from './told';

interface TellingRooms {
  readonly knowledge: KnowledgeBase;
  readonly asking: Asking;
}

export interface Telling extends Sentence {
  readonly tells: readonly AskedAbout[];
}

/** Sentences that tell one of these: of the enquirer's place before others, near the question before, in the order of the text. */
export function tellingSentences(entry: Entry, wanted: readonly AskedAbout[], question: Question, rooms: TellingRooms): Telling[] {
  const { knowledge, asking } = rooms;
  const all = knowledge.passages.filter((passage) => passage.entry === entry.id && passage.text !== '');
  const own = all.filter(({ locale }) => locale === question.locale);
  const place = question.area ?? question.homeArea;
  const subject = new Set(question.before ? contentStems(question.before.question, question.before.locale) : []);
  const candidates = (own.length > 0 ? own : all.filter(({ locale }) => locale === entry.locale)).flatMap((passage) =>
    sentencesIn(passage).map((sentence) => ({ ...sentence, heading: passage.heading })),
  );
  const telling = candidates.flatMap(({ heading, ...sentence }, n) => {
    const { text, locale } = sentence;
    const under = asking.readAlone(heading, [locale]).about;
    const isHeaded = (fact: AskedAbout): boolean => UNDER_HEADING.includes(fact) && under.has(fact) && holdsNumber(text, locale);
    const tells = wanted.filter((fact) => isHeaded(fact) || tellsHere(fact, text, locale, rooms));
    const where = whereOf(`${heading} ${text}`, locale, place, knowledge);
    if (tells.length === 0 || where === 'elsewhere') return [];
    const near = contentStems(`${heading} ${text}`, locale).filter((stem) => subject.has(stem)).length;
    return [{ n, near, fit: FIT[where] + Number(tells.some(isHeaded)), sentence, text, tells }];
  });
  // In a list of countries the line of one's own says it, and not those beside it.
  const fit = Math.max(...telling.map((one) => one.fit));
  const fitting = telling.filter((one) => one.fit === fit).sort((a, b) => b.near - a.near || a.n - b.n);
  return atAGlance(fitting)
    .sort((a, b) => a.n - b.n)
    .map(({ sentence, tells }) => ({ ...sentence, tells }));
}

/** Under "How many members does it need?" a line with a number tells it, whatever its words. */
const UNDER_HEADING: readonly AskedAbout[] = ['members', 'span', 'amount', 'price', 'loan'];

const holdsNumber = (text: string, locale: Locale): boolean => saidInFigures(text, locale).quantities.length > 0;

/** "How much?" is not answered by "35 % of the members". */
const tellsHere = (fact: AskedAbout, text: string, locale: Locale, { asking }: TellingRooms): boolean =>
  isTold(fact, text, locale, asking) && (fact !== 'amount' || saidInFigures(text, locale).quantities.some(({ sign }) => sign === 'money'));

type Where = 'here' | 'country' | 'anywhere' | 'beside' | 'elsewhere';
/** Of another region of the country is told only where there is nothing else: it is named there. */
const FIT: Readonly<Record<Exclude<Where, 'elsewhere'>, number>> = { here: 2, country: 1, anywhere: 0, beside: -2 };

/** In a list of countries and regions each line holds in its own. */
function whereOf(text: string, locale: Locale, place: AreaCode | undefined, { vocabularies: { areas } }: KnowledgeBase): Where {
  const isNamed = (code: string): boolean => namesOf(areas.get(code), locale).some((name) => text.includes(name));
  if (place === undefined) return HOMES[locale].some(isNamed) ? 'country' : 'anywhere';
  const country = countryOf(place) ?? place;
  const codes = [...areas.keys()].filter((code) => code !== 'EU');
  const around = codes.filter((code) => code.length > 2 && areaServes(code as AreaCode, place));
  if ([place, ...around].some((code) => code.length > 2 && isNamed(code))) return 'here';
  if (isNamed(country)) return 'country';
  if (codes.some((code) => code.length === 2 && code !== country && isNamed(code))) return 'elsewhere';
  const regions = codes.filter((code) => code.length > 2 && !areaServes(place, code as AreaCode) && isNamed(code));
  if (regions.length === 0) return 'anywhere';
  return regions.some((code) => countryOf(code as AreaCode) === country) ? 'beside' : 'elsewhere';
}

/** `Valencia/València` is two names. */
const namesOf = (area: Area | undefined, locale: Locale): readonly string[] =>
  area?.name[locale]?.split('/').map((name) => name.trim()) ?? [];
