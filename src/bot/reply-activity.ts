/** Reply → Activity. Cards are Adaptive Cards 1.3: what Teams, Web Chat and our own widget all show. */
import { ActionTypes, type Activity, ActivityTypes, type Attachment, InputHints } from 'botbuilder';
import type { VerdictState } from '../domain/criterion';
import type { Card, Choice, Reply } from '../domain/reply';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const COLOURS = { good: 'Good', warn: 'Warning', bad: 'Attention', plain: 'Default' } as const;
const SIGNS: Record<VerdictState, string> = { met: '✓', 'not-met': '✗', unknown: '?', 'needs-a-person': '☺' };
const VERDICT_COLOURS: Record<VerdictState, string> = {
  met: 'Good',
  'not-met': 'Attention',
  unknown: 'Default',
  'needs-a-person': 'Warning',
};

/** `channelData.ponte`: what clients, tests and replays read instead of guessing from words. */
export interface PonteData {
  readonly locale: string;
  readonly outcome?: string;
  readonly entries: readonly string[];
  readonly asks?: string;
  readonly referral?: string;
  /** A language model worded the text. */
  readonly model?: true;
}

/** What Teams and Web Chat show as "AI generated" (Microsoft Learn, "Enhance your bot messages with AI-generated content"). */
const AI_GENERATED = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

/** `id` fixes the activity's id, so that delivering it twice shows it once. */
export function replyActivity(reply: Reply, id: string | undefined, channel: string): Partial<Activity> {
  const { outcome, asks, referral, choices = [] } = reply;
  const ponte: PonteData = {
    locale: reply.locale,
    ...(outcome && { outcome }),
    entries: reply.entries ?? [],
    ...(asks && { asks }),
    ...(referral && { referral }),
    ...(reply.model && { model: true }),
  };
  const isTeams = channel === 'msteams';
  const attachments = [
    ...(reply.quotes ?? []).map(quoteCard),
    ...(reply.cards ?? []).map(entryCard),
    ...(isTeams && choices.length > 0 ? [choicesCard(choices)] : []),
  ];
  return {
    type: ActivityTypes.Message,
    ...(id && { id }),
    text: reply.text,
    textFormat: 'plain',
    locale: reply.locale,
    inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    channelData: { ponte },
    ...(reply.model && { entities: [AI_GENERATED] }),
    ...(attachments.length > 0 && { attachments }),
    ...(!isTeams &&
      choices.length > 0 && {
        suggestedActions: { to: [], actions: choices.map(({ title, say }) => ({ type: ActionTypes.ImBack, title, value: say })) },
      }),
  };
}

const adaptive = (content: object): Attachment => ({
  contentType: ADAPTIVE,
  content: { type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.3', ...content },
});

const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: value, wrap: true, ...more });

/** Literal text in another language: `lang` lets a screen reader change its voice. */
const quoteCard = ({ text: said, locale }: NonNullable<Reply['quotes']>[number]): Attachment =>
  adaptive({ lang: locale, body: [text(said, { lang: locale, isSubtle: true })] });

function entryCard(card: Card): Attachment {
  const { badge, verdicts = [] } = card;
  const heading = { type: 'Column', width: 'stretch', items: [text(card.title, { weight: 'Bolder', style: 'heading' })] };
  const mark = badge && { type: 'Column', width: 'auto', items: [text(badge.text, { weight: 'Bolder', color: COLOURS[badge.tone] })] };
  const rows = verdicts.map(({ state, label, quote, locale, language }) => ({
    type: 'RichTextBlock',
    inlines: [
      { type: 'TextRun', text: `${SIGNS[state]} ${label}${quote ? ' — ' : ''}`, color: VERDICT_COLOURS[state] },
      ...(quote ? [{ type: 'TextRun', text: `“${quote}”`, isSubtle: true, ...(locale && { lang: locale }) }] : []),
      ...(language ? [{ type: 'TextRun', text: ` (${language})`, isSubtle: true }] : []),
    ],
  }));
  return adaptive({
    id: card.entry,
    body: [
      { type: 'ColumnSet', columns: mark ? [heading, mark] : [heading] },
      ...(card.summary ? [text(card.summary, card.locale ? { lang: card.locale } : {})] : []),
      { type: 'FactSet', facts: card.facts.map(({ label, value }) => ({ title: label, value })) },
      ...(rows.length > 0 ? [{ type: 'Container', id: 'verdicts', items: rows }] : []),
    ],
    actions: card.links.map(({ title, url }) => ({ type: 'Action.OpenUrl', title, url })),
  });
}

/** Teams shows at most six actions of a set, and "Skip" stands last. */
const MAX_ACTIONS = 6;

const inSixes = (choices: readonly Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / MAX_ACTIONS) }, (_, n) => choices.slice(n * MAX_ACTIONS, (n + 1) * MAX_ACTIONS));

/** Teams shows no suggested actions in channels; `imBack` puts the choice into the chat as if it had been typed. */
const choicesCard = (choices: readonly Choice[]): Attachment =>
  adaptive({
    body: inSixes(choices).map((some) => ({
      type: 'ActionSet',
      actions: some.map(({ title, say }) => ({ type: 'Action.Submit', title, data: { say, msteams: { type: 'imBack', value: say } } })),
    })),
  });
