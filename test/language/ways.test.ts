import { waysToSay } from '../../src/language/ways';

describe('Ways to say one thing', () => {
  it('are one for each choice in each place', () => {
    expect(waysToSay('{can|could} I {talk|speak}')).toEqual(['can I talk', 'can I speak', 'could I talk', 'could I speak']);
  });

  it('may leave something out', () => {
    expect(waysToSay('thanks{| a lot}')).toEqual(['thanks', 'thanks a lot']);
  });

  it('may name a list', () => {
    expect(waysToSay('talk to {whom}', { whom: 'someone|a person' })).toEqual(['talk to someone', 'talk to a person']);
  });

  it('are the text itself where it leaves no choice', () => {
    expect(waysToSay('hello')).toEqual(['hello']);
  });
});
