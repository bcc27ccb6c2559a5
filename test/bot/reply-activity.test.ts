import { replyActivity } from '../../src/bot/reply-activity';
import type { Card, Reply } from '../../src/domain/reply';

const choices = Array.from({ length: 8 }, (_, n) => ({ title: `Title ${n}`, say: `say ${n}` }));
const plain: Reply = { text: 'Hola', locale: 'es' };
const card: Card = {
  entry: 'call-one',
  title: 'Call one',
  summary: 'A summary',
  locale: 'en',
  badge: { text: 'Cerrada', tone: 'bad' },
  facts: [{ label: 'Cierre', value: '1 de mayo' }],
  verdicts: [
    { state: 'met', label: 'Zona', quote: 'in Greece', locale: 'en' },
    { state: 'needs-a-person', label: 'Otro', quote: '' },
  ],
  links: [{ title: 'Fuente', url: 'https://example.org' }],
};
const contentOf = (reply: Reply, channel = 'directline') =>
  replyActivity(reply, 'a.r1', channel).attachments?.map(({ content }) => content) ?? [];

describe('the activity of a reply', () => {
  it('tells clients its language, outcome, entries and what it asks for', () => {
    const reply: Reply = { ...plain, outcome: 'answered', entries: ['call-one'], asks: 'area', referral: 'PO-22222222' };
    const activity = replyActivity(reply, 'a.r1', 'directline');
    expect(activity).toMatchObject({ id: 'a.r1', locale: 'es', textFormat: 'plain', inputHint: 'expectingInput' });
    expect(activity.channelData).toEqual({
      ponte: { locale: 'es', outcome: 'answered', entries: ['call-one'], asks: 'area', referral: 'PO-22222222' },
    });
  });

  it('marks what a model worded, for our pages and for Teams and Web Chat', () => {
    const activity = replyActivity({ ...plain, model: true }, 'a.r1', 'msteams');
    expect(activity.channelData).toEqual({ ponte: { locale: 'es', entries: [], model: true } });
    expect(activity.entities).toMatchObject([{ type: 'https://schema.org/Message', additionalType: ['AIGeneratedContent'] }]);
    expect(replyActivity(plain, 'a.r1', 'msteams').entities).toBeUndefined();
  });

  it('leaves out what there is not', () => {
    const activity = replyActivity(plain, undefined, 'msteams');
    expect(Object.keys(activity).sort()).toEqual(['channelData', 'inputHint', 'locale', 'text', 'textFormat', 'type']);
    expect(activity.channelData).toEqual({ ponte: { locale: 'es', entries: [] } });
  });
});

describe('choices', () => {
  it('are suggested actions that say what they mean', () => {
    const activity = replyActivity({ ...plain, choices }, 'a.r1', 'directline');
    expect(activity.suggestedActions?.actions[7]).toEqual({ type: 'imBack', title: 'Title 7', value: 'say 7' });
    expect(activity.attachments).toBeUndefined();
  });

  it('are a card in Teams, at most six in a set, none lost', () => {
    const activity = replyActivity({ ...plain, choices }, undefined, 'msteams');
    expect(activity.suggestedActions).toBeUndefined();
    const sets: { actions: { title: string; data: unknown }[] }[] = activity.attachments?.[0]?.content.body;
    expect(sets.map(({ actions }) => actions.length)).toEqual([6, 2]);
    expect(sets.flatMap(({ actions }) => actions.map(({ title }) => title))).toEqual(choices.map(({ title }) => title));
    expect(sets[1]?.actions[1]?.data).toEqual({ say: 'say 7', msteams: { type: 'imBack', value: 'say 7' } });
  });
});

describe('cards', () => {
  it('mark text in another language for screen readers', () => {
    const [quote] = contentOf({ ...plain, quotes: [{ text: 'literal', locale: 'el', entry: 'call-one' }] });
    expect(quote).toMatchObject({ lang: 'el', body: [{ text: 'literal', lang: 'el' }] });
  });

  it('show a verdict by its sign, not by its colour alone', () => {
    const [content] = contentOf({ ...plain, cards: [card] });
    const lines = content.body.find(({ id }: { id?: string }) => id === 'verdicts').items;
    expect(lines[0].inlines).toMatchObject([
      { text: '✓ Zona — ', color: 'Good' },
      { text: '“in Greece”', lang: 'en' },
    ]);
    expect(lines[1].inlines).toMatchObject([{ text: '☺ Otro', color: 'Warning' }]);
  });

  it('show state, facts and links of the entry', () => {
    const [content] = contentOf({ ...plain, cards: [card] }, 'msteams');
    expect(content).toMatchObject({ id: 'call-one', version: '1.3', actions: [{ type: 'Action.OpenUrl', url: 'https://example.org' }] });
    expect(JSON.stringify(content.body)).toContain('"text":"Cerrada"');
    expect(content.body).toContainEqual({ type: 'FactSet', facts: [{ title: 'Cierre', value: '1 de mayo' }] });
    expect(content.body).toContainEqual(expect.objectContaining({ text: 'A summary', lang: 'en' }));
  });
});
