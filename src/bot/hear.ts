/** What is heard before anything is understood: whether it can be read, an insult, its language, and a first message, which is greeted. */
import { offerChoices } from '../../dialogs/choices';
import { calm, welcome } from '../../dialogs/small-talk';
import type { ConversationState } from '../domain/conversation';
import type { Reply } from '../domain/reply';
import { lengthSpelt } from '../language/fold';
import type { LanguagePriors } from '../language/guesses';
import type { Incoming } from './incoming';
import { done, type PipelineRooms, repeatQuestion, SPEECHLESS, type TurnDraft, turnOf } from './turn-draft';

/** The longest answer a dialog takes is the message to a desk; its own limit is told there. Characters. */
const MAX_SAID = 2_000;

export function guard(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  if (draft.incoming.kind !== 'message') return draft;
  const speech = rooms.languages.speechIn(draft.state.locale);
  const tell = (reply: Reply) => done(draft, [reply]);
  if (draft.said === '')
    return tell({
      text: speech.say('common:empty'),
      locale: speech.locale,
      outcome: 'clarify',
      choices: offerChoices(speech, ['help', 'person']),
    });
  if (lengthSpelt(draft.said) > MAX_SAID)
    return tell({
      text: speech.say('answers:outcome.too-long', { most: speech.number(MAX_SAID) }),
      locale: speech.locale,
      outcome: 'too-long',
      choices: offerChoices(speech, ['help', 'person']),
    });
  return draft;
}

/** Before the language is heard: an insult of another one, which people like to use, changes nothing. */
export function hearInsult(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const { state, said, incoming } = draft;
  if (incoming.kind !== 'message' || SPEECHLESS.includes(state.active?.dialog ?? '')) return draft;
  const [first, ...others] = rooms.understanding.insultsIn(said);
  if (!first) return draft;
  const isNew = state.said.length === 0 && !state.active && !state.localeChosen;
  const locale = isNew && ![first, ...others].includes(state.locale) ? first : state.locale;
  const greeted = greet({ ...draft, isDone: false }, rooms);
  return repeatQuestion(done(greeted, [calm(rooms.languages.speechIn(locale))]), rooms);
}

export function hearLanguage(draft: TurnDraft, { detector, languages, understanding }: PipelineRooms): TurnDraft {
  const { state, said, incoming } = draft;
  if (incoming.kind !== 'message' || SPEECHLESS.includes(state.active?.dialog ?? '')) return draft;
  const heard = detector.detect(said, priorsOf(state, incoming));
  const mayChange =
    heard.sure && !state.localeChosen && languages.spoken.includes(heard.locale) && !understanding.is(said, 'skip', state.locale);
  const locale = mayChange ? heard.locale : state.locale;
  const saidIn = [...new Set([heard.locale, locale, ...(heard.second && !heard.sure ? [heard.second] : [])])];
  const { localeHeard, ...rest } = state;
  const isHeard = locale === heard.locale && heard.isLasting ? true : locale === state.locale && localeHeard;
  return { ...draft, state: { ...rest, locale, ...(isHeard && { localeHeard: true }) }, saidIn };
}

/** Until somebody spoke, the language of the page they opened says more than the one that the server begins with. */
function priorsOf({ locale, localeChosen, localeHeard }: ConversationState, incoming: Incoming): LanguagePriors {
  if (localeChosen) return { chosen: locale };
  if (localeHeard) return { last: locale, ...(incoming.locale && { page: incoming.locale }) };
  return incoming.locale ? { page: locale } : { fallback: locale };
}

export function greet(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const { incoming, state } = draft;
  if (incoming.kind === 'arrival') return state.greeted ? done(draft, []) : withGreeting(done(draft, [welcome(turnOf(draft, rooms))]));
  // Teams may bring a message before anybody was announced; people are told all the same that this is software.
  return state.greeted ? draft : withGreeting({ ...draft, replies: [welcome(turnOf(draft, rooms))] });
}

const withGreeting = (draft: TurnDraft): TurnDraft => ({ ...draft, state: { ...draft.state, greeted: true } });
