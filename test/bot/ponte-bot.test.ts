import type { Activity } from 'botbuilder';
import { PonteBot } from '../../src/bot/ponte-bot';
import type { PipelineRooms } from '../../src/bot/turn-draft';
import type { TurnHarvest } from '../../src/domain/conversation';
import { PonteError } from '../../src/errors';
import { makeLog } from '../../src/log';
import { Sealer } from '../../src/referral/sealing';
import { type Kept, memoryStores, nothingKept } from '../channels/support/memory-stores';
import { roomsOf, type Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';
import { sentBy } from './small-stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.library.close());

/** A bot over stores in memory. `commit` stands before the store's own. */
function open(more: { rooms?: Partial<PipelineRooms>; commit?: (harvest: TurnHarvest) => void } = {}) {
  const kept: Kept = nothingKept();
  const { conversations, inbox } = memoryStores(kept);
  const lines: string[] = [];
  const harvests: TurnHarvest[] = [];
  let referrals = 0;
  const bot = new PonteBot({
    roomsNow: () => ({ ...roomsOf(stage, new Date('2026-11-21T11:00:00Z')), ...more.rooms }),
    conversations: {
      ...conversations,
      commitTurn: async (harvest) => {
        more.commit?.(harvest);
        await conversations.commitTurn(harvest);
        harvests.push(harvest);
      },
    },
    inbox,
    sealer: new Sealer('0'.repeat(64)),
    log: makeLog('info', { write: (line) => lines.push(line) }),
    defaultSite: 'demo',
    onReferral: () => referrals++,
    onMiss: () => {},
  });
  const say = async (text: string, again = 1) => {
    const message = {
      type: 'message',
      text,
      locale: 'es',
      channelId: 'directline',
      serviceUrl: 'urn:ponte:local',
      conversation: { id: 'c' },
    };
    const { activity } = await inbox.accept('c', message);
    let sent: Partial<Activity>[] = [];
    for (let n = 0; n < again; n++) sent = await sentBy(bot, activity);
    return sent;
  };
  return { kept, lines, harvests, say, inbox, referrals: () => referrals };
}

/** Fails while its switch is on. */
const sick = { isSick: false };
const sickDetector = (): Partial<PipelineRooms> => ({
  detector: {
    detect: (...given) => {
      if (sick.isSick) throw new TypeError('ana@example.org');
      return stage.detector.detect(...given);
    },
  },
});

it('a fault keeps the state and apologises with a number that stands in the log', async () => {
  const { kept, lines, say, inbox } = open({ rooms: sickDetector() });
  await say('buscar financiación');
  const before = kept.states.get('c');
  sick.isSick = true;
  const [apology] = await say('Valencia');
  sick.isSick = false;
  const number = /[0-9A-F]{8}/.exec(apology?.text ?? '')?.[0];
  expect(kept.states.get('c')).toEqual(before);
  expect(apology).toMatchObject({ locale: 'es', suggestedActions: { actions: [{ type: 'imBack' }] } });
  expect(lines.find((line) => line.includes('"fault"') && line.includes(`${number}`))).toBeDefined();
  expect(lines.join('')).not.toContain('ana@example.org');
  expect((await inbox.pending()).at(-1)?.replies).toHaveLength(1);
});

it('what a newer release kept and this one does not know stands in the log by its names', async () => {
  const { kept, lines, say } = open();
  await say('buscar financiación');
  const before = kept.states.get('c');
  if (before) kept.states.set('c', { ...before, unknown: ['mood'] });
  await say('Valencia');
  expect(lines.find((line) => line.includes('"stateOfNewer"'))).toContain('"keys":["mood"]');
});

it('a message that ended three attempts gets an apology and not a fourth', async () => {
  const { harvests, say } = open();
  const [apology] = await say('buscar financiación', 4);
  expect(apology?.text).toMatch(/[0-9A-F]{8}/);
  expect(harvests.filter(({ answers }) => answers)).toHaveLength(3);
});

it('a turn that another one overtook starts over from the new state', async () => {
  let conflicts = 2;
  const { kept, say } = open({
    commit: () => {
      if (conflicts-- > 0) throw new PonteError('STATE_CONFLICT', 'test');
    },
  });
  const sent = await say('buscar financiación');
  expect(sent.at(-1)?.channelData).toMatchObject({ ponte: { asks: 'area' } });
  expect(kept.states.get('c')?.version).toBe(1);
});

it('conflicts without end are told as a fault', async () => {
  const { kept, say } = open({
    commit: () => {
      throw new PonteError('STATE_CONFLICT', 'test');
    },
  });
  const [apology] = await say('buscar financiación');
  expect(apology?.text).toMatch(/[0-9A-F]{8}/);
  expect(kept.states.get('c')).toBeUndefined();
});

const REQUEST = ['hablar con una persona', 'Valencia', 'Ana', 'ana@example.org', 'Omitir'];

it('a reference is shown only when its referral is stored, sealed and with a hash of its secret', async () => {
  const { harvests, lines, say, referrals } = open();
  for (const text of REQUEST) await say(text);
  const [told] = await say('Enviar');
  const stored = harvests.at(-1)?.referrals ?? [];
  expect(told?.channelData).toMatchObject({ ponte: { referral: stored[0]?.reference } });
  expect(JSON.stringify(stored)).not.toMatch(/Ana|AAAA-BBBB-CCCC/);
  expect(referrals()).toBe(1);
  expect(lines.join('')).not.toMatch(/Ana|example\.org|AAAA-BBBB-CCCC/);
});

it('a referral that cannot be stored shows no reference, and "send" can be said again', async () => {
  let isFull = true;
  const { kept, say, referrals } = open({
    commit: ({ referrals: some }) => {
      if (isFull && some.length > 0) throw new PonteError('STORE_FAILED', 'test');
    },
  });
  for (const text of REQUEST) await say(text);
  const failed = await say('Enviar');
  expect(JSON.stringify(failed)).not.toContain('PO-');
  expect(referrals()).toBe(0);
  expect(kept.states.get('c')?.state.active?.dialog).toBe('refer');
  isFull = false;
  expect((await say('Enviar'))[0]?.text).toContain('PO-');
});

it('replies have ids that follow from the message, so that a second delivery is recognised', async () => {
  const { say } = open();
  const sent = await say('buscar financiación');
  expect(sent.map(({ id }) => id)).toEqual(sent.map((_, n) => `c|0000001.r${n + 1}`));
});
