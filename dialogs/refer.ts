/**
 * Hands the enquirer over to a desk: who it is and why, what happens with the data, a name, one way of contact, and an explicit send.
 * The reference is made here and shown only after the pipeline has stored the referral.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { countryOf } from '../src/domain/area';
import type { SiteEntry } from '../src/domain/entry';
import { readKnown } from '../src/domain/known-keys';
import { textIn } from '../src/domain/locale';
import { Profile } from '../src/domain/profile';
import { Contact, type Packet } from '../src/domain/referral';
import type { Reply } from '../src/domain/reply';
import { chooseDesk, type DeskChoice } from '../src/referral/choose-desk';
import { contentStems } from '../src/retrieval/glossary';
import { readContact } from './answers/contact';
import { isEntryTitle } from './answers/entry-title';
import type { Meaning } from './answers/heard-phrases';
import { offerChoices } from './choices';
import { topicsIn, topicsSpokenOf } from './desk-wish';
import type { Dialog, Step, Turn } from './dialog';
import { type FormQuestion, type FormStep, fillForm, nextQuestion, withNotice } from './form';
import { withSaid } from './kept';
import { areaQuestion, profileIn, skipChoice } from './profile-questions';
import { answerAside, needBeside, questionInstead } from './refer-aside';
import { homeOf } from './thread';

const Answers = z.strictObject({
  ...Profile.shape,
  name: z.string().optional(),
  contact: Contact.optional(),
  message: z.string().nullable().optional(),
  consent: z.boolean().optional(),
  /** Version of the notice that was shown. Another language or a changed site makes another one. */
  noticed: z.string().optional(),
  /** How often something was typed as a name that looked like none, and as a place. */
  notNames: z.number().int().optional(),
  notPlaces: z.number().int().optional(),
  /** Topics they spoke of, by which the desk is chosen. */
  about: z.array(z.string()).optional(),
});
type Answers = z.infer<typeof Answers>;

const State = z.strictObject({ answers: Answers });
type State = z.infer<typeof State>;

const MAX_NAME = 120;
const MAX_MESSAGE = 2_000;
/** Somebody may be called Ja or Bari. */
const MOST_DOUBTS = 2;

const NO_NAMES: readonly Meaning[] = ['greeting', 'thanks', 'goodbye', 'person', 'help', 'funding', 'skip'];

const QUESTIONS: readonly FormQuestion<Answers>[] = [
  // A site of one place has the desks of that place.
  { ...areaQuestion<Answers>(), isWanted: (_, turn) => siteOf(turn)?.site.area === undefined },
  {
    name: 'name',
    canSkip: false,
    why: 'dialogs:refer.why-name',
    notUnderstood: 'dialogs:refer.unknown-name',
    // A question is not a name; what looks like none is taken when it is given again and again.
    read: ({ notNames = 0 }, turn) => {
      const { said } = turn;
      const isName = /\p{L}{2}/u.test(said) && said.length <= MAX_NAME && !/[@?¿;\u037e]/.test(said);
      return isName && (notNames >= MOST_DOUBTS || !meansElse(turn)) ? said.replace(/\s+/g, ' ') : undefined;
    },
    ask: (answers, turn) => ({
      ...plain(turn, [...introductionOnce(answers, turn), turn.speech.say('dialogs:refer.ask-name')].join('\n\n')),
      asks: 'name',
      choices: offerChoices(turn.speech, ['stop']),
    }),
  },
  {
    name: 'contact',
    canSkip: false,
    why: 'dialogs:refer.why-contact',
    notUnderstood: 'dialogs:refer.unknown-contact',
    read: (_, { said }) => readContact(said),
    ask: (_, turn) => ({
      ...plain(turn, turn.speech.say('dialogs:refer.ask-contact')),
      asks: 'contact',
      choices: offerChoices(turn.speech, ['stop']),
    }),
  },
  {
    name: 'message',
    canSkip: true,
    why: 'dialogs:refer.why-message',
    notUnderstood: 'dialogs:refer.unknown-message',
    read: (_, { said }) => (said !== '' && said.length <= MAX_MESSAGE ? said : undefined),
    ask: (_, turn) => ({
      ...plain(turn, turn.speech.say('dialogs:refer.ask-message')),
      asks: 'message',
      choices: [skipChoice(turn.speech), ...offerChoices(turn.speech, ['stop'])],
    }),
  },
  {
    name: 'consent',
    canSkip: false,
    why: 'dialogs:refer.why-consent',
    notUnderstood: 'dialogs:refer.unknown-consent',
    read: (_, { said, understanding, speech }) => {
      if (understanding.is(said, 'yes', speech.locale)) return true;
      return understanding.is(said, 'no', speech.locale) ? false : undefined;
    },
    ask: (answers, turn) => ({
      ...plain(turn, summary(answers, turn)),
      asks: 'consent',
      choices: ['send', 'do-not-send'].map((key) => ({
        title: turn.speech.say(`dialogs:refer.${key}`),
        say: turn.speech.say(`dialogs:refer.${key}`),
      })),
    }),
  },
];

