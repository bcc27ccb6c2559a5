/** The calls found for a profile, a page at a time, under a headline that says how many can be applied for. */
import { entryCard } from '../src/answering/entry-card';
import type { ConversationState } from '../src/domain/conversation';
import type { Profile } from '../src/domain/profile';
import type { Reply } from '../src/domain/reply';
import { type Match, matchCalls } from '../src/eligibility/match-calls';
import { offerChoices } from './choices';
import type { Step, Turn } from './dialog';
import { withHelpNear } from './help-near';

/** Calls shown at once: what fits on a phone without losing the first. */
const PAGE = 3;

interface Listed {
  answers: Profile;
  /** Calls listed so far. */
  listed: number;
}

/** Undefined when all of them were shown before. */
export function listFunding(profile: Profile, from: number, turn: Turn): Step<Listed> | undefined {
  const { rooms, speech } = turn;
  const { knowledge } = rooms;
  const matches = matchCalls(knowledge.entries, profile, knowledge.vocabularies, rooms.now(), Number.MAX_SAFE_INTEGER);
  const page = matches.slice(from, from + PAGE);
  if (from > 0 && page.length === 0) return undefined;
  const shown = page.map((match) => match.entry.id);
  const hasMore = matches.length > from + PAGE;
  const reply: Reply = {
    text: from > 0 ? laterHeadline(matches.length, from, turn) : headline(matches, speech),
    locale: speech.locale,
    outcome: page.length === 0 ? 'no-evidence' : 'answered',
    cards: page.map(({ entry, verdicts }) => entryCard(entry, speech, knowledge, { at: rooms.now(), verdicts })),
    entries: shown,
    choices: [
      ...(hasMore ? [{ title: speech.say('dialogs:funding.more'), say: speech.say('dialogs:funding.more') }] : []),
      ...offerChoices(speech, ['person', 'restart']),
    ],
  };
  return {
    state: { answers: profile, listed: from + page.length },
    // Nothing to apply for today: somebody near is worth most.
    replies: from === 0 && !matches.some(canApply) ? withHelpNear(reply, profile, turn) : [reply],
    learnt: { profile, ...(shown.length > 0 ? { shown, thread: threadOf(shown, turn) } : {}) },
  };
}

const laterHeadline = (count: number, from: number, { speech }: Turn): string =>
  speech.say('dialogs:funding.more-of', { from: from + 1, to: Math.min(from + PAGE, count), count });

function headline(matches: readonly Match[], speech: Turn['speech']): string {
  const count = matches.length;
  if (count === 0) return speech.say('dialogs:funding.none');
  return [
    speech.say('dialogs:funding.found', { count }),
    ...standing(matches, (key, count) => speech.say(`dialogs:funding.${key}`, { count })),
  ].join(' ');
}

/** How many are open, or will be, or may be, or are no more: "none can be applied for" is said only where each is known to be closed. */
function standing(matches: readonly Match[], say: (key: string, count: number) => string): string[] {
  const count = (fits: (match: Match) => boolean) => matches.filter(fits).length;
  const [open, later, unknown, closed] = [
    count(canApply),
    count(({ state }) => state === 'forthcoming'),
    count(({ state }) => state === 'unknown'),
    count(({ state }) => state === 'closed'),
  ];
  if (closed === matches.length) return [say('found-closed', closed)];
  if (unknown === matches.length) return [say('found-unknown-all', unknown)];
  return [
    ...(open > 0 ? [say('found-open', open)] : []),
    ...(later > 0 ? [say('found-later', later)] : []),
    ...(unknown > 0 ? [say('found-unknown', unknown)] : []),
    ...(closed > 0 ? [say('found-some-closed', closed)] : []),
  ];
}

const canApply = ({ state }: Match): boolean => state === 'open' || state === 'closing-soon';

/** "Until when?" is asked of the first of a list, which buttons alone may have brought. */
const threadOf = (shown: readonly string[], { conversation, speech }: Turn): ConversationState['thread'] => ({
  question: conversation.thread?.question ?? '',
  locale: conversation.thread?.locale ?? speech.locale,
  ...(shown[0] ? { shown: shown[0] } : {}),
});
