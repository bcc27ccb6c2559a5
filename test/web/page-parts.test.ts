import { backoffDelay } from '../../src/web/backoff';
import { hostOrigin, readChatMessage, readLoaderMessage } from '../../src/web/host-protocol';
import { hintsFor, noteLength } from '../../src/web/input-hints';
import { makeTabKeep, noKeep } from '../../src/web/keep';
import { readPageData, wordsOf } from '../../src/web/page-data';
import { streamAddress } from '../../src/web/wire';

describe('waiting between tries', () => {
  it('doubles, stays between half and whole, and ends at half a minute', () => {
    expect([0, 1, 2, 3].map((tries) => backoffDelay(tries, 0.999999))).toEqual([500, 1000, 2000, 4000]);
    expect(backoffDelay(0, 0)).toBe(250);
    expect(backoffDelay(50, 0.999999)).toBe(30_000);
  });
});

describe('the field', () => {
  it('helps with a name and a contact, but not on a shared screen', () => {
    expect(hintsFor('contact', false)).toMatchObject({ autocomplete: 'email', inputmode: 'email' });
    expect(hintsFor('name', false).autocomplete).toBe('name');
    expect(hintsFor('contact', true)).toMatchObject({ autocomplete: 'off', inputmode: 'email' });
  });

  it('offers nothing for a secret or an open question', () => {
    for (const asks of ['secret', 'question', undefined, 'constructor']) expect(hintsFor(asks, false).autocomplete).toBe('off');
  });

  it('counts only near the end, and speaks of it at few places', () => {
    expect(noteLength(899)).toEqual({ left: 101, isShown: false, isTold: false });
    expect(noteLength(900)).toEqual({ left: 100, isShown: true, isTold: true });
    expect(noteLength(901)).toEqual({ left: 99, isShown: true, isTold: false });
    expect(noteLength(1001)).toEqual({ left: -1, isShown: true, isTold: true });
  });
});

describe('what a tab remembers', () => {
  const session = { token: 't', conversationId: 'c' };

  it('is one entry that comes back and goes away', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    };
    const keep = makeTabKeep(() => storage, 'ponte.demo');
    expect(keep.read()).toBeUndefined();
    keep.write(session);
    expect([keep.read(), [...stored.keys()]]).toEqual([session, ['ponte.demo']]);
    stored.set('ponte.demo', '{"token":1}');
    expect(keep.read()).toBeUndefined();
    stored.set('ponte.demo', '{broken');
    expect(keep.read()).toBeUndefined();
    keep.clear();
    expect(stored.size).toBe(0);
  });

  it('is nothing where the browser forbids storage, and nothing at an info point', () => {
    const forbidden = makeTabKeep(() => {
      throw new Error('SecurityError');
    }, 'k');
    for (const keep of [forbidden, noKeep]) {
      keep.write(session);
      expect(keep.read()).toBeUndefined();
      keep.clear();
    }
  });
});

describe('the stream’s address', () => {
  it.each([
    ['ws://10.0.0.7:3978/v3/stream?t=x&watermark=-', 'https://ponte.example', 'wss://ponte.example/v3/stream?t=x&watermark=-'],
    ['ws://127.0.0.1:3978/s?t=1', 'http://127.0.0.1:4000', 'ws://127.0.0.1:4000/s?t=1'],
    ['/s?t=1', 'http://localhost:3978', 'ws://localhost:3978/s?t=1'],
  ])('%s on a page of %s is %s', (given, page, expected) => {
    expect(streamAddress(given, page)).toBe(expected);
  });
});

describe('the embedding page', () => {
  const own = 'https://ponte.example';

  it('is talked with when it is our own or listed', () => {
    expect(hostOrigin('https://town.example', own, ['https://town.example'])).toBe('https://town.example');
    expect(hostOrigin(own, own, [])).toBe(own);
  });

  it.each([null, '', 'https://evil.example', 'https://town.example.evil.example', 'null', 'javascript:alert(1)', 'data:,x', '*'])(
    'is not talked with when it says it is %p',
    (claimed) => {
      expect(hostOrigin(claimed, own, ['https://town.example', '*'])).toBeUndefined();
    },
  );

  it('may say two things, and hears two', () => {
    expect(readLoaderMessage({ ponte: 'ask', question: ' what? ' })).toEqual({ ponte: 'ask', question: 'what?' });
    expect(readLoaderMessage({ ponte: 'opened', more: 1 })).toEqual({ ponte: 'opened' });
    expect(readChatMessage({ ponte: 'close' })).toEqual({ ponte: 'close' });
    for (const other of [
      undefined,
      'ask',
      { ponte: 'ask' },
      { ponte: 'ask', question: 5 },
      { ponte: 'ask', question: '  ' },
      { ponte: 'eval' },
    ])
      expect([readLoaderMessage(other), readChatMessage(other)]).toEqual([undefined, undefined]);
  });
});

describe('page data', () => {
  it('gives words, with numbers written as the language writes them', () => {
    const page = readPageData('{"site":"demo","locale":"es","hosts":["https://a.example",1],"words":{"left":"Quedan {count}","n":1}}');
    expect([page.hosts, wordsOf(page, 'left', 12345), wordsOf(page, 'missing')]).toEqual([
      ['https://a.example'],
      'Quedan 12.345',
      'missing',
    ]);
  });

  it('is refused without words', () => {
    expect(() => readPageData('null')).toThrow(TypeError);
  });
});
