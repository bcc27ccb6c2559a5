/** From the municipality's page to a referral and back to it, in Greek, as a person with a browser does it. */
import { ANSWERS } from '../e2e/support/enquirers';
import { pageWords, patternOf, say } from '../support/spoken-words';
import { ChatOnPage } from './support/chat-on-page';
import { describeInBrowser, storedIn } from './support/in-browser';

const GREEK = { locale: 'el-GR', viewport: { width: 1280, height: 860 } };
const words = pageWords('el');
const answers = ANSWERS.el;

describeInBrowser('A Greek on the page of a municipality', (inBrowser) => {
  inBrowser('finds nothing stored and nothing loaded before the assistant is opened', GREEK, async ({ page, url }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${url}/`, { waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('lang')).toBe('el');
    expect(await storedIn(page)).toEqual({});
    expect(asked.sort()).toEqual(['/', '/assets/demo.css', '/assets/demo.js', '/widget.js']);
    expect(page.frames()).toHaveLength(1);
  });

  inBrowser('is told of software, gets an answer, a list and a referral, and has it all after a reload', GREEK, async ({ page, url }) => {
    const open = async () => {
      await page.getByRole('button', { name: words['widget.open'] ?? '', exact: true }).click();
      const chat = new ChatOnPage(page.frameLocator('iframe'));
      await chat.replies();
      return chat;
    };
    await page.goto(`${url}/`);
    let chat = await open();
    const [greeting] = await chat.replies();
    expect(greeting?.text).toMatch(patternOf('el', 'dialogs:welcome.software'));
    expect(greeting?.lang).toBe('el');

    const [answer] = await chat.say(words['demo.question-3'] ?? '');
    expect(answer).toMatchObject({ outcome: 'answered', lang: 'el', asks: null });
    const [headline = '', source] = answer?.cards[0]?.links ?? [];
    expect(source).toMatch(/^https?:\/\//);
    expect(headline).toMatch(/^\/entries\/[a-z0-9-]+\?site=[a-z-]+&locale=el$/);
    const whole = await page.context().newPage();
    await whole.goto(url + headline);
    expect(await whole.getByRole('heading', { level: 1 }).innerText()).toBe(
      await chat
        .part('article.card h2 a')
        .first()
        .evaluate((link) => link.firstChild?.textContent ?? ''),
    );
    await whole.close();

    const [list] = await chat.answer(await chat.choose(say('el', 'common:offer.funding')), answers);
    expect(list?.outcome).toBe('answered');
    expect(list?.cards.length).toBeGreaterThan(0);
    for (const { verdicts } of list?.cards ?? []) expect(verdicts[0]).toMatch(/^[✓✗?☺] \S/u);

    await chat.part('#person').click();
    const [receipt] = await chat.answer(await chat.replies(), answers);
    const { reference = '', secret = '' } = patternOf('el', 'dialogs:refer.sent').exec(receipt?.text ?? '')?.groups ?? {};
    expect([receipt?.referral, receipt?.outcome]).toEqual([reference, 'person-requested']);
    expect(secret).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const said = await chat.texts();

    await page.reload();
    chat = await open();
    await chat.part(`[data-referral="${reference}"]`).waitFor();
    expect(await chat.texts()).toEqual(said);

    const status = await chat.answer(await chat.choose(say('el', 'common:offer.status')), { ...answers, reference, secret });
    expect(status[0]?.text).toMatch(patternOf('el', 'dialogs:status.is'));
    expect(status[0]?.text).toContain(reference);
    expect(status[0]?.text).toContain(say('el', 'dialogs:status.state.sent'));
    expect(Object.keys(await storedIn(page))).toEqual(['session']);
  });

  inBrowser('can ask what the page offers, and is told of software before the answer', GREEK, async ({ page, url }) => {
    await page.goto(`${url}/`);
    const question = words['demo.question-3'] ?? '';
    await page.getByRole('button', { name: question, exact: true }).click();
    const chat = new ChatOnPage(page.frameLocator('iframe'));
    await chat.part('[data-outcome="answered"]').waitFor();
    const [greeting, asked, answer] = await chat.texts();
    expect(greeting).toMatch(patternOf('el', 'dialogs:welcome.software'));
    expect([asked, answer]).toEqual([question, expect.stringMatching(/\S/)]);
  });

  inBrowser('leaves nothing in the browser after ending the chat', GREEK, async ({ page, url }) => {
    await page.goto(`${url}/chat?site=demo`);
    const chat = new ChatOnPage(page);
    await chat.replies();
    expect(Object.keys(await storedIn(page))).toEqual(['session']);
    await chat.part('#end').click();
    await chat.part('#again').waitFor();
    expect(await storedIn(page)).toEqual({});
  });
});
