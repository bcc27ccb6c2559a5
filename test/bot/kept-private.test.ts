import { openSmallBot, openSmallStage, type SmallStage } from './small-stage';

describe('What may not be kept', () => {
  let stage: SmallStage;
  beforeAll(async () => {
    stage = await openSmallStage();
  });

  it.each([
    ['an account number beside a wish for money', ['I want to find funding, my IBAN is DE89 3704 0044 0532 0130 00']],
    ['an account number in the guided search', ['find funding', 'can you help me, my IBAN is DE89 3704 0044 0532 0130 00?']],
    ['an address in the guided search', ['find funding', 'please write to ana@example.org about all that there is']],
  ])('is not kept: %s', async (_, said) => {
    const bot = openSmallBot(stage);
    bot.choose('en', {});
    for (const text of said) await bot.say(text);
    expect(JSON.stringify(bot.kept.states.get('c')?.state)).not.toMatch(/DE89|ana@example/);
  });

  it('is not heard before a danger', async () => {
    const bot = openSmallBot(stage);
    bot.choose('en', {});
    const sent = await bot.say('I want to die because I cannot find funding');
    expect(sent.map(({ text }) => text).join(' ')).toContain('emergency number');
  });
});
