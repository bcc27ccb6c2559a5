/**
 * Plays a golden conversation: a Markdown transcript that a caseworker can read. The whole transcript is compared, so a failing
 * test shows the conversation with its difference.
 *
 *     user: what the enquirer says          bot: what Ponte says, further lines indented
 *     [arrives]                             [stage directions]: what happened besides words
 */

import { makeUnderstanding } from '../../dialogs/answers/understanding';
import type { Effect } from '../../dialogs/dialog';
import type { Incoming } from '../../src/bot/incoming';
import type { PipelineRooms } from '../../src/bot/turn-draft';
import { runPipeline } from '../../src/bot/turn-pipeline';
import type { LiveLibrary } from '../../src/compose';
import type { ConversationState } from '../../src/domain/conversation';
import { findLocale, type Locale } from '../../src/domain/locale';
import type { ReferralStatus } from '../../src/domain/referral';
import type { Card, Reply } from '../../src/domain/reply';
import type { Detector } from '../../src/language/detect';
import type { Languages } from '../../src/language/speech';

/** Every transcript happens at this instant unless its head says `at: YYYY-MM-DD`. */
const NOON = '2026-11-21';

/** A referral that is there before the conversation begins. */
const KEPT = { reference: 'PO-7K3F9QTM', secret: 'K7QM-3TXA-9PBW' };

export interface Stage {
  readonly library: LiveLibrary;
  readonly languages: Languages;
  readonly detector: Detector;
}

export interface Transcript {
  readonly text: string;
  /** Names of the dialogs that ran. */
  readonly dialogs: ReadonlySet<string>;
}

export async function playConversation(script: string, stage: Stage): Promise<Transcript> {
  const [, head = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(script) ?? [];
  const setting = Object.fromEntries(head.split('\n').map((line) => line.split(/:\s*/, 2) as [string, string]));
  const locale: Locale = findLocale(setting.locale) ?? 'en';
  const rooms = roomsOf(stage, new Date(`${setting.at ?? NOON}T11:00:00Z`));
  let state: ConversationState = {
    site: setting.site ?? 'demo',
    locale,
    localeChosen: false,
    greeted: false,
    profile: {},
    said: [],
    shown: [],
    misses: 0,
  };
  const lines: string[] = ['---', head, '---', /^# .*$/m.exec(rest)?.[0] ?? '# untitled', ''];
  const dialogs = new Set<string>();
  for (const cue of cuesOf(rest)) {
    const draft = await runPipeline(incomingOf(cue, locale, state.site), state, rooms);
    state = draft.state;
    if (draft.dialog) dialogs.add(draft.dialog);
    lines.push(cue === ARRIVES ? cue : `user: ${cue}`, ...draft.effects.map(keptLine), ...draft.replies.flatMap(replyLines), '');
  }
  return { text: `${lines.join('\n').trimEnd()}\n`, dialogs };
}

const ARRIVES = '[arrives]';

function incomingOf(cue: string, locale: Locale, site: string): Incoming {
  const isArrival = cue === ARRIVES;
  const kind = isArrival ? 'arrival' : 'message';
  return {
    conversation: 'golden',
    channel: 'directline',
    activity: 'golden|1',
    kind,
    text: isArrival ? '' : cue,
    locale,
    site,
    isLocal: true,
    isShared: false,
  };
}

const keptLine = ({ referral, secret }: Effect): string =>
  `[referral ${referral.reference} with secret ${secret} kept for ${referral.desk}]`;

const cuesOf = (rest: string): string[] =>
  rest.split('\n').flatMap((line) => (line === ARRIVES ? [line] : line.startsWith('user: ') ? [line.slice(6)] : []));

export function roomsOf({ library, languages, detector }: Stage, at: Date): PipelineRooms {
  let drawn = 0;
  const status: ReferralStatus = {
    reference: KEPT.reference,
    state: 'acknowledged',
    site: 'demo',
    desk: 'greece',
    createdAt: '2026-11-18T09:00:00Z',
    changedAt: '2026-11-19T09:00:00Z',
  };
  return {
    ...library.current(),
    languages,
    detector,
    understanding: makeUnderstanding(languages),
    now: () => at,
    newReference: () => `PO-2222222${++drawn + 1}`,
    newSecret: () => 'AAAA-BBBB-CCCC',
    findReferral: async (reference, secret) => (reference === KEPT.reference && secret === KEPT.secret ? status : undefined),
  };
}

function replyLines(reply: Reply): string[] {
  const [first = '', ...more] = reply.text.split('\n');
  return [
    `bot: ${first}`,
    ...more.map((line) => (line === '' ? '' : `     ${line}`)),
    ...(reply.quotes ?? []).map(({ text, locale }) => `     “${text}” [${locale}]`),
    ...(reply.cards ?? []).flatMap(cardLines),
    ...(reply.choices?.length ? [`     (${reply.choices.map(({ title }) => title).join(' | ')})`] : []),
    ...(reply.outcome ? [`[outcome ${reply.outcome}]`] : []),
  ];
}

const cardLines = ({ title, badge, facts, verdicts = [], links }: Card): string[] => [
  `     ▪ ${title}${badge ? ` [${badge.text}]` : ''}`,
  ...facts.map(({ label, value }) => `       ${label}: ${value}`),
  ...verdicts.map(({ state, label, quote }) => `       (${state}) ${label}${quote ? ` “${quote}”` : ''}`),
  ...links.map((link) => `       ${link.title} <${link.url}>`),
];
