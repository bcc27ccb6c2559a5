import { MessagePace } from '../../src/bot/message-pace';
import { openSmallBot, openSmallStage, type SmallStage } from './small-stage';

let stage: SmallStage;
beforeAll(async () => {
  stage = await openSmallStage();
});

const openPaced = () => {
  const clock = { now: 0 };
  return { clock, ...openSmallBot(stage, { pace: new MessagePace(3, () => clock.now) }) };
};

describe('Somebody who writes faster than anybody reads', () => {
  it('is asked once to wait, loses nothing, and goes on where the conversation stood', async () => {
    const { clock, kept, say, choose, inbox } = openPaced();
    choose('es');
    for (const text of ['Apiarica', 'buscar financiación', 'Valencia']) await say(text);
    const before = kept.states.get('c');
    expect(before?.state.active?.dialog).toBe('find-funding');
    const [told, ...more] = await say('una cooperativa');
    expect(more).toEqual([]);
    expect(told).toMatchObject({ locale: 'es', text: 'Está enviando mensajes muy deprisa. Espere un momento, por favor.' });
    expect(told?.channelData).toEqual({ ponte: { locale: 'es', outcome: 'rate-limited', entries: [] } });
    expect(await say('una cooperativa')).toEqual([]);
    expect(kept.states.get('c')).toEqual(before);
    clock.now = 20_000;
    expect((await say('una cooperativa')).length).toBeGreaterThan(0);
    const after = kept.states.get('c');
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(JSON.stringify(after?.state.active)).toContain('cooperative');
    const answered = (await inbox.pending()).map(({ replies }) => replies?.length);
    expect(answered.slice(3, 5)).toEqual([1, 0]);
    expect(answered).not.toContain(undefined);
  });

  it('is asked to wait in Teams too', async () => {
    const { run, lines } = openPaced();
    const message = { type: 'message', id: '1', text: 'Apiarica', locale: 'sl-SI', channelId: 'msteams', conversation: { id: 'a:1' } };
    const sent = [];
    for (let n = 0; n < 6; n++) sent.push(await run({ ...message, serviceUrl: 'https://teams.example/' }));
    expect(sent[3]).toMatchObject([{ locale: 'sl', channelData: { ponte: { outcome: 'rate-limited' } } }]);
    expect(sent.slice(4)).toEqual([[], []]);
    expect(lines.filter((line) => line.includes('"rate-limited"'))).toHaveLength(3);
  });

  it('is greeted all the same: to arrive is no message', async () => {
    const { run } = openPaced();
    const arrival = { type: 'conversationUpdate', membersAdded: [{ id: 'x' }], channelId: 'msteams', serviceUrl: 'https://teams.example/' };
    const sent = [];
    for (let n = 0; n < 5; n++) sent.push(await run({ ...arrival, conversation: { id: `a:${n}` } }));
    expect(sent.every(([welcome]) => welcome !== undefined)).toBe(true);
  });
});

it('without a pace people write as fast as they like', async () => {
  const { say, choose } = openSmallBot(stage);
  choose('en');
  for (let n = 0; n < 40; n++) expect(await say('Apiarica')).not.toEqual([]);
});
