import type { Activity } from 'botbuilder';
import { readIncoming } from '../../src/bot/incoming';

const activity = (more: object): Activity =>
  ({
    type: 'message',
    id: 'c|1',
    channelId: 'directline',
    serviceUrl: 'urn:ponte:local',
    conversation: { id: 'c' },
    recipient: { id: 'ponte' },
    ...more,
  }) as unknown as Activity;

const read = (more: object) => readIncoming(activity(more));

describe('what is said', () => {
  it('is what was written', () => expect(read({ text: 'hola' })).toMatchObject({ kind: 'message', text: 'hola', isLocal: true }));

  it('is what a pressed button says', () => expect(read({ text: 'Omitir', value: { say: 'omitir' } })?.text).toBe('omitir'));

  it.each([[{ say: 7 }], [['say']], ['say'], [null]])('is the text when the value is %j', (value) =>
    expect(read({ text: 'hola', value })?.text).toBe('hola'),
  );

  it('is empty for a picture', () => expect(read({ attachments: [{ contentType: 'image/png' }] })?.text).toBe(''));

  it('begins after "@Ponte" in a Teams channel', () => {
    const entities = [{ type: 'mention', text: '<at>Ponte</at>', mentioned: { id: 'ponte' } }];
    expect(read({ text: '<at>Ponte</at> ayuda', entities })?.text.trim()).toBe('ayuda');
  });

  it('keeps the mention of somebody else', () => {
    const entities = [{ type: 'mention', text: '<at>Ana</at>', mentioned: { id: 'ana' } }];
    expect(read({ text: '<at>Ana</at> ayuda', entities })?.text).toBe('<at>Ana</at> ayuda');
  });

  it('survives a mention that names nobody', () => expect(read({ text: 'ayuda', entities: [{ type: 'mention' }] })?.text).toBe('ayuda'));
});

describe('who reads along', () => {
  it.each(['groupChat', 'channel'])('others do in a %s', (conversationType) =>
    expect(read({ channelId: 'msteams', conversation: { id: 'c', conversationType } })?.isShared).toBe(true),
  );

  it('nobody does in a personal chat', () =>
    expect(read({ channelId: 'msteams', conversation: { id: 'c', conversationType: 'personal' } })?.isShared).toBe(false));
});

describe('the language', () => {
  it('is that of the client', () => expect(read({ text: 'x', locale: 'el-GR' })?.locale).toBe('el'));

  it('is the one chosen in the page', () =>
    expect(read({ type: 'event', name: 'locale', value: 'fr', locale: 'es' })).toMatchObject({ kind: 'language', locale: 'fr' }));

  it('is open when it is none of ours', () => expect(read({ text: 'x', locale: 'xx' })?.locale).toBeUndefined());
});

describe('an activity that asks for nothing', () => {
  it.each([
    { type: 'typing' },
    { type: 'event', name: 'else' },
    { type: 'conversationUpdate', membersRemoved: [{ id: 'a' }] },
    { type: 'conversationUpdate', membersAdded: [] },
  ])('is passed over: %j', (more) => expect(read(more)).toBeUndefined());
});

it('an arrival says nothing', () =>
  expect(read({ type: 'conversationUpdate', membersAdded: [{ id: 'a' }], text: 'x' })).toMatchObject({ kind: 'arrival', text: '' }));
