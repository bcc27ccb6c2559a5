/** The info point: a start screen, one conversation, and nothing of it for the next person. */
import type { Page } from 'playwright-core';
import { ANSWERS } from '../e2e/support/enquirers';
import { pageWords, patternOf } from '../support/spoken-words';
import { ChatOnPage } from './support/chat-on-page';
import { describeInBrowser, storedIn } from './support/in-browser';

const SCREEN = { locale: 'el-GR', viewport: { width: 1080, height: 1920 } };
const words = pageWords('el');
const question = words['demo.question-3'] ?? '';
/** What src/web/kiosk.ts promises. */
const QUIET_MS = 90_000;
const GRACE_MS = 30_000;

/** From the start screen to an answered question; the page's clock runs as the test says. */
async function talk(page: Page, url: string): Promise<ChatOnPage> {
  await page.clock.install();
  await page.goto(`${url}/kiosk?site=demo`);
  await page.locator('#begin').click();
  const chat = new ChatOnPage(page);
  await chat.replies();
  const [answer] = await chat.say(question);
  expect(answer?.outcome).toBe('answered');
  return chat;
}

const secondsLeft = (count: number): string => (words['kiosk.seconds'] ?? '').replace('{count}', String(count));

async function expectClean(page: Page): Promise<void> {
  await page.locator('#welcome').waitFor();
  expect(await page.locator('#talk').isVisible()).toBe(false);
  expect(await page.locator('#warning').isVisible()).toBe(false);
  expect(await page.locator('#messages > li').count()).toBe(0);
  expect(await page.locator('#say').inputValue()).toBe('');
  expect(await page.locator('body').innerText()).not.toContain(question);
  expect(await storedIn(page)).toEqual({});
}

describeInBrowser('The info point', (inBrowser) => {
  inBrowser('shows a start screen that says software, and keeps nothing', SCREEN, async ({ page, url }) => {
    await page.goto(`${url}/kiosk?site=demo`);
    const welcome = page.locator('#welcome');
    expect(await welcome.getByRole('heading', { level: 1 }).innerText()).toBe(words['kiosk.welcome']);
    expect(await welcome.innerText()).toContain(words['intro.software']);
    expect(await page.locator('#talk').isVisible()).toBe(false);
    await page.locator('#begin').click();
    const [greeting] = await new ChatOnPage(page).replies();
    expect(greeting?.text).toMatch(patternOf('el', 'dialogs:welcome.software'));
    expect(await storedIn(page)).toEqual({});
  });

  inBrowser('changes its language on the start screen', SCREEN, async ({ page, url }) => {
    await page.goto(`${url}/kiosk?site=demo`);
    await page.locator('#welcome a[hreflang="es"]').click();
    await page.locator('html[lang="es"]').waitFor();
    await page.locator('#begin').click();
    const [greeting] = await new ChatOnPage(page).replies();
    expect(greeting?.text).toMatch(patternOf('es', 'dialogs:welcome.software'));
  });

  inBrowser('answers a question, and leads nobody out of the screen', SCREEN, async ({ page, url }) => {
    const chat = await talk(page, url);
    expect(await chat.part('article.card').count()).toBeGreaterThan(0);
    expect(await chat.part('article.card .address').first().innerText()).toMatch(/^https?:\/\//);
    expect(await chat.part('#messages a').count()).toBe(0);
    expect(await chat.field.getAttribute('autocomplete')).toBe('off');
    expect(await storedIn(page)).toEqual({});
  });

  inBrowser('warns when nobody is there, goes on for who is, and is wiped for the next', SCREEN, async ({ page, url }) => {
    await talk(page, url);
    const warning = page.locator('#warning');
    await page.clock.runFor(QUIET_MS);
    await warning.waitFor();
    expect(await page.locator('#seconds').innerText()).toBe(secondsLeft(GRACE_MS / 1000));
    await page.clock.runFor(GRACE_MS - 5_000);
    expect(await page.locator('#seconds').innerText()).toBe(secondsLeft(5));
    await page.locator('#more-time').click();
    await warning.waitFor({ state: 'hidden' });
    await page.clock.runFor(QUIET_MS - 5_000);
    expect(await warning.isVisible()).toBe(false);
    expect(await page.locator('#messages').innerText()).toContain(question);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.clock.runFor(5_000 + GRACE_MS)]);
    await expectClean(page);
  });

  inBrowser(
    'is wiped at once for who says so, half-written words and all, and the way back leads nowhere',
    SCREEN,
    async ({ page, url }) => {
      const chat = await talk(page, url);
      await chat.part('#person').click();
      await chat.replies();
      await chat.say(ANSWERS.el.area);
      await chat.field.fill(ANSWERS.el.name);
      await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('#end').click()]);
      await expectClean(page);
      await page.goBack();
      expect(await page.locator('body').innerText()).not.toContain(question);
      await page.goForward();
      await expectClean(page);
    },
  );
});
