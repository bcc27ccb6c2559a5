/** What a few words ask of an entry whose text speaks of them: "which steps?", "does it hold for Lisbon?" */
import { HOMES } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import type { Answer, OfShown, Question, Sentence } from './answer';
import { areaBefore, type Further, type Said, stemsIn } from './further';
import { holdsStems, shown } from './shown';
import type { FollowRooms } from './stand-alone';

/** The question asked of an entry whose text holds its words: of the facts that it asks for, or of what the text says there. */
export function askText(said: Said, entry: Entry, rooms: FollowRooms): Further[] {
  const { asked, before, facts, restStems } = said;
  const { locale } = asked;
  const placeStems = stemsIn(rooms.places.said(asked.text, locale).join(' '), locale);
  // "Does it hold for Lisbon?" is told where the text speaks of Lisbon.
  const ways = [restStems, said.stems, inHeading(entry, restStems, locale, rooms), placeStems];
  // A guide to many countries tells each what holds there: who said no place is mostly at home where their language is spoken.
  const home = entry.kind === 'guide' && entry.areas.includes('EU') ? HOMES[locale][0] : undefined;
  const area = asked.area ?? areaBefore(before, rooms) ?? asked.homeArea ?? home;
  const at = { ...asked, ...(area && { area }) };
  const words = ways.find((stems) => speaksOf(entry, stems, locale, rooms) && isSaid(stems, entry, at, rooms));
  const byFact: Further = {
    question: { ...at, ofShown: { entry, about: new Set(facts), isOfYear: false } },
    next: (found) => (found.sentences.length > 0 && found.outcome !== 'no-evidence' ? found : undefined),
  };
  const isOfCall = entry.kind === 'call' && facts.length > 0;
  return [
    ...(facts.length > 0 && (words || isOfCall) ? [byFact] : []),
    ...(words ? [{ question: { ...at, ofShown: ofText(entry, words) }, next: (found: Answer) => found }] : []),
  ];
}

const ofText = (entry: Entry, words: readonly string[]): OfShown => ({ entry, about: new Set(), isOfYear: false, words });

/** What would be shown of its text for this place speaks of all these, or stands under a heading that does. */
export function isSaid(stems: readonly string[], entry: Entry, asked: Question, rooms: FollowRooms): boolean {
  const { sentences } = shown(entry, { question: { ...asked, ofShown: ofText(entry, stems) }, asked: new Set() }, rooms).found;
  const headingOf = ({ at }: Sentence) => rooms.knowledge.passages.find(({ id }) => id === at?.passage)?.heading ?? '';
  return sentences.some((one) => holdsStems({ heading: headingOf(one), text: one.text, locale: one.locale }, stems));
}

/** Those that stand in a heading of its text: "Which steps are usual?" */
const inHeading = ({ id }: Entry, stems: readonly string[], locale: Locale, { knowledge }: FollowRooms): string[] => {
  const headings = knowledge.passages
    .filter((one) => one.entry === id && one.locale === locale)
    .map(({ heading }) => stemsIn(heading, locale));
  return stems.filter((stem) => headings.some((heading) => heading.includes(stem)));
};

/** All of these stand in one of its passages. */
export const speaksOf = ({ id }: Entry, stems: readonly string[], locale: Locale, { knowledge }: FollowRooms): boolean =>
  knowledge.passages.some((one) => one.entry === id && one.locale === locale && holdsStems(one, stems));