export const refer: Dialog<State> = {
  name: 'refer',
  schema: State,
  begin: async (turn) => {
    if (!siteOf(turn)) return noDesk(turn);
    const known = { ...knownOf(turn), about: topicsSpokenOf(turn) };
    // Asked "where are you?" after "a person", people take it that nobody heard them.
    const notices = nextQuestion(QUESTIONS, known, turn)?.name === 'area' ? [plain(turn, turn.speech.say('dialogs:refer.begin'))] : [];
    const isRequestAlone = turn.understanding.is(turn.said, 'person', turn.speech.locale);
    return learning(isRequestAlone ? {} : { said: withSaid(turn) }, goOn(known, notices, turn));
  },
  proceed: async ({ answers }, turn) => {
    if (!siteOf(turn)) return noDesk(turn);
    const open = nextQuestion(QUESTIONS, answers, turn)?.name;
    const question = open && questionInstead(open, turn);
    if (question) return besideForm(await answerAside(question, turn), answers, turn);
    const means = (meaning: Meaning) => turn.understanding.is(turn.said, meaning, turn.speech.locale);
    // Whoever says hello has given neither a place nor a message; as a name it is doubted like any other.
    if (open !== 'name' && means('greeting')) return goOn(answers, [], turn);
    if (open !== 'message' && means('thanks')) return goOn(answers, [], turn);
    // "Yes" to "would you like to add a message?" is not the message.
    if (open === 'message' && means('yes')) return askForMessage(answers, turn);
    const step = fillForm(QUESTIONS, answers, turn);
    if (open === 'area') return hearPlace(answers, step, turn);
    const isNoName = open === 'name' && step.answers.name === undefined && !means('why');
    return goOn(isNoName ? { ...step.answers, notNames: (answers.notNames ?? 0) + 1 } : step.answers, step.replies, turn);
  },
  repeat: ({ answers }, turn) => (siteOf(turn) ? nextQuestion(QUESTIONS, answers, turn)?.ask(answers, turn) : undefined),
};

/** Whatever is said now is for the person, "call me in the morning" too. */
export function takesMessage(turn: Turn): boolean {
  const { active } = turn.conversation;
  const state = active?.dialog === refer.name ? readKnown(State, active.state) : undefined;
  return state !== undefined && nextQuestion(QUESTIONS, state.value.answers, turn)?.name === 'message';
}

/** A place that was only asked about is where help is wanted. */
function knownOf(turn: Turn): Profile {
  const asked = turn.conversation.askedArea?.area;
  return { ...(asked ? { area: asked } : {}), ...ownProfile(turn.conversation), ...profileIn(turn, ['area']) };
}

const learning = (learnt: NonNullable<Step['learnt']>, step: Step<State>): Step<State> => ({
  ...step,
  learnt: { ...step.learnt, ...learnt },
});

/** The answer, then the open question once more. */
function besideForm({ replies, learnt, isEnding }: Awaited<ReturnType<typeof answerAside>>, answers: Answers, turn: Turn): Step<State> {
  if (isEnding) return { replies, learnt };
  const step = goOn(answers, [], turn);
  return learning(learnt, { ...step, replies: [...replies, ...step.replies] });
}

