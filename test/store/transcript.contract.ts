import type { MakeHarness, StoreHarness } from './harness';
import { replyOf } from './samples';

/** The promises of Transcript. */
export function transcriptContract(makeHarness: MakeHarness): void {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await makeHarness();
  });
  afterEach(() => harness.dispose());

  it('numbers the activities of each conversation 1, 2, 3, also after a restart', async () => {
    const { transcript } = harness.store;
    expect(await transcript.append('c1', replyOf('a'))).toEqual({ seq: 1, activity: replyOf('a'), isNew: true });
    expect((await transcript.append('c1', replyOf('b'))).seq).toBe(2);
    expect((await transcript.append('c2', replyOf('a'))).seq).toBe(1);
    expect((await (await harness.reopen()).transcript.append('c1', replyOf('c'))).seq).toBe(3);
  });

  it('appends an activity once, and then gives the row that is there', async () => {
    await harness.store.transcript.append('c1', replyOf('a', 'first'));
    await harness.store.transcript.append('c1', replyOf('b'));
    const again = await harness.store.transcript.append('c1', replyOf('a', 'second'));
    expect(again).toEqual({ seq: 1, activity: replyOf('a', 'first'), isNew: false });
    expect(await (await harness.reopen()).transcript.append('c1', replyOf('a', 'third'))).toEqual(again);
    expect(await (await harness.reopen()).transcript.since('c1', 0, 10)).toHaveLength(2);
  });

  it('appends an activity once of fifty that come at once, and fifty different ones without a gap', async () => {
    const { transcript } = harness.store;
    const same = await Promise.all(Array.from({ length: 50 }, () => transcript.append('c1', replyOf('a'))));
    expect(same.filter((row) => row.isNew)).toHaveLength(1);
    expect(same.every((row) => row.seq === 1)).toBe(true);
    const others = await Promise.all(Array.from({ length: 50 }, (_, n) => transcript.append('c2', replyOf(`${n}`))));
    expect(others.map((row) => row.seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });

  it('gives what came after a watermark, oldest first, up to a limit', async () => {
    const { transcript } = harness.store;
    for (const id of ['a', 'b', 'c', 'd', 'e']) await transcript.append('c1', replyOf(id));
    await transcript.append('c2', replyOf('z'));
    const idsSince = async (watermark: number, limit: number) =>
      (await transcript.since('c1', watermark, limit)).map((row) => `${row.seq}${row.activity.id}`);
    expect(await idsSince(0, 10)).toEqual(['1a', '2b', '3c', '4d', '5e']);
    expect(await idsSince(2, 2)).toEqual(['3c', '4d']);
    expect(await idsSince(5, 10)).toEqual([]);
    expect(await idsSince(99, 10)).toEqual([]);
  });

  it('keeps what was said to the letter', async () => {
    const activity = { ...replyOf('a', 'δοκιμή \u0000 \u202e \ud83d'), channelData: { ponte: { entries: ['x'], asks: null } } };
    await harness.store.transcript.append('c1', activity);
    expect((await (await harness.reopen()).transcript.since('c1', 0, 1))[0]?.activity).toEqual(activity);
  });

  it('erases the conversations named, however many, and no other', async () => {
    const { transcript } = harness.store;
    const names = Array.from({ length: 1100 }, (_, n) => `c${n}`);
    for (const name of ['c0', 'c1099', 'stays']) await transcript.append(name, replyOf('a'));
    await transcript.erase(names);
    await transcript.erase([]);
    expect(await transcript.since('c0', 0, 10)).toEqual([]);
    expect(await transcript.since('c1099', 0, 10)).toEqual([]);
    expect(await transcript.since('stays', 0, 10)).toHaveLength(1);
  });
}
