import { endChildren } from '../bench/child';
import type { Heard } from '../bench/enquirer';
import { findTranscriptFaults, findUnanswered, Ledger } from '../bench/kill-ledger';
import { killUnderLoad } from '../bench/kills';
import { removeFolders, SERVER } from '../bench/ponte-process';
import { ensureBuilt } from '../support/built-server';

beforeAll(ensureBuilt, 120_000);
afterAll(() => {
  endChildren();
  removeFolders();
});

describe('A server that is killed under load and started again', () => {
  it('answers every acknowledged message once, and keeps every reference it showed with its mail', async () => {
    const seed = Date.now() % 100_000;
    const lines = [`seed ${seed}`];
    const plan = { kills: 3, conversations: 6, limitMs: 60_000, seed, command: SERVER, tell: (line: string) => void lines.push(line) };
    const { numbers, faults } = await killUnderLoad(plan);
    expect({ lines, faults }).toEqual({ lines, faults: [] });
    expect(numbers).toMatchObject({ kills: 3, unanswered: 0, missing: 0 });
    expect(numbers.acknowledged).toBeGreaterThan(20);
    expect(numbers.references).toBeGreaterThan(3);
  }, 150_000);
});

const said = (id: string, client = id): Heard => ({
  id,
  type: 'message',
  text: 'hello',
  from: { id: 'dl_1' },
  channelData: { clientActivityID: client },
});
const reply = (to: string, n = 1, text = `answer ${n}`): Heard => ({
  id: `${to}.r${n}`,
  type: 'message',
  text,
  replyToId: to,
  from: { id: 'ponte' },
});
const welcome: Heard = { id: 'c|1.r1', type: 'message', text: 'welcome', from: { id: 'ponte' } };

/** A ledger of somebody whose messages were acknowledged under these ids. */
function ledgerOf(...ids: readonly string[]): Ledger {
  const ledger = new Ledger();
  for (const id of ids) ledger.acknowledge(id, id);
  return ledger;
}

describe('The ledger of what people were promised', () => {
  const sound = [welcome, said('c|2'), reply('c|2'), reply('c|2', 2), said('c|3'), reply('c|3')];

  it('finds nothing where all is well', () => {
    const ledger = ledgerOf('c|2', 'c|3');
    for (const activity of sound) ledger.hear(activity);
    expect(findTranscriptFaults(ledger, sound)).toEqual([]);
    expect(findUnanswered(ledger, sound)).toEqual([]);
  });

  it('finds an acknowledged message without an answer', () => {
    expect(findUnanswered(ledgerOf('c|2', 'c|3'), sound.slice(0, -1))).toEqual(['c|3']);
  });

  it.each<[string, readonly Heard[]]>([
    ['twice in the transcript: c|3', [...sound, said('c|3')]],
    ['acknowledged, not in the transcript: c|3', sound.filter(({ id }) => id !== 'c|3')],
    ['one message stands in the transcript under two ids', [...sound, said('c|4', 'c|3')]],
    ['the same reply twice: c|3.r1 c|3.r2', [...sound, reply('c|3', 2, 'answer 1')]],
    ['replies of another turn: c|3.r1 c|3.r7', [...sound, reply('c|3', 7)]],
    ['replies of another turn: c|1.r1 c|9.r1', [...sound, { ...welcome, id: 'c|9.r1', text: 'welcome again' }]],
    ['answered before it was asked: c|3', [...sound.slice(0, 4), reply('c|3'), said('c|3')]],
  ])('finds what is wrong: %s', (fault, transcript) => {
    expect(findTranscriptFaults(ledgerOf('c|2', 'c|3'), transcript)).toContain(fault);
  });

  it('finds what was heard twice, heard and lost, or acknowledged under two ids', () => {
    const ledger = ledgerOf('c|2');
    ledger.hear(reply('c|2'));
    ledger.hear(reply('c|2'));
    ledger.hear(reply('c|8'));
    ledger.acknowledge('c|2', 'c|4');
    const faults = findTranscriptFaults(ledger, sound);
    expect(faults).toContain('heard twice: c|2.r1');
    expect(faults).toContain('heard, not in the transcript: c|8.r1');
    expect(faults).toContain('one message got two ids: c|2 and c|4');
  });

  it('notes a reference with its secret when it is shown', () => {
    const ledger = new Ledger();
    const channelData = { ponte: { referral: 'PO-22222222' } };
    ledger.hear({ ...reply('c|2'), text: 'Reference: PO-22222222\nSecret: AAAA-BBBB-CCCC', channelData });
    expect([...ledger.shown]).toEqual([['PO-22222222', 'AAAA-BBBB-CCCC']]);
    ledger.hear({ ...reply('c|3'), text: 'Reference: PO-22222223', channelData: { ponte: { referral: 'PO-22222223' } } });
    expect(ledger.faults).toEqual(['a reference without a secret: PO-22222223']);
  });
});