/** A sentence may tell more than the place, or something else: the person will want to know. */
function hearPlace(before: Answers, step: FormStep<Answers>, turn: Turn): Step<State> {
  const isMissed = step.answers.area === undefined && !turn.understanding.is(turn.said, 'why', turn.speech.locale);
  const need = needBeside(turn);
  const about = need ? [...new Set([...topicsIn(turn.said, turn), ...(before.about ?? [])])] : before.about;
  const answers = { ...step.answers, ...(about ? { about } : {}), ...(isMissed ? { notPlaces: (before.notPlaces ?? 0) + 1 } : {}) };
  const { speech } = turn;
  const again = () =>
    speech.say('dialogs:refer.unknown-area-again', { skip: speech.say('common:skip'), stop: speech.say('common:offer.stop') });
  const missed = need ? need.notices : before.notPlaces ? [plain(turn, again())] : step.replies;
  return learning(need ? { said: need.said } : {}, goOn(answers, isMissed ? missed : step.replies, turn));
}

const askForMessage = (answers: Answers, turn: Turn): Step<State> => ({
  state: { answers },
  replies: [
    {
      ...plain(turn, turn.speech.say('dialogs:refer.write-message')),
      asks: 'message',
      choices: [skipChoice(turn.speech), ...offerChoices(turn.speech, ['stop'])],
    },
  ],
});

/** A short answer, a button, a request, an insult, or where the enquirer is. */
function meansElse({ said, understanding, rooms, saidIn, speech, conversation }: Turn): boolean {
  if (understanding.isPhrase(said, [speech.locale, 'en']) || understanding.insultsIn(said).length > 0) return true;
  // "Salut" is a greeting whatever language the conversation is in; "ja" and "ne" may be names in another one.
  if (NO_NAMES.some((meaning) => understanding.is(said, meaning, speech.locale)) || isEntryTitle(said, rooms.knowledge)) return true;
  if (understanding.speaksOfGrants(said, speech.locale) || isOnlyKind(said, { rooms, saidIn })) return true;
  const place = saidIn.map((locale) => (rooms.places.cut(said, locale) === '' ? rooms.places.find(said, locale) : undefined)).find(Boolean);
  const own = conversation.profile.area;
  return place !== undefined && (place === countryOf(place) || place === own || place === countryOf(own ?? place));
}

/** "A small firm" is nobody's name. */
const isOnlyKind = (said: string, { rooms, saidIn }: Pick<Turn, 'rooms' | 'saidIn'>): boolean =>
  saidIn.some((locale) => {
    const rest = rooms.topics.cut(rooms.applicants.cut(said, locale), locale);
    return rest !== said && contentStems(rest, locale).length === 0;
  });

function goOn(given: Answers, notices: readonly Reply[], turn: Turn): Step<State> {
  const version = versionOf(noticeText(given, turn));
  const { consent, ...unsent } = given;
  // Consent counts for the notice that was read, not for one that came after it.
  const answers: Answers = consent && given.noticed !== version ? unsent : given;
  const question = nextQuestion(QUESTIONS, answers, turn);
  const { area, applicant, topic } = answers;
  const learnt = {
    profile: {
      ...(area !== undefined ? { area } : {}),
      ...(applicant !== undefined ? { applicant } : {}),
      ...(topic !== undefined ? { topic } : {}),
    },
  };
  const showsNotice = question?.name === 'name' || question?.name === 'consent';
  const state = { answers: showsNotice ? { ...answers, noticed: version } : answers };
  if (question) return { state, replies: [withNotice(notices, question.ask(answers, turn))], learnt };
  if (!answers.consent)
    return {
      replies: [{ ...plain(turn, turn.speech.say('dialogs:refer.declined')), choices: offerChoices(turn.speech, ['funding', 'person']) }],
    };
  return send(answers, turn);
}

/** A place that was only asked about is not theirs. */
function ownProfile(conversation: Turn['conversation']): Profile {
  const { area: _, ...profile } = conversation.profile;
  const home = homeOf(conversation);
  return home ? { ...profile, area: home } : profile;
}

