/** What holds for every page, whoever looks at it: languages, roles, names, narrow screens, the keyboard alone. */
import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/locale';
import { ANSWERS } from '../e2e/support/enquirers';
import { pageWords, say } from '../support/spoken-words';
import { ChatOnPage } from './support/chat-on-page';
import { describeInBrowser } from './support/in-browser';

const DESK = { viewport: { width: 1000, height: 860 } };
/** WCAG 2.1, 1.4.10: 1280 pixels at 400 %. */
const NARROW = { viewport: { width: 320, height: 640 } };
/** WCAG 2.2, 2.5.8. CSS pixels. */
const LEAST_TARGET = 24;
const PAGES = ['/', '/chat?site=demo', '/kiosk?site=demo'];
const TONGUES = ['en', 'el'] as const;

/** What is used of an element inside the page; the tests are compiled without the browser's types. */
interface Measured {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

const addressOf = (url: string, path: string, locale: Locale): string => `${url}${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
const question = (locale: Locale): string => pageWords(locale)['demo.question-3'] ?? '';

/** A chat with an answer, a list of calls with their verdicts, and an open question in it. */
async function fullChat(page: Page, locale: keyof typeof ANSWERS): Promise<ChatOnPage> {
  if (await page.locator('#begin').isVisible()) await page.locator('#begin').click();
  const chat = new ChatOnPage(page);
  await chat.replies();
  await chat.say(question(locale));
  await chat.answer(await chat.choose(say(locale, 'common:offer.funding')), ANSWERS[locale]);
  await chat.part('#person').click();
  await chat.replies();
  return chat;
}

/** Pixels by which something is wider than the place it has: the page, and inside it what scrolls. */
const overhang = (page: Page): Promise<unknown> =>
  page.evaluate(`[document.scrollingElement, ...document.querySelectorAll('#conversation, #welcome')]
    .map((one) => Math.max(0, one.scrollWidth - one.clientWidth))
    .filter((pixels) => pixels > 0)`);

/** Pixels by which the page is higher than the window. */
const pageScroll = (page: Page): Promise<unknown> =>
  page.evaluate('document.scrollingElement.scrollHeight - document.scrollingElement.clientHeight');

/** Parts that can be pressed or filled and have no name a screen reader could say. */
async function nameless(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree.split('\n').filter((line) => /^\s*- (button|link|textbox|checkbox|combobox|dialog)(:|$| \[)/.test(line));
}

/** Buttons and fields smaller than a finger; links inside sentences may be. */
async function smallTargets(page: Page): Promise<string[]> {
  const small: string[] = [];
  for (const target of await page.locator('button:visible, textarea:visible, summary:visible, a.button:visible').all()) {
    const box = await target.boundingBox();
    if (box && (box.width < LEAST_TARGET || box.height < LEAST_TARGET))
      small.push(`${await target.innerText()} ${box.width}×${box.height}`);
  }
  return small;
}

const doubledIds = (page: Page): Promise<unknown> =>
  page.evaluate(`Array.from(document.querySelectorAll('[id]'), ({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)`);

describeInBrowser('Every page', (inBrowser) => {
  for (const path of PAGES)
    inBrowser(`names its language, and that of each language it links to: ${path}`, DESK, async ({ page, url }) => {
      for (const locale of TONGUES) {
        await page.goto(addressOf(url, path, locale));
        expect(await page.locator('html').getAttribute('lang')).toBe(locale);
        const links = await page.locator('a[hreflang]').all();
        expect(links.length).toBeGreaterThan(3);
        for (const link of links) expect(await link.getAttribute('lang')).toBe(await link.getAttribute('hreflang'));
      }
    });

  for (const path of PAGES)
    for (const locale of TONGUES)
      inBrowser(`fits a window of 320 pixels, with targets for a finger: ${path} (${locale})`, NARROW, async ({ page, url }) => {
        await page.goto(addressOf(url, path, locale));
        expect(await overhang(page)).toEqual([]);
        if (path !== '/') await fullChat(page, locale);
        expect(await overhang(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
      });

  for (const path of PAGES)
    inBrowser(`has a name for everything that can be used, and each id once: ${path}`, DESK, async ({ page, url }) => {
      await page.goto(addressOf(url, path, 'el'));
      if (path !== '/') await fullChat(page, 'el');
      expect(await nameless(page)).toEqual([]);
      expect(await doubledIds(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.getByRole('main').count()).toBe(1);
    });
});

describeInBrowser('The chat', (inBrowser) => {
  for (const path of PAGES.slice(1))
    inBrowser(`scrolls its messages and not the page: ${path}`, DESK, async ({ page, url }) => {
      await page.goto(addressOf(url, path, 'en'));
      const chat = await fullChat(page, 'en');
      expect(await page.evaluate(`document.querySelector('#conversation').scrollHeight`)).toBeGreaterThan(1500);
      expect(await pageScroll(page)).toBe(0);
      expect(await chat.field.isVisible()).toBe(true);
    });

  inBrowser('is a log that is read out politely, in the language of each message', DESK, async ({ page, url }) => {
    await page.goto(addressOf(url, '/chat?site=demo', 'el'));
    const chat = await fullChat(page, 'el');
    const log = page.getByRole('log', { name: pageWords('el')['chat.messages'] ?? '' });
    expect(await log.locator('li.message').count()).toBe(await chat.items.count());
    expect(await log.getAttribute('aria-live')).not.toBe('off');
    expect(await log.locator('li.message.bot:not([lang])').count()).toBe(0);
    // The calls of the list quote their sources in other languages.
    expect(await log.locator('article.card [lang]').count()).toBeGreaterThan(0);
    expect(await page.getByRole('status').count()).toBeGreaterThan(0);
  });

  inBrowser('is found, used and left with the keyboard alone', DESK, async ({ page, url }) => {
    await page.goto(addressOf(url, '/', 'el'));
    const focused = () => page.evaluate('(document.activeElement.shadowRoot ?? document).activeElement.className');
    for (let n = 0; n < 60 && (await focused()) !== 'launcher'; n++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('launcher');
    await page.keyboard.press('Enter');
    const chat = new ChatOnPage(page.frameLocator('iframe'));
    await chat.replies();
    await chat.part('#say:focus').waitFor();
    await page.keyboard.type(question('el'));
    await page.keyboard.press('Enter');
    const [answer] = await chat.replies();
    expect(answer?.outcome).toBe('answered');
    const said = await chat.texts();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(await focused()).toBe('launcher');
    await page.keyboard.press('Enter');
    await chat.part('#say:focus').waitFor();
    expect(await chat.texts()).toEqual(said);
  });

  inBrowser('closes its menu of languages by Escape, and stays open itself', DESK, async ({ page, url }) => {
    await page.goto(addressOf(url, '/', 'el'));
    await page.getByRole('button', { name: pageWords('el')['widget.open'] ?? '', exact: true }).click();
    const chat = new ChatOnPage(page.frameLocator('iframe'));
    await chat.replies();
    await chat.part('#languages summary').press('Enter');
    await chat.part('#languages[open]').waitFor();
    await page.keyboard.press('Escape');
    await chat.part('#languages:not([open])').waitFor();
    expect(await page.locator('iframe').isVisible()).toBe(true);
    expect(await chat.part('#languages summary:focus').count()).toBe(1);
  });

  inBrowser('takes all of a small window, and gives it back', NARROW, async ({ page, url }) => {
    await page.goto(addressOf(url, '/', 'en'));
    await page.getByRole('button', { name: pageWords('en')['widget.open'] ?? '', exact: true }).click();
    const chat = new ChatOnPage(page.frameLocator('iframe'));
    await chat.replies();
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 640 });
    expect(await chat.part('html').evaluate((root: Measured) => root.scrollWidth - root.clientWidth)).toBe(0);
    await page.getByRole('button', { name: pageWords('en')['widget.close'] ?? '', exact: true }).click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
  });
});
