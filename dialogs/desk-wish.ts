/** What somebody who wants a person speaks of, by which the desk is chosen: topics of the vocabulary. */
import type { Locale } from '../src/domain/locale';
import type { Turn } from './dialog';

/** Who somebody is tells what a desk for them is about. */
const TOPICS_OF_APPLICANTS: Readonly<Record<string, string>> = {
  cooperative: 'cooperatives',
  'social-cooperative': 'cooperatives',
  'social-enterprise': 'social-economy',
  founder: 'entrepreneurship',
};
const CARE = 'care';

/** Utterances that tell the need: the first and the newest. */
const NEWEST = 3;

export function topicsSpokenOf(turn: Turn): string[] {
  const { said, conversation } = turn;
  const earlier = [...conversation.said.slice(0, 1), ...conversation.said.slice(1).slice(-NEWEST)];
  const { topic, applicant } = conversation.profile;
  const known = [topic ?? '', TOPICS_OF_APPLICANTS[applicant ?? ''] ?? ''].filter(Boolean);
  return [...new Set([...known, ...[said, ...earlier].flatMap((text) => topicsIn(text, turn))])];
}

export function topicsIn(said: string, { rooms, saidIn, speech, understanding }: Turn): string[] {
  const locales: readonly Locale[] = [...new Set([...saidIn, speech.locale])];
  const found = locales.flatMap((locale) => {
    const text = rooms.places.cut(said, locale);
    const applicants = rooms.applicants.find(text, locale);
    return [...rooms.topics.find(text, locale), ...applicants.flatMap((id) => TOPICS_OF_APPLICANTS[id] ?? [])];
  });
  return [...(understanding.speaksOfCare(said) ? [CARE] : []), ...found];
}
