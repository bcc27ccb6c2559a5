import { MessagePace } from '../../src/bot/message-pace';

const openPace = (perMinute: number) => {
  const clock = { now: 0 };
  const pace = new MessagePace(perMinute, () => clock.now);
  return { clock, hear: (times: number, id = 'c') => Array.from({ length: times }, () => pace.hear(id)) };
};

it('tells once who is too fast, passes over the rest of the pause, and hears again after it', () => {
  const { clock, hear } = openPace(6);
  expect(hear(9)).toEqual([...Array.from({ length: 6 }, () => 'heard'), 'told', 'passed-over', 'passed-over']);
  clock.now = 9_999;
  expect(hear(1)).toEqual(['passed-over']);
  clock.now = 10_000;
  expect(hear(2)).toEqual(['heard', 'told']);
});

it('never minds somebody at an even pace', () => {
  const { clock, hear } = openPace(6);
  for (let n = 0; n < 50; n++) {
    clock.now += 10_000;
    expect(hear(1)).toEqual(['heard']);
  }
});

it('pauses long enough for one more message', () => {
  const { clock, hear } = openPace(1);
  expect(hear(3)).toEqual(['heard', 'told', 'passed-over']);
  clock.now = 59_999;
  expect(hear(1)).toEqual(['passed-over']);
  clock.now = 60_000;
  expect(hear(1)).toEqual(['heard']);
});

it('looks at each conversation for itself', () => {
  const { hear } = openPace(1);
  expect([...hear(2, 'a'), ...hear(1, 'b')]).toEqual(['heard', 'told', 'heard']);
});

it('stays bounded when somebody makes up conversations', () => {
  const { clock, hear } = openPace(1);
  for (let n = 0; n < 5_000; n++) {
    clock.now += 20;
    hear(2, `c${n}`);
  }
  expect(hear(1, 'c4999')).toEqual(['passed-over']);
});
