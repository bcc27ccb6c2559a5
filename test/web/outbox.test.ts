import { type Delivery, Outbox } from '../../src/web/outbox';
import { WireFault } from '../../src/web/wire';
import { FakeClock } from './fake-clock';

interface Posted {
  readonly text: string;
  readonly channelData: { readonly clientActivityID: string };
}

function makeOutbox(outcomes: (number | WireFault | 'ok')[] = []) {
  const clock = new FakeClock();
  const posted: Posted[] = [];
  const told: [string, Delivery][] = [];
  const outbox = new Outbox({
    post: async (activity) => {
      posted.push(activity as Posted);
      const outcome = outcomes.shift() ?? 'ok';
      if (outcome !== 'ok') throw typeof outcome === 'number' ? new WireFault(outcome) : outcome;
    },
    after: clock.after,
    random: () => 0.5,
    onDelivery: (id, delivery) => told.push([id, delivery]),
  });
  return { clock, outbox, posted, told };
}

describe('the outbox', () => {
  it('keeps messages while it is shut and sends them in order when it opens', async () => {
    const { outbox, clock, posted, told } = makeOutbox();
    outbox.send('a', 'first', 'en');
    outbox.send('b', 'second', 'en');
    await clock.advance(60_000);
    expect(posted).toEqual([]);
    outbox.setOpen(true);
    await clock.advance(1);
    expect(posted.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(told).toEqual([
      ['a', 'sending'],
      ['b', 'sending'],
      ['a', 'sent'],
      ['b', 'sent'],
    ]);
  });

  it('sends again under the same id, and nothing overtakes', async () => {
    const { outbox, clock, posted } = makeOutbox([503, 0]);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    outbox.send('b', 'second', 'en');
    await clock.advance(60_000);
    expect(posted.map(({ channelData }) => channelData.clientActivityID)).toEqual(['a', 'a', 'a', 'b']);
  });

  it('gives up after four tries and lets the next message through', async () => {
    const { outbox, clock, told } = makeOutbox([503, 503, 503, 503]);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    outbox.send('b', 'second', 'en');
    await clock.advance(60_000);
    expect(told.slice(2)).toEqual([
      ['a', 'failed'],
      ['b', 'sent'],
    ]);
  });

  it('does not repeat what the server will never take', async () => {
    const { outbox, clock, posted, told } = makeOutbox([413]);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    await clock.advance(60_000);
    expect([posted.length, told[1]]).toEqual([1, ['a', 'failed']]);
  });

  it('sends a failed message again when asked, under its old id', async () => {
    const { outbox, clock, posted, told } = makeOutbox([400]);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    await clock.advance(1);
    outbox.retry('a');
    outbox.retry('a');
    await clock.advance(1);
    expect(posted.map(({ channelData }) => channelData.clientActivityID)).toEqual(['a', 'a']);
    expect(told.map(([, delivery]) => delivery)).toEqual(['sending', 'failed', 'sending', 'sent']);
  });

  it('takes the echo for the acknowledgement that was lost', async () => {
    const { outbox, clock, posted, told } = makeOutbox([0]);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    await clock.advance(1);
    expect(outbox.acknowledge('a')).toBe(true);
    expect(outbox.acknowledge('a')).toBe(false);
    await clock.advance(60_000);
    expect([posted.length, told.map(([, delivery]) => delivery)]).toEqual([1, ['sending', 'sent']]);
  });

  it('says that it was too fast, waits as long as the server asks, and sends by itself', async () => {
    const { outbox, clock, posted, told } = makeOutbox([new WireFault(429, 7), 'ok']);
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    await clock.advance(6_999);
    expect([posted.length, told]).toEqual([
      1,
      [
        ['a', 'sending'],
        ['a', 'slowed'],
      ],
    ]);
    await clock.advance(1);
    expect([posted.length, told.at(-1)]).toEqual([2, ['a', 'sent']]);
  });

  it('does not give up on who was too fast', async () => {
    const { outbox, clock, told } = makeOutbox(Array.from({ length: 6 }, () => new WireFault(429, 1)));
    outbox.setOpen(true);
    outbox.send('a', 'first', 'en');
    await clock.advance(200_000);
    expect(told.at(-1)).toEqual(['a', 'sent']);
    expect(told.map(([, delivery]) => delivery)).not.toContain('failed');
  });
});
