/** The server: `npm start`. Reads the settings, composes, listens, and stops cleanly. */

import { PonteAdapter } from './channels/adapter';
import { readAssets } from './channels/assets';
import { chatPage, demoPage, kioskPage } from './channels/html';
import { NO_LIMITS } from './channels/limits';
import { LocalConversations } from './channels/local-conversations';
import type { PageQuery } from './channels/pages';
import { startServer } from './channels/server';
import { composePonte, openShown, type Ponte, siteView, WEB_FOLDER } from './compose';
import { type Config, loadEnvFile, readConfig } from './config';
import { isSite } from './domain/entry';
import { codeOf, PonteError } from './errors';
import { type Log, makeLog } from './log';
import { lockDataFolder } from './store/lock';

const ERASE_EVERY_MS = 3_600_000;
/** sysexits.h: EX_CONFIG and EX_SOFTWARE. */
const EXIT_CONFIG = 78;
const EXIT_FAULT = 70;
/** A stop that hangs must not keep the next start waiting. */
const STOP_MS = 18_000;

async function serve(config: Config, log: Log): Promise<void> {
  const started = performance.now();
  const unlock = lockDataFolder(config.dataFolder);
  const ponte = await composePonte(config, log, showProgress());
  const assets = await readAssets(WEB_FOLDER);
  const adapter = new PonteAdapter({ teams: config.teams });
  const { conversations, inbox, transcript } = ponte.store;
  const local = new LocalConversations({ adapter, bot: ponte.bot, conversations, inbox, transcript, log, now: () => new Date() });
  // The port is known when the server listens: with PORT=0 it is not the one of the settings.
  let { port } = config.http;
  const address = () => config.http.publicUrl ?? localAddress(config.http, port);
  const shown = openShown(ponte, config, log, address);
  const server = await startServer({
    http: config.http,
    log,
    hasTeams: config.teams !== undefined,
    adapter,
    bot: ponte.bot,
    local,
    tokenSecret: ponte.tokenSecret,
    readiness: () => readinessOf(ponte),
    openData: shown.openData,
    entryPages: shown.entryPages,
    ...(config.staffToken !== undefined && { staff: { token: config.staffToken, pages: shown.staffPages } }),
    pages: {
      demo: (query) => demoPage(partsOf(query)),
      chat: (query) => chatPage(partsOf(query)),
      kiosk: (query) => kioskPage(partsOf(query)),
    },
    words: (locale) => ponte.languages.part(locale, 'web') as Readonly<Record<string, string>>,
    sites: {
      findSite: (id) => {
        const site = ponte.library.current().knowledge.findSite(id);
        return site && siteView(site, ponte.languages);
      },
      all: () =>
        ponte.library
          .current()
          .knowledge.entries.filter(isSite)
          .map((site) => siteView(site, ponte.languages)),
    },
    assets,
    defaultSite: config.defaultSite,
    ...(config.hasRateLimits ? {} : { limits: NO_LIMITS }),
  });
  port = server.port;
  ponte.delivery.start();
  const eraser = setInterval(() => void erasePast(ponte, config, log), ERASE_EVERY_MS);
  const { knowledge } = ponte.library.current();
  const ms = Math.round(performance.now() - started);
  log.started({ port: server.port, entries: knowledge.entries.length, passages: knowledge.passages.length, ms });
  showAddresses(address(), ms);
  if (!config.hasRateLimits) process.stderr.write('Rate limits are off: this server is for load tests on this machine only.\n');
  stopOnSignal(log, async () => {
    clearInterval(eraser);
    await server.close();
    await shown.close();
    await ponte.close();
    unlock();
  });
}

const localAddress = ({ host }: Config['http'], port: number): string =>
  `http://${host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;

const partsOf = ({ nonce, siteInfo, locale, words }: PageQuery) => ({ nonce, site: siteInfo, locale, words });

async function readinessOf({ store, library }: Ponte) {
  const { knowledge } = library.current();
  const errors = library.findings().filter(({ severity }) => severity === 'error');
  const details = {
    knowledge: knowledge.digest.slice(0, 12),
    entries: knowledge.entries.length,
    brokenFiles: [...new Set(errors.map(({ file }) => file))],
    pendingMails: await store.referrals.countPending(),
  };
  const isWritable = await store.probe().then(
    () => true,
    () => false,
  );
  return { ready: isWritable, reasons: isWritable ? [] : ['store'], details };
}

async function erasePast({ store }: Ponte, config: Config, log: Log): Promise<void> {
  const before = new Date(Date.now() - config.conversationHours * 3_600_000).toISOString();
  await store.conversations
    .eraseConversationsBefore(before)
    .then((ids) => store.transcript.erase(ids))
    .catch((error: unknown) => log.degraded({ part: 'retention', error }));
}

/** One line that grows on a terminal, silence elsewhere. */
function showProgress(): (done: number, total: number) => void {
  if (!process.stderr.isTTY)
    return (done, total) => done === total && process.stderr.write(`Indexed ${total} passages of the knowledge folder\n`);
  return (done, total) => {
    const width = 30;
    const full = Math.round((done / Math.max(1, total)) * width);
    process.stderr.write(
      `\rIndexing the knowledge folder ${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}${done === total ? '\n' : ''}`,
    );
  };
}

function showAddresses(base: string, ms: number): void {
  const lines = [
    '',
    `Ponte is ready (${(ms / 1000).toFixed(1)} s).`,
    '',
    `  Demonstration page  ${base}/`,
    `  Kiosk               ${base}/kiosk?site=demo`,
    `  Health              ${base}/readyz`,
    '',
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    const started = performance.now();
    log.stopping({ signal });
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => {
        log.stopped({ ms: Math.round(performance.now() - started) });
        process.exit(0);
      },
      (error: unknown) => {
        log.fault({ number: 'stop', where: 'stop', error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  // npm tells its shell to end and leaves this process behind: then the parent changes.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && !isStopping && onSignal('SIGTERM'), 500).unref();
  process.on('SIGINT', onSignal);
}

function failed(error: unknown, log: Log): void {
  if (error instanceof PonteError) process.stderr.write(`\nPonte did not start. ${error.message}\n`);
  else {
    process.stderr.write(
      `\nPonte did not start: an unforeseen fault${codeOf(error) ? ` (${codeOf(error)})` : ''}. The log line says where.\n`,
    );
    log.fault({ number: 'start', where: 'start', error });
  }
  process.exit(error instanceof PonteError && error.code === 'CONFIG_INVALID' ? EXIT_CONFIG : EXIT_FAULT);
}

async function main(): Promise<void> {
  let log = makeLog('info');
  // What nobody caught leaves the process in a state nobody knows: it ends, and the inbox answers what was open.
  process.on('uncaughtException', (error) => {
    log.fault({ number: 'uncaught', where: 'process', error });
    process.exit(EXIT_FAULT);
  });
  try {
    loadEnvFile();
    const config = readConfig(process.env);
    log = makeLog(config.logLevel);
    await serve(config, log);
  } catch (error) {
    failed(error, log);
  }
}

void main();
