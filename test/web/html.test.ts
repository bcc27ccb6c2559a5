import { readFileSync } from 'node:fs';
import { chatPage, demoPage, kioskPage, type PageParts } from '../../src/channels/html';
import { readPageData } from '../../src/web/page-data';

const EVIL = `"'><script>alert(1)</script><!--</title>&\u2028`;

const parts = (more: Partial<PageParts> = {}): PageParts => ({
  nonce: 'n0nce',
  locale: 'el',
  words: JSON.parse(readFileSync('locales/el/web.json', 'utf8')),
  site: {
    id: 'demo',
    name: () => 'Δήμος',
    locales: ['en', 'es', 'fr', 'el'],
    theme: { accent: '#123456', onAccent: '#ffffff' },
    allowedOrigins: ['https://town.example'],
  },
  ...more,
});

const PAGES = { demoPage, chatPage, kioskPage };

describe.each(Object.entries(PAGES))('%s', (_, page) => {
  it('is in its language and offers each other one in its own name', () => {
    const html = page(parts());
    expect(html).toContain('<html lang="el"');
    for (const name of ['English', 'Español', 'Français', 'Ελληνικά']) expect(html).toContain(`>${name}</a>`);
  });

  it('needs no inline handler, no style attribute and no other server', () => {
    const html = page(parts());
    expect(html).not.toMatch(/\son\w+=|\sstyle=|javascript:/i);
    for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^(\/(?!\/)|#|data:)/);
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g)) expect(tag).toMatch(/nonce="n0nce"|type="application\/json"/);
  });

  it('escapes whatever words, site and nonce hold', () => {
    const words = new Proxy(
      {},
      { get: () => EVIL, ownKeys: () => ['chat.x'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    );
    const site = { ...parts().site, id: EVIL, name: () => EVIL, allowedOrigins: [EVIL] };
    const html = page(parts({ words, site, nonce: EVIL }));
    expect([html.includes('<script>alert'), html.includes('<!--'), html.split('</title>').length]).toEqual([false, false, 2]);
  });

  it('takes no colour that is more than a colour', () => {
    const theme = { accent: 'red}body{display:none', onAccent: 'url(https://evil.example)' };
    const html = page(parts({ site: { ...parts().site, theme } }));
    expect(html).not.toMatch(/display:none|evil\.example/);
    expect(html).toContain('--accent:#155e75');
  });
});

describe('the data of a page', () => {
  it.each([chatPage, kioskPage])('is read back by its script, words of the other pages left out', (page) => {
    const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page(parts()))?.[1] ?? '';
    const data = readPageData(json);
    expect([data.site, data.locale, data.hosts]).toEqual(['demo', 'el', ['https://town.example']]);
    expect(data.words['chat.send']).toBe('Αποστολή');
    expect(Object.keys(data.words).filter((key) => key.startsWith('demo.'))).toEqual([]);
  });

  it('holds every word the scripts ask for', () => {
    const words = readPageData(/id="page-data">(.*?)<\/script>/s.exec(kioskPage(parts()))?.[1] ?? '').words;
    const used = [
      'sending',
      'sent',
      'failed',
      'retry',
      'left',
      'over',
      'offline',
      'online',
      'connecting',
      'ended',
      'lost',
      'refused',
      'bot',
      'bot-kind',
      'you',
      'new-tab',
    ];
    expect(used.filter((key) => words[`chat.${key}`] === undefined)).toEqual([]);
    expect([words['say.person'], words['say.restart'], words['kiosk.seconds']].includes(undefined as never)).toBe(false);
  });
});

describe('the chat page', () => {
  it('says that it is software before anything can be written', () => {
    const html = chatPage(parts());
    expect(html.indexOf(parts().words['intro.software'] ?? '?', html.indexOf('<main'))).toBeLessThan(html.indexOf('<textarea'));
    expect(html).toMatch(/<textarea[^>]* disabled>/);
  });
});

describe('the demonstration page', () => {
  it('says that the municipality does not exist, and embeds the widget as any page does', () => {
    const html = demoPage(parts());
    expect(html).toContain(parts().words['demo.example']);
    expect(html).toContain('<script src="/widget.js" data-site="demo" data-locale="el" nonce="n0nce" defer></script>');
  });
});
