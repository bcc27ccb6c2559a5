/** What somebody means who refuses what was told: "no, I meant …", "not in Patras, in Ioannina". */
import { contentStems } from '../retrieval/glossary';
import type { Question } from './answer';
import { type FollowRooms, LONGEST_FOLLOW_UP, wordCount } from './stand-alone';

/** With what they refuse it is longer than other follow-ups. What was shown is looked past when it is what they refuse. */
export function withCorrection(question: Question, { knowledge, asking, places }: FollowRooms): Question {
  const { before, text, locale, also = [] } = question;
  if (!before || wordCount(text) > 2 * LONGEST_FOLLOW_UP) return question;
  const meant = asking.corrected(text, [locale, ...also]);
  if (!meant) return question;
  // "Not in Patras, in Ioannina" refuses the place, "not for employers, for me" what was shown.
  const refused = meant.refused.flatMap((part) => contentStems(places.cut(part, locale), locale));
  const shown = before.shown === undefined ? undefined : knowledge.findEntry(before.shown);
  const told = shown && new Set(contentStems(`${shown.title[locale] ?? ''} ${shown.summary[locale] ?? ''}`, locale));
  const without = shown && refused.some((stem) => told?.has(stem)) ? { without: [shown.id] } : {};
  return { ...question, text: meant.text, area: places.find(meant.text, locale), isCorrection: true, ...without };
}
