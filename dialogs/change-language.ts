/** Changes the language of the conversation; a choice is kept whatever is typed later. */
import { z } from 'zod';
import type { Locale } from '../src/domain/locale';
import { readLocale } from './answers/locale';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';

export const changeLanguage: Dialog<null> = {
  name: 'change-language',
  schema: z.null(),
  begin: async (turn) => {
    const wanted = readLocale(turn.said, turn.rooms.languages.spoken);
    return wanted ? change(wanted, turn) : question(turn);
  },
  proceed: async (_, turn) => {
    const wanted = readLocale(turn.said, turn.rooms.languages.spoken);
    return wanted ? change(wanted, turn) : { replies: [], isNotMine: true };
  },
};

function question({ speech, rooms }: Turn): Step<null> {
  // Each language under its own name: whoever looks for theirs may read none of the others.
  const choices = rooms.languages.spoken.map((locale) => {
    const name = rooms.languages.speechIn(locale).languageName(locale);
    return { title: name.charAt(0).toUpperCase() + name.slice(1), say: name };
  });
  return { state: null, replies: [{ text: speech.say('dialogs:language.ask'), locale: speech.locale, asks: 'locale', choices }] };
}

export function change(wanted: Locale, { rooms }: Turn): Step<null> {
  const speech = rooms.languages.speechIn(wanted);
  return {
    replies: [
      { text: speech.say('dialogs:language.changed'), locale: wanted, choices: offerChoices(speech, ['funding', 'person', 'help']) },
    ],
    learnt: { locale: wanted, localeChosen: true },
  };
}
