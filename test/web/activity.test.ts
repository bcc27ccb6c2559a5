import fc from 'fast-check';
import { type Activity, clientIdOf, isOwn, paragraphsOf, readActivitySet, readMessage } from '../../src/web/activity';

const message = (more: object): Activity => ({ type: 'message', ...more });

describe('an activity', () => {
  it('is the enquirer’s by its role, or by the name tokens give when there is no role', () => {
    expect(isOwn(message({ from: { id: 'x', role: 'user' } }))).toBe(true);
    expect(isOwn(message({ from: { id: 'dl_1' } }))).toBe(true);
    expect(isOwn(message({ from: { id: 'dl_1', role: 'bot' } }))).toBe(false);
    expect(isOwn(message({ from: 'user' }))).toBe(false);
  });

  it('names the message it echoes', () => {
    expect(clientIdOf(message({ channelData: { clientActivityID: 'a' } }))).toBe('a');
    expect(clientIdOf(message({ channelData: { clientActivityID: 7 } }))).toBeUndefined();
  });

  it('is read from a frame with its watermark', () => {
    expect(readActivitySet({ activities: [{ type: 'typing' }, {}, 'x'], watermark: '7' })).toEqual({
      activities: [{ type: 'typing' }],
      watermark: '7',
    });
    expect(readActivitySet({ activities: [], watermark: 7 })).toEqual({ activities: [] });
  });
});

describe('a message', () => {
  it('is split at blank lines and nowhere else', () => {
    expect(paragraphsOf('One\nstill one\n\nTwo\r\n \r\nThree\n\n\n')).toEqual(['One\nstill one', 'Two', 'Three']);
  });

  it('brings its language, outcome, what it asks for and its buttons', () => {
    const read = readMessage(
      message({
        text: 'Γεια',
        channelData: { ponte: { locale: 'el', outcome: 'answered', asks: 'area', entries: [] } },
        suggestedActions: { actions: [{ type: 'imBack', title: 'Ναι', value: 'ναι' }, { type: 'imBack', title: 'x' }, null] },
      }),
    );
    expect(read).toEqual({
      paragraphs: ['Γεια'],
      cards: [],
      choices: [{ title: 'Ναι', say: 'ναι' }],
      locale: 'el',
      outcome: 'answered',
      asks: 'area',
    });
  });

  it('says when a model worded it, and only then', () => {
    const worded = (model: unknown) => readMessage(message({ text: 'x', channelData: { ponte: { model } } }))?.isWorded;
    expect([true, 'true', 1, undefined].map(worded)).toEqual([true, undefined, undefined, undefined]);
  });

  it('takes the activity’s language when the reply names none that can be', () => {
    expect(readMessage(message({ text: 'x', locale: 'fr-FR', channelData: { ponte: { locale: '"><script>' } } }))?.locale).toBe('fr-FR');
  });

  it('is nothing when there is nothing to show', () => {
    expect(readMessage(message({ text: '  ', attachments: [{ contentType: 'image/png', contentUrl: 'https://x/' }] }))).toBeUndefined();
  });

  it('never throws, whatever arrives', () => {
    const parts = fc.record({
      text: fc.anything(),
      attachments: fc.anything(),
      suggestedActions: fc.anything(),
      channelData: fc.anything(),
      from: fc.anything(),
    });
    fc.assert(
      fc.property(parts, (more) => {
        readMessage(message(more));
        isOwn(message(more));
        clientIdOf(message(more));
      }),
    );
  });
});
