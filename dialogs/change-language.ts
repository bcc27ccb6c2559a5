/** Changes the language of the conversation; a choice is kept whatever is typed later. */
import { z } from 'zod';
import type { Locale } from '../src/domain/locale';
import type { Reply } from '../src/domain/reply';
import { namesALanguage } from './answers/any-language';
import { readLocale } from './answers/locale';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';

/** `null` was written by releases that let no dialog wait. */
const State = z.strictObject({ paused: z.strictObject({ dialog: z.string(), state: z.unknown() }).optional() }).nullable();
type State = z.infer<typeof State>;

export const changeLanguage: Dialog<State> = {
  name: 'change-language',
  schema: State,
  begin: async (turn) => {
    const wanted = wantedIn(turn);
    const paused = pausedIn(turn);
    return wanted ? resuming(change(wanted, turn), paused) : question(paused, turn);
  },
  proceed: async (state, turn) => {
    const wanted = wantedIn(turn);
    // "Polish" is no answer of the dialog that waits, such as somebody's name.
    if (!wanted && namesALanguage(turn.said)) return question(state?.paused, turn, 'not-spoken');
    return resuming(wanted ? change(wanted, turn) : { replies: [], isNotMine: true }, state?.paused);
  },
  repeat: (state, turn) => question(state?.paused, turn).replies[0],
};

const wantedIn = ({ said, understanding, rooms }: Turn): Locale | undefined =>
  understanding.languageAsked(said) ?? readLocale(said, rooms.languages);

/** Whoever changes the language in the middle of a dialog keeps what was answered there. */
function pausedIn({ conversation: { active } }: Turn): Paused {
  return active?.dialog === 'change-language' ? State.safeParse(active.state).data?.paused : active;
}

type Paused = Turn['conversation']['active'];

const resuming = (step: Step<State>, paused: Paused): Step<State> => (paused ? { ...step, resumes: paused } : step);

function question(paused: Paused, { speech, rooms }: Turn, asking: 'ask' | 'not-spoken' = 'ask'): Step<State> {
  // Each language under its own name: whoever looks for theirs may read none of the others.
  const choices = rooms.languages.spoken.map((locale) => {
    const name = rooms.languages.speechIn(locale).languageName(locale);
    return { title: name.charAt(0).toUpperCase() + name.slice(1), say: name };
  });
  const reply: Reply = { text: speech.say(`dialogs:language.${asking}`), locale: speech.locale, asks: 'locale', choices };
  return { state: paused ? { paused } : {}, replies: [reply] };
}

export function change(wanted: Locale, { rooms, conversation }: Turn): Step<State> {
  const speech = rooms.languages.speechIn(wanted);
  // Who reads an answer and asks for another language wants that answer in it.
  const { thread, active } = conversation;
  const again = thread?.question && !active ? [{ title: speech.say('dialogs:language.repeat'), say: thread.question }] : [];
  const choices = [...again, ...offerChoices(speech, ['funding', 'person', 'help'])];
  return {
    replies: [{ text: speech.say('dialogs:language.changed'), locale: wanted, choices }],
    learnt: { locale: wanted, localeChosen: true },
  };
}
