/** Who helps on the spot, told beside an answer that leaves somebody empty-handed. */
import { entryCard } from '../src/answering/entry-card';
import type { Profile } from '../src/domain/profile';
import type { Reply } from '../src/domain/reply';
import { findHelp } from '../src/eligibility/find-help';
import type { Turn } from './dialog';

/** What is read beside an answer. */
const HELPERS = 2;

/** Undefined when nobody near is known, or the area is not. */
function helpNear(profile: Profile, { rooms, speech }: Turn): Reply | undefined {
  const found = findHelp(rooms.knowledge.entries, profile, rooms.knowledge.vocabularies, HELPERS);
  if (found.length === 0) return undefined;
  return {
    text: speech.say('dialogs:funding.help-near'),
    locale: speech.locale,
    cards: found.map((entry) => entryCard(entry, speech, rooms.knowledge, { at: rooms.now() })),
    entries: found.map(({ id }) => id),
  };
}

/** The choices go with what is read last. */
export function withHelpNear(reply: Reply, profile: Profile, turn: Turn): readonly Reply[] {
  const help = helpNear(profile, turn);
  if (!help) return [reply];
  const { choices = [], ...said } = reply;
  return [said, { ...help, choices }];
}
