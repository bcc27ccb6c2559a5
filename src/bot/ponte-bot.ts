/** One turn of any channel: read the state, run the pipeline, write what changed, then show the replies. */
import { randomBytes } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import { missOf } from '../answering/mask';
import type { ConversationState, ConversationStore, Inbox, StoredActivity, StoredState } from '../domain/conversation';
import type { Locale } from '../domain/locale';
import type { Miss } from '../domain/miss';
import type { SealedReferral } from '../domain/referral';
import type { Reply } from '../domain/reply';
import { PonteError } from '../errors';
import type { Speech } from '../language/speech';
import { type Log, maskId } from '../log';
import { hashSecret, type Sealer } from '../referral/sealing';
import { type Incoming, readIncoming } from './incoming';
import type { MessagePace } from './message-pace';
import { replyActivity } from './reply-activity';
import type { PipelineRooms, TurnDraft } from './turn-draft';
import { runPipeline } from './turn-pipeline';

export interface BotRooms {
  /** The rooms of a turn: one consistent version of the knowledge folder. */
  roomsNow(): PipelineRooms;
  readonly conversations: ConversationStore;
  readonly inbox: Inbox;
  readonly sealer: Sealer;
  readonly log: Log;
  /** Site of channels that name none: Teams and the terminal. */
  readonly defaultSite: string;
  /** Absent: people may write as fast as they like. */
  readonly pace?: MessagePace;
  /** Called after a turn that stored a referral. */
  onReferral(): void;
  /** A question of somebody that the folder could not answer, masked. */
  onMiss(miss: Miss): void;
}

/** A message whose turn ended the process this often is answered with an apology: it would end it again. */
const MAX_ATTEMPTS = 3;
/** Two turns of one conversation at once are rare (two processes); the second one starts over. */
const MAX_CONFLICTS = 3;

export class PonteBot {
  readonly #rooms: BotRooms;

  constructor(rooms: BotRooms) {
    this.#rooms = rooms;
  }

