import type { Activity } from '../../src/web/activity';
import { DirectLine, type LineState } from '../../src/web/direct-line';
import { type Session, Wire, WireFault } from '../../src/web/wire';
import { FakeClock } from './fake-clock';
import { FakeServer } from './fake-server';

const KEPT = { token: 'kept', conversationId: 'c' };

function makeLine() {
  const clock = new FakeClock();
  const server = new FakeServer();
  const said: unknown[] = [];
  const states: LineState[] = [];
  const sessions: Session[] = [];
  const wire = new Wire({ fetch: server.fetch, after: clock.after, base: '/v3/directline', site: 'demo', locale: 'el' });
  const line = new DirectLine({
    wire,
    openSocket: server.openSocket,
    after: clock.after,
    random: () => 0.5,
    onActivity: (activity: Activity) => said.push(activity.text),
    onState: (state) => states.push(state),
    onSession: (session) => sessions.push(session),
  });
  return { clock, server, said, states, sessions, line };
}

describe('a line', () => {
  it('asks for a token, starts the conversation and follows it by socket', async () => {
    const { line, server, clock, said, states, sessions } = makeLine();
    line.begin();
    await clock.advance(1);
    server.speak('hello');
    expect(server.requests).toEqual(['POST /tokens/generate', 'POST /conversations']);
    expect([said, states, sessions]).toEqual([['hello'], ['online'], [{ token: 'fresh', conversationId: 'c' }]]);
  });

  it('comes back to a kept conversation from its beginning', async () => {
    const { line, server, clock } = makeLine();
    line.begin(KEPT);
    await clock.advance(1);
    expect(server.requests).toEqual(['GET /conversations/c?watermark=']);
  });

  it('comes back at its watermark after a break, and tells of nothing twice', async () => {
    const { line, server, clock, said, states } = makeLine();
    line.begin();
    await clock.advance(1);
    server.speak('one');
    server.sockets[0]?.close();
    server.speak('two');
    await clock.advance(1000);
    server.replay(0);
    expect(server.requests[2]).toBe('GET /conversations/c?watermark=1');
    expect([said, states]).toEqual([
      ['one', 'two'],
      ['online', 'offline', 'online'],
    ]);
  });

  it('polls after three sockets that never opened, and goes on polling after a break', async () => {
    const { line, server, clock, said, states } = makeLine();
    server.opensSockets = false;
    line.begin();
    await clock.advance(10_000);
    server.speak('by polling');
    server.refusals.push({ on: '/activities?', status: 502 });
    await clock.advance(10_000);
    expect(server.sockets).toHaveLength(3);
    expect(said).toEqual(['by polling']);
    expect(states).toEqual(['offline', 'online', 'offline', 'online']);
  });

  it('polls when the server offers no stream', async () => {
    const { line, server, clock, said } = makeLine();
    server.streamUrl = undefined;
    line.begin();
    await clock.advance(1);
    server.speak('hello');
    await clock.advance(1500);
    expect([server.sockets, said]).toEqual([[], ['hello']]);
  });

  it('waits longer after every failure', async () => {
    const { line, server, clock } = makeLine();
    for (let n = 0; n < 20; n++) server.refusals.push({ on: '/tokens/generate', status: 503 });
    line.begin();
    await clock.advance(375 + 750 + 1500 - 1);
    expect(server.requests).toHaveLength(3);
    await clock.advance(1);
    expect(server.requests).toHaveLength(4);
  });

  it('tries at once when the network is back', async () => {
    const { line, server, clock, states } = makeLine();
    for (let n = 0; n < 5; n++) server.refusals.push({ on: '/tokens/generate', status: 0 });
    line.begin();
    await clock.advance(4000);
    server.refusals.length = 0;
    line.nudge();
    await clock.advance(1);
    expect(states).toEqual(['offline', 'online']);
  });

  it('does not start a second conversation when the answer to the first was lost', async () => {
    const { line, server, clock } = makeLine();
    server.refusals.push({ on: 'POST /conversations', status: 0 });
    line.begin();
    await clock.advance(1000);
    expect(server.requests.filter((request) => request.includes('generate'))).toHaveLength(1);
  });

  it.each([401, 403, 404])('ends when the server answers %d to a kept conversation', async (status) => {
    const { line, server, clock, states } = makeLine();
    server.refusals.push({ on: 'GET /conversations/c', status });
    line.begin(KEPT);
    await clock.advance(60_000);
    expect([states, server.requests]).toEqual([['ended'], ['GET /conversations/c?watermark=']]);
  });

  it('is refused when this page gets no token', async () => {
    const { line, server, clock, states } = makeLine();
    server.refusals.push({ on: '/tokens/generate', status: 403 });
    line.begin();
    await clock.advance(60_000);
    expect(states).toEqual(['refused']);
  });

  it('takes a new token when the first one grew old before its conversation started', async () => {
    const { line, server, clock, states } = makeLine();
    server.refusals.push({ on: 'POST /conversations', status: 403 });
    line.begin();
    await clock.advance(1000);
    expect(states).toEqual(['offline', 'online']);
    expect(server.requests.filter((request) => request.includes('generate'))).toHaveLength(2);
  });

  it('survives frames that are no JSON, no set or have no type', async () => {
    const { line, server, clock, said } = makeLine();
    line.begin();
    await clock.advance(1);
    for (const frame of ['', '{', '[]', 'null', '{"activities":[1,{"text":"untyped"},null]}', '{"activities":"x"}'])
      server.sockets[0]?.receive(frame);
    server.speak('still here');
    expect(said).toEqual(['still here']);
  });

  it('keeps the socket awake and the token fresh', async () => {
    const { line, server, clock, sessions } = makeLine();
    line.begin();
    await clock.advance(15 * 60_000);
    expect(server.sockets[0]?.sent).toHaveLength(45);
    expect(sessions[sessions.length - 1]).toEqual({ token: 'refreshed', conversationId: 'c' });
  });

  it('is silent after it was stopped', async () => {
    const { line, server, clock, said, states } = makeLine();
    line.begin();
    await clock.advance(1);
    line.stop();
    server.speak('too late');
    await clock.advance(60 * 60_000);
    expect([said, states, server.requests.length]).toEqual([[], ['online'], 2]);
  });

  it('refuses to post before there is a conversation', async () => {
    await expect(makeLine().line.post({ type: 'message' })).rejects.toThrow(WireFault);
  });

  it('tells who posts too fast how long the server asks to wait, a minute at most', async () => {
    const { line, server, clock } = makeLine();
    line.begin();
    await clock.advance(1);
    const waits = [];
    for (const retryAfter of ['7', '9999', 'soon', undefined]) {
      server.refusals.push({
        on: 'POST /conversations/c/activities',
        status: 429,
        ...(retryAfter && { headers: { 'Retry-After': retryAfter } }),
      });
      const fault = await line.post({ type: 'message' }).catch((error: unknown) => error);
      waits.push(fault instanceof WireFault && fault.isPace ? fault.retryAfter : fault);
    }
    expect(waits).toEqual([7, 60, 0, 0]);
  });
});
