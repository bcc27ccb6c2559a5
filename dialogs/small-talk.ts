/** Short replies that need no state: the welcome, help, thanks, goodbye, what Ponte is, a calm word to an insult, regret, stopping. */
import { textIn } from '../src/domain/locale';
import type { Reply } from '../src/domain/reply';
import { offerChoices } from './choices';
import type { Turn } from './dialog';

/** Says first that this is software (EU AI Act Art. 50), then what it can do. */
export function welcome({ speech, rooms, conversation }: Turn): Reply {
  const site = rooms.knowledge.findSite(conversation.site);
  const name = site ? textIn(site.title, speech.locale).text : '';
  return {
    text: [speech.say('dialogs:welcome.software', { site: name }), speech.say('dialogs:welcome.can')].join('\n\n'),
    locale: speech.locale,
    asks: 'question',
    choices: offerChoices(speech, ['funding', 'person', 'status', 'language', 'help']),
  };
}

export const help = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:help'),
  locale: speech.locale,
  choices: offerChoices(speech, ['funding', 'person', 'status', 'language', 'restart']),
});

export const thanks = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:thanks'),
  locale: speech.locale,
  choices: offerChoices(speech, ['funding', 'person']),
});

/** "Are you a robot?" (EU AI Act Art. 50). */
export const machine = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:machine', { person: speech.say('common:offer.person') }),
  locale: speech.locale,
  choices: offerChoices(speech, ['person', 'help']),
});

export const goodbye = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:goodbye'),
  locale: speech.locale,
  choices: offerChoices(speech, ['person', 'restart']),
});

/** In the middle of a referral: whoever leaves is told that nothing went out. */
export const left = (turn: Turn): Reply => {
  const reply = goodbye(turn);
  return { ...reply, text: `${turn.speech.say('dialogs:refer.nothing-sent')} ${reply.text}` };
};

/** "That is wrong", "this does not help me". */
export const complaint = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:complaint'),
  locale: speech.locale,
  choices: offerChoices(speech, ['person', 'funding', 'help']),
});

/** Who wants something deleted is told what this conversation can forget, and who has the rest. */
export const erase = ({ speech, rooms, conversation }: Turn): Reply => {
  const controller = rooms.knowledge.findSite(conversation.site)?.site.controller;
  const restart = speech.say('common:offer.restart');
  return {
    text: speech.say('dialogs:erase', { restart, controller: controller ? textIn(controller, speech.locale).text : '' }),
    locale: speech.locale,
    choices: offerChoices(speech, ['restart', 'status', 'person']),
  };
};

/** How long a desk takes nobody knows before it has answered. */
export const wait = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:status.wait'),
  locale: speech.locale,
  choices: offerChoices(speech, ['status', 'funding']),
});

/** Whoever is angry may want a person most. */
export const calm = (speech: Turn['speech']): Reply => ({
  text: speech.say('answers:outcome.abuse'),
  locale: speech.locale,
  outcome: 'abuse',
  choices: offerChoices(speech, ['person', 'help']),
});

/** Only a referral has anything to send. */
export const stopped = ({ speech, conversation }: Turn): Reply => ({
  text: speech.say(conversation.active?.dialog === 'refer' ? 'dialogs:stopped' : 'dialogs:funding.left'),
  locale: speech.locale,
  choices: offerChoices(speech, ['funding', 'person', 'help']),
});

/** In a group everybody would read the name, the address and the secret. */
export const onlyAlone = ({ speech }: Turn): Reply => ({
  text: speech.say('dialogs:only-alone'),
  locale: speech.locale,
  choices: offerChoices(speech, ['funding', 'help']),
});

export const startedAgain = (turn: Turn): Reply => ({ ...welcome(turn), text: turn.speech.say('dialogs:started-again') });