  async run(context: TurnContext): Promise<void> {
    const incoming = readIncoming(context.activity);
    if (!incoming) return;
    const started = performance.now();
    const replies = await this.#hear(incoming).catch((error: unknown) => this.#apologise(incoming, error));
    if (replies.activities.length > 0) await context.sendActivities(replies.activities);
    const { outcome, dialog } = replies;
    this.#rooms.log.turn({
      conversation: maskId(incoming.conversation),
      channel: incoming.channel,
      outcome,
      dialog,
      ms: Math.round(performance.now() - started),
    });
  }

  #hear(incoming: Incoming): Promise<Told> {
    const hearing = incoming.kind === 'message' ? this.#rooms.pace?.hear(incoming.conversation) : undefined;
    return hearing === undefined || hearing === 'heard' ? this.#answer(incoming) : this.#slowDown(incoming, hearing === 'told');
  }

  async #answer(incoming: Incoming): Promise<Told> {
    const { inbox } = this.#rooms;
    if (incoming.isLocal && (await inbox.beginAttempt(incoming.conversation, incoming.activity)) > MAX_ATTEMPTS)
      throw new PonteError('STORE_FAILED', 'too many attempts');
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#turn(incoming);
      } catch (error) {
        const isConflict = error instanceof PonteError && error.code === 'STATE_CONFLICT';
        if (!isConflict || attempt >= MAX_CONFLICTS) throw error;
      }
    }
  }

  async #turn(incoming: Incoming): Promise<Told> {
    const { conversations, roomsNow } = this.#rooms;
    const stored = await conversations.findState(incoming.conversation);
    if (stored?.unknown) this.#rooms.log.stateOfNewer({ conversation: maskId(incoming.conversation), keys: stored.unknown });
    const rooms = roomsNow();
    const draft = await runPipeline(incoming, stored?.state ?? this.#firstState(incoming, rooms), rooms);
    const told = this.#tell(incoming, draft.replies);
    await this.#commit(incoming, stored, draft, told);
    if (draft.effects.length > 0) this.#rooms.onReferral();
    const outcome = draft.replies.findLast((reply) => reply.outcome)?.outcome;
    const miss = outcome && draft.dialog === 'ask' ? missOf(draft.said, draft.state.locale, outcome, rooms.now()) : undefined;
    if (miss) this.#rooms.onMiss(miss);
    return { activities: told, ...(outcome && { outcome }), ...(draft.dialog && { dialog: draft.dialog }) };
  }

  #firstState(incoming: Incoming, rooms: PipelineRooms): ConversationState {
    const site = incoming.site ?? this.#rooms.defaultSite;
    const offered: readonly Locale[] = rooms.knowledge.findSite(site)?.site.locales ?? [];
    const locale = rooms.languages.nearest(incoming.locale ?? offered[0]);
    return { site, locale, localeChosen: false, greeted: false, profile: {}, said: [], shown: [], misses: 0 };
  }

  /** Ids are given here, so that replies delivered again after a crash are recognised. */
  #tell(incoming: Incoming, replies: readonly Reply[]): Partial<Activity>[] {
    return replies.map((reply, n) =>
      replyActivity(reply, incoming.isLocal ? `${incoming.activity}.r${n + 1}` : undefined, incoming.channel),
    );
  }

  async #commit(incoming: Incoming, stored: StoredState | undefined, draft: TurnDraft, told: readonly Partial<Activity>[]): Promise<void> {
    const referrals = draft.effects.map(({ referral, secret }): SealedReferral => {
      const { packet, ...row } = referral;
      return { ...row, secretHash: hashSecret(secret), sealed: this.#rooms.sealer.seal(referral.reference, packet) };
    });
    await this.#rooms.conversations.commitTurn({
      conversation: incoming.conversation,
      state: draft.state,
      fromVersion: stored?.version ?? 0,
      ...(incoming.isLocal ? { answers: { activity: incoming.activity, replies: told as unknown as StoredActivity[] } } : {}),
      referrals,
    });
  }

  /** A message of somebody too fast is not looked at: the question that was open stays open. */
  async #slowDown(incoming: Incoming, isTold: boolean): Promise<Told> {
    const speech = await this.#speechFor(incoming);
    const reply: Reply = { text: speech.say('answers:outcome.rate-limited'), locale: speech.locale, outcome: 'rate-limited' };
    return { activities: await this.#tellAside(incoming, isTold ? [reply] : []), outcome: 'rate-limited' };
  }

  async #apologise(incoming: Incoming, error: unknown): Promise<Told> {
    const number = randomBytes(4).toString('hex').toUpperCase();
    this.#rooms.log.fault({ number, where: 'turn', error });
    const speech = await this.#speechFor(incoming);
    const person = speech.say('common:offer.person');
    const apology = { text: speech.say('common:fault', { number }), locale: speech.locale, choices: [{ title: person, say: person }] };
    return { activities: await this.#tellAside(incoming, [apology]), outcome: 'fault' };
  }

  /** Of the conversation as far as it is known: what it is asked for must not fail. */
  async #speechFor(incoming: Incoming): Promise<Speech> {
    const { languages } = this.#rooms.roomsNow();
    const stored = await this.#rooms.conversations.findState(incoming.conversation).catch(() => undefined);
    return languages.speechIn(stored?.state.locale ?? languages.nearest(incoming.locale));
  }

  /** Answers without a turn: the state stays as it was. */
  async #tellAside(incoming: Incoming, replies: readonly Reply[]): Promise<Partial<Activity>[]> {
    const activities = this.#tell(incoming, replies);
    if (incoming.isLocal)
      await this.#rooms.inbox.answer(incoming.conversation, incoming.activity, activities as unknown as StoredActivity[]);
    return activities;
  }
}

interface Told {
  readonly activities: Partial<Activity>[];
  readonly outcome?: string;
  readonly dialog?: string;
}
