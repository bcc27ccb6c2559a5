/** The page of an entry, and the staff pages, as people use them: in their language, on a narrow screen, on paper, by the keyboard. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { copyKnowledge } from '../e2e/support/knowledge-copies';
import { pageWords } from '../support/spoken-words';
import { ChatOnPage } from './support/chat-on-page';
import { describeInBrowser, storedIn } from './support/in-browser';

const TOKEN = 'a staff secret of the browser tests';
const DESK = { viewport: { width: 1000, height: 860 } };
/** WCAG 2.1, 1.4.10: 1280 pixels at 400 %. */
const NARROW = { viewport: { width: 320, height: 640 } };
/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
const ENTRY = 'albania-access';
const FILE = `guides/${ENTRY}.md`;

const overhang = (page: Page): Promise<unknown> =>
  page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');

/** Links and buttons that have no name a screen reader could say. */
async function nameless(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree.split('\n').filter((line) => /^\s*- (button|link|textbox|combobox|img)(:|$| \[)/.test(line));
}

/** Tabs from where the focus is until it is on what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/staff`);
  await tabTo(page, '#token');
  await page.keyboard.type(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Knowledge' }).waitFor();
}

/** Loads the page again until something is on it: the numbers are counted when somebody looks, a file is read when it changed. */
async function reloadUntil(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 60 && (await page.locator(selector).count()) === 0; n++) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await page.locator(selector).first().waitFor();
}

/** Contrast of each figure of the heat maps with the box it stands on. */
const contrasts = (page: Page): Promise<number[]> =>
  page.evaluate(`(() => {
    const light = (color) => color.match(/\\d+/g).slice(0, 3).map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
      .reduce((sum, value, n) => sum + value * [0.2126, 0.7152, 0.0722][n], 0);
    return Array.from(document.querySelectorAll('svg.chart rect[class^=heat]'), (box) => {
      const [a, b] = [box, box.nextElementSibling].map((one) => light(getComputedStyle(one).fill)).sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    });
  })()`);

describeInBrowser('The page of an entry', (inBrowser) => {
  for (const locale of ['el', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      inBrowser(
        `fits 320 pixels, names everything, and keeps nothing (${locale}, ${colorScheme})`,
        { ...NARROW, colorScheme },
        async ({ page, url }) => {
          await page.goto(`${url}/entries/${ENTRY}?locale=${locale}`);
          expect(await page.locator('html').getAttribute('lang')).toBe(locale);
          expect([await page.getByRole('heading', { level: 1 }).count(), await page.getByRole('main').count()]).toEqual([1, 1]);
          expect([await overhang(page), await nameless(page)]).toEqual([0, []]);
          expect(await storedIn(page)).toEqual({});
        },
      );

  inBrowser('leads to the chat with its title in the field, and says nothing in the person’s name', DESK, async ({ page, url }) => {
    await page.goto(`${url}/entries/${ENTRY}?locale=el`);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.locator('.onward a').click();
    const chat = new ChatOnPage(page);
    await chat.replies();
    expect(await chat.field.inputValue()).toBe(title);
    expect(await chat.part('.message.own').count()).toBe(0);
    expect(page.url()).not.toContain('ask=');
    await chat.field.press('Enter');
    const [answer] = await chat.replies();
    expect(answer?.outcome).toBe('answered');
  });

  inBrowser('changes its language, and stays where it is', DESK, async ({ page, url }) => {
    await page.goto(`${url}/entries/${ENTRY}?locale=el`);
    await page
      .getByRole('navigation', { name: pageWords('el')['chat.language'] ?? '' })
      .getByRole('link', { name: 'English' })
      .click();
    expect([await page.locator('html').getAttribute('lang'), new URL(page.url()).pathname]).toEqual(['en', `/entries/${ENTRY}`]);
  });

  inBrowser('says on paper where its links lead, and leaves out what can only be pressed', DESK, async ({ page, url }) => {
    await page.goto(`${url}/entries/${ENTRY}?locale=en`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.onward', '.bottom', '.ways']) expect(await page.locator(gone).isVisible()).toBe(false);
    const shown = await page.evaluate(`getComputedStyle(document.querySelector('#sources ~ ul a'), '::after').content`);
    expect(String(shown)).toContain('https://');
  });
});

let folder = '';
const withStaff = () => {
  folder = copyKnowledge();
  return { settings: { PONTE_STAFF_TOKEN: TOKEN }, knowledgeFolder: folder };
};

describeInBrowser(
  'The staff pages',
  (inBrowser) => {
    for (const colorScheme of ['light', 'dark'] as const)
      inBrowser(`fit 320 pixels, and their pictures can be read (${colorScheme})`, { ...NARROW, colorScheme }, async ({ page, url }) => {
        await signIn(page, url);
        await reloadUntil(page, '#coverage');
        expect([await overhang(page), await nameless(page)]).toEqual([0, []]);
        for (const summary of await page.locator('details summary').all()) await summary.press('Enter');
        const found = await contrasts(page);
        expect(found.length).toBeGreaterThan(200);
        expect(found.filter((contrast) => contrast < LEAST_CONTRAST)).toEqual([]);
        expect(await overhang(page)).toBe(0);
      });

    inBrowser('are opened, used and left with the keyboard alone', DESK, async ({ page, url }) => {
      await signIn(page, url);
      await tabTo(page, 'a[href="/staff/try"]');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Try a question' }).waitFor();
      await tabTo(page, '#question');
      await page.keyboard.type(pageWords('el')['demo.question-3'] ?? '');
      await tabTo(page, '.form button');
      await page.keyboard.press('Enter');
      const answer = page.getByRole('region', { name: 'Answer' });
      await answer.waitFor();
      expect(await answer.locator('.reply').getAttribute('lang')).toBe('el');
      expect(await answer.locator('tbody tr').count()).toBeGreaterThan(3);
      expect([await overhang(page), await nameless(page)]).toEqual([0, []]);
      await page.goto(`${url}/staff`);
      await tabTo(page, 'form[action="/staff/sign-out"] button');
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'signed out' }).waitFor();
      await page.goto(`${url}/staff`);
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      expect(await storedIn(page)).toEqual({});
    });

    inBrowser('name a broken file with its line and what to do, while its last good version serves', DESK, async ({ page, url }) => {
      await signIn(page, url);
      const path = join(folder, FILE);
      const good = readFileSync(path, 'utf8');
      writeFileSync(path, good.replace(/^kind: guide$/m, 'kind: guidebook'));
      await reloadUntil(page, '.findings .error');
      const told = await page.locator('.findings .error').first().innerText();
      expect(told).toContain(FILE);
      expect(told).toMatch(/:\d+:\d+/);
      expect(told).toContain('What to do:');
      expect(told).toContain('Its last good version serves.');
      await page.goto(`${url}/entries/${ENTRY}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      writeFileSync(path, good);
      await page.goto(`${url}/staff`);
      await reloadUntil(page, '.good-news');
    });
  },
  withStaff,
);
