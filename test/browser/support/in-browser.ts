/**
 * Tests in Chromium, against the built server. Where there is no Chromium a test says in their place that they did not run; where `CI`
 * is set it fails. Every test also proves that its page logged no error and asked no other host for anything.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { removeFolders, runServer, type ServerOptions, type ServerProcess } from '../../support/running-server';

export interface Visit {
  readonly page: Page;
  /** Address of the server, without a path. */
  readonly url: string;
}

/** One test: its own window, as `options` say, with nothing in it yet. */
export type InBrowser = (sentence: string, options: BrowserContextOptions, test: (visit: Visit) => Promise<void>) => void;

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const MISSING = 'No Chromium was found: install it, or set CHROMIUM to the path of its program.';
const TEST_MS = 240_000;
/** For one thing to appear on the page. */
const LOOK_MS = 20_000;

/** What the environment names is used or is a mistake; without it the usual places are looked at. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, and nothing is there.`);
  return named || PLACES.find((place) => existsSync(place));
}

/** `server` is asked once, before the first test: what the server is to be started with. */
export function describeInBrowser(name: string, tests: (inBrowser: InBrowser) => void, server: () => ServerOptions = () => ({})): void {
  const program = findChromium();
  if (program) return void describe(name, () => withBrowser(program, tests, server));
  const told = `${name}: not tried in this run. ${MISSING}`;
  // Names of tests that pass are not always shown.
  process.stderr.write(`${told}\n`);
  it(told, () => {
    if (process.env.CI) throw new Error(MISSING);
  });
}

function withBrowser(program: string, tests: (inBrowser: InBrowser) => void, options: () => ServerOptions): void {
  jest.setTimeout(TEST_MS);
  let browser: Browser;
  let server: ServerProcess;
  beforeAll(async () => {
    // The sandbox of Chromium does not start for root, as in most containers.
    const isRoot = process.getuid?.() === 0;
    [server, browser] = await Promise.all([
      runServer(options()),
      chromium.launch({ executablePath: program, args: isRoot ? ['--no-sandbox'] : [] }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });
  tests((sentence, options, test) => {
    it(sentence, () => visit(browser, server.url, options, test));
  });
}

async function visit(browser: Browser, url: string, options: BrowserContextOptions, test: (visit: Visit) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(LOOK_MS);
  const faults = watchFaults(page, url);
  try {
    await test({ page, url });
    expect(faults).toEqual([]);
  } catch (error) {
    const picture = join(mkdtempSync(join(tmpdir(), 'ponte-browser-')), 'page.png');
    const isTaken = await page.screenshot({ path: picture }).then(
      () => true,
      () => false,
    );
    if (isTaken) process.stderr.write(`The page as it was: ${picture}\n`);
    throw error;
  } finally {
    await context.close();
  }
}

/** Errors on the console, errors nobody caught, and requests to other hosts; the list grows. */
function watchFaults(page: Page, url: string): readonly string[] {
  const faults: string[] = [];
  const { host } = new URL(url);
  const look = (address: string) => {
    const { protocol, host: asked } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && asked !== host) faults.push(`asked ${asked}`);
  };
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => look(request.url()));
  page.on('websocket', (socket) => look(socket.url()));
  return faults;
}

/** Everything a browser keeps for a page, by the name of the store; what is empty is left out. */
export async function storedIn(page: Page): Promise<object> {
  const stores = await page.evaluate(`(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  }))()`);
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  return Object.fromEntries(Object.entries({ ...(stores as object), cookies }).filter(([, names]) => (names as string[]).length > 0));
}