function send(answers: Answers, turn: Turn): Step<State> {
  const { rooms, speech, conversation } = turn;
  const { desk } = deskFor(answers, turn);
  if (!answers.name || !answers.contact) throw new RangeError('a referral has a name and a contact');
  const notice = noticeText(answers, turn);
  const packet: Packet = {
    name: answers.name,
    contact: answers.contact,
    ...(answers.message ? { message: answers.message } : {}),
    said: [...conversation.said],
    profile: ownProfile(conversation),
    entries: [...(conversation.seen ?? conversation.shown)],
    locale: speech.locale,
    notice: { text: notice, version: versionOf(notice), at: rooms.now().toISOString() },
  };
  const reference = rooms.newReference();
  const secret = rooms.newSecret();
  const referral = {
    reference,
    site: conversation.site,
    desk: desk.id,
    locale: speech.locale,
    packet,
    createdAt: rooms.now().toISOString(),
  };
  const text = speech.say('dialogs:refer.sent', { desk: textIn(desk.name, speech.locale).text, reference, secret });
  return {
    effects: [{ kind: 'refer', referral, secret }],
    learnt: { referred: true },
    replies: [
      {
        ...plain(turn, text),
        outcome: 'person-requested',
        referral: reference,
        choices: offerChoices(speech, ['status', 'funding', 'restart']),
      },
    ],
  };
}

/** No site, or one that left the folder in the middle of the conversation. */
const noDesk = (turn: Turn): Step<State> => ({
  replies: [{ ...plain(turn, turn.speech.say('dialogs:refer.no-desk')), choices: offerChoices(turn.speech, ['funding', 'help']) }],
});

const versionOf = (notice: string): string => createHash('sha256').update(notice).digest('hex').slice(0, 12);

const plain = ({ speech }: Turn, text: string): Reply => ({ text, locale: speech.locale });

const siteOf = ({ rooms, conversation }: Turn): SiteEntry | undefined => rooms.knowledge.findSite(conversation.site);

function deskFor(answers: Answers, turn: Turn): DeskChoice {
  const site = siteOf(turn);
  if (!site) throw new RangeError('the site is gone');
  const topics = [...(answers.topic ? [answers.topic] : []), ...(answers.about ?? [])];
  return chooseDesk(site.site, { area: answers.area ?? site.site.area, topics, locale: turn.speech.locale });
}

/** Who it is and what happens with the data is read once, and again only when it has changed. */
const introductionOnce = (answers: Answers, turn: Turn): string[] =>
  answers.noticed === versionOf(noticeText(answers, turn)) ? [] : [introduction(answers, turn)];

function introduction(answers: Answers, turn: Turn): string {
  const { desk, because: all } = deskFor(answers, turn);
  // The area of the site is not one that the enquirer named.
  const because = all.filter((reason) => reason !== 'area' || answers.area);
  const reasons = turn.speech.list(because.map((reason) => turn.speech.say(`dialogs:refer.because-${reason}`)));
  const who = turn.speech.say(because.length > 0 ? 'dialogs:refer.desk-because' : 'dialogs:refer.desk', {
    desk: textIn(desk.name, turn.speech.locale).text,
    reasons,
  });
  return `${who}\n\n${noticeText(answers, turn)}`;
}

function noticeText(answers: Answers, turn: Turn): string {
  const { desk } = deskFor(answers, turn);
  const { controller, notice } = siteOf(turn)?.site ?? {};
  const common = turn.speech.say('dialogs:refer.notice', {
    desk: textIn(desk.name, turn.speech.locale).text,
    controller: controller ? textIn(controller, turn.speech.locale).text : '',
  });
  return notice ? `${common} ${textIn(notice, turn.speech.locale).text}` : common;
}

function summary(answers: Answers, turn: Turn): string {
  const { speech } = turn;
  const { desk } = deskFor(answers, turn);
  const rows = [
    `${speech.say('mail:name')}: ${answers.name ?? ''}`,
    `${speech.say(`mail:${answers.contact?.way ?? 'email'}`)}: ${answers.contact?.value ?? ''}`,
    ...(answers.message ? [`${speech.say('mail:message')}: ${answers.message}`] : []),
    ...(turn.conversation.said.length > 0
      ? [`${speech.say('mail:said')}: ${turn.conversation.said.map((said) => `“${said}”`).join(' ')}`]
      : []),
  ];
  return [
    ...introductionOnce(answers, turn),
    speech.say('dialogs:refer.summary', { desk: textIn(desk.name, speech.locale).text }),
    rows.join('\n'),
    speech.say('dialogs:refer.ask-consent'),
  ].join('\n\n');
}
