/** Tells how a referral stands, to whoever has its reference and secret. */
import { z } from 'zod';
import { textIn } from '../src/domain/locale';
import type { ReferralStatus } from '../src/domain/referral';
import { readReference, readSecret } from '../src/referral/references';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';
import { type FormQuestion, fillForm, nextQuestion, withNotice } from './form';

const Answers = z.strictObject({ reference: z.string().optional(), secret: z.string().optional() });
type Answers = z.infer<typeof Answers>;
const State = z.strictObject({ answers: Answers });
type State = z.infer<typeof State>;

const QUESTIONS: readonly FormQuestion<Answers>[] = (['reference', 'secret'] as const).map((name) => ({
  name,
  canSkip: false,
  why: `dialogs:status.why-${name}`,
  notUnderstood: `dialogs:status.unknown-${name}`,
  read: (_, { said }) => (name === 'reference' ? readReference(said) : readSecret(said)),
  ask: (_, { speech }) => ({
    text: speech.say(`dialogs:status.ask-${name}`),
    locale: speech.locale,
    asks: name,
    choices: offerChoices(speech, ['stop']),
  }),
}));

export const referralStatus: Dialog<State> = {
  name: 'referral-status',
  schema: State,
  begin: async (turn) => {
    const reference = readReference(turn.said);
    return goOn(reference ? { reference, ...secretBeside(turn.said) } : {}, [], turn);
  },
  proceed: async ({ answers }, turn) => {
    const step = fillForm(QUESTIONS, answers, turn);
    // Whoever pastes both lines at once is not asked for the second.
    if (!answers.reference && step.answers.reference) return goOn({ ...step.answers, ...secretBeside(turn.said) }, step.replies, turn);
    return goOn(step.answers, step.replies, turn);
  },
  repeat: ({ answers }, turn) => nextQuestion(QUESTIONS, answers, turn)?.ask(answers, turn),
};

/** The secret that stands as three groups in an utterance with the reference. */
function secretBeside(said: string): Answers {
  const secret = readSecret(/(?<![A-Z0-9-])[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![A-Z0-9-])/i.exec(said)?.[0] ?? '');
  return secret ? { secret } : {};
}

async function goOn(answers: Answers, notices: Parameters<typeof withNotice>[0], turn: Turn): Promise<Step<State>> {
  const question = nextQuestion(QUESTIONS, answers, turn);
  if (question) return { state: { answers }, replies: [withNotice(notices, question.ask(answers, turn))] };
  const status = await turn.rooms.findReferral(answers.reference ?? '', answers.secret ?? '');
  const text = status ? told(status, turn) : turn.speech.say('dialogs:status.not-found');
  return {
    replies: [
      { text, locale: turn.speech.locale, choices: offerChoices(turn.speech, status ? ['funding', 'restart'] : ['status', 'person']) },
    ],
  };
}

function told(status: ReferralStatus, { speech, rooms }: Turn): string {
  const desk = rooms.knowledge.findSite(status.site)?.site.desks.find((one) => one.id === status.desk);
  const name = desk ? textIn(desk.name, speech.locale).text : status.desk;
  const lines = [
    speech.say('dialogs:status.is', { reference: status.reference, desk: name, day: speech.day(status.createdAt.slice(0, 10)) }),
    speech.say(`dialogs:status.state.${status.state}`),
    ...(status.state === 'sent'
      ? [
          status.deliveredAt
            ? speech.say('dialogs:status.delivered', { day: speech.day(status.deliveredAt.slice(0, 10)) })
            : speech.say('dialogs:status.on-its-way'),
        ]
      : []),
  ];
  return lines.join('\n\n');
}
