import { existsSync, readdirSync, readFileSync } from 'node:fs';

const words = (locale: string, part: string): Record<string, unknown> => JSON.parse(readFileSync(`locales/${locale}/${part}.json`, 'utf8'));
const LOCALES = readdirSync('locales').filter((locale) => existsSync(`locales/${locale}/web.json`));
const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();

describe.each(LOCALES)('the words of the pages in %s', (locale) => {
  it('have the keys and places of the English ones', () => {
    const places = (part: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(part).map(([key, text]) => [key, String(text).match(/\{\w+\}/g)]));
    expect(places(words(locale, 'web'))).toEqual(places(words('en', 'web')));
  });

  it('are none of them empty, and no sentence is left in English', () => {
    const own = Object.entries(words(locale, 'web'));
    expect(own.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    const english = words('en', 'web');
    const same = own.filter(([key, text]) => locale !== 'en' && text === english[key] && String(text).includes(' '));
    expect(same).toEqual([]);
  });

  it('make buttons say what the bot understands', () => {
    const web = words(locale, 'web');
    const understood = words(locale, 'understood');
    for (const wish of ['person', 'restart']) expect((understood[wish] as string[]).map(fold)).toContain(fold(String(web[`say.${wish}`])));
  });
});

it('the four complete languages have words for the pages', () => {
  expect(LOCALES).toEqual(expect.arrayContaining(['en', 'es', 'fr', 'el']));
});
