import { readFileSync } from 'node:fs';
import { codeOf, FAULTS, type FaultCode, PonteError } from '../src/errors';
import { type Log, makeLog, maskId, silentLog } from '../src/log';

/** What nobody may find in a log: it stands for the words of an enquirer. */
const SAID = 'I-am-Maria-from-Drama';

interface Listening {
  readonly log: Log;
  lines(): Record<string, unknown>[];
  text(): string;
}

function listen(level = 'debug'): Listening {
  const written: string[] = [];
  const log = makeLog(level, { write: (line) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line)), text: () => written.join('') };
}

/** What the log makes of an error. */
function logged(error: unknown): Record<string, unknown> & { text: string } {
  const { log, lines, text } = listen();
  log.fault({ number: '1', where: 'turn', error });
  return { ...(lines()[0]?.error as Record<string, unknown>), text: text() };
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('A fault', () => {
  it('carries its code, what to do, where, and what caused it', () => {
    const cause = new Error('disk is full');
    const fault = new PonteError('STORE_FAILED', 'keys/master', { cause });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({ name: 'PonteError', code: 'STORE_FAILED', where: 'keys/master', cause });
    expect(fault.message).toBe(`STORE_FAILED: ${FAULTS.STORE_FAILED} (keys/master)`);
  });

  it('has an advice for every code', () => {
    for (const code of Object.keys(FAULTS) as FaultCode[]) expect(FAULTS[code]).toMatch(/^\p{Lu}.{10,}\.$/u);
  });

  it('is told from others by the code of Node’s own errors', () => {
    expect(codeOf(thrownBy(() => readFileSync('/no/such/file')))).toBe('ENOENT');
    expect(codeOf(new PonteError('PORT_IN_USE', 'PORT'))).toBe('PORT_IN_USE');
    for (const other of [undefined, null, 'ENOENT', 7, {}, { code: 7 }, new Error('x')]) expect(codeOf(other)).toBeUndefined();
  });
});

describe('The log', () => {
  it('writes one line of JSON an event, named by the event', () => {
    const { log, lines } = listen();
    log.started({ port: 3978, entries: 60, passages: 400, ms: 12 });
    log.delivered({ reference: 'PO-7K3F9QTM', desk: 'greece', ms: 5 });
    expect(lines()).toMatchObject([
      { msg: 'started', port: 3978, entries: 60, passages: 400, ms: 12, level: 30 },
      { msg: 'delivered', reference: 'PO-7K3F9QTM', desk: 'greece', ms: 5 },
    ]);
  });

  it('names no machine and no process', () => {
    const { log, lines } = listen();
    log.stopped({ ms: 1 });
    expect(Object.keys(lines()[0] ?? {}).sort()).toEqual(['level', 'ms', 'msg', 'time']);
  });

  it('drops the message of an error, which may quote what an enquirer said', () => {
    const { text, ...error } = logged(new TypeError(`cannot read "${SAID}"`));
    expect(text).not.toContain(SAID);
    expect(error).toMatchObject({ name: 'TypeError' });
    expect(error.frames).toEqual(expect.arrayContaining([expect.stringContaining('errors-and-log.test')]));
  });

  it('drops what JSON.parse quotes of a message', () => {
    expect(logged(thrownBy(() => JSON.parse(SAID)))).toMatchObject({ name: 'SyntaxError', text: expect.not.stringContaining(SAID) });
  });

  it('drops lines of a message that are made to look like stack frames', () => {
    expect(logged(new Error(`no\n    at ${SAID} (/a/b.ts:1:1)\n    at ${SAID}`)).text).not.toContain(SAID);
  });

  it('keeps code and place of a fault, and drops the message of its cause', () => {
    const cause = Object.assign(new Error(`UNIQUE failed: ${SAID}`), { code: 'SQLITE_CONSTRAINT' });
    const { text, ...error } = logged(new PonteError('STORE_FAILED', 'core.db', { cause }));
    expect(text).not.toContain(SAID);
    expect(error).toMatchObject({ code: 'STORE_FAILED', where: 'core.db', cause: { name: 'Error', code: 'SQLITE_CONSTRAINT' } });
  });

  it('drops the properties libraries hang on their errors', () => {
    expect(logged(Object.assign(new Error('x'), { command: SAID, response: SAID, body: { said: SAID } })).text).not.toContain(SAID);
  });

  it.each([
    ['a text', SAID, 'string'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'object'],
    ['an object', { said: SAID }, 'object'],
  ])('lives when what was thrown is %s', (_, thrown, name) => {
    const { log, lines, text } = listen();
    log.degraded({ part: 'knowledge watch', error: thrown });
    expect(lines()).toHaveLength(1);
    expect(text()).not.toContain(SAID);
    if (thrown !== undefined) expect(lines()[0]?.error).toMatchObject({ name });
  });

  it('has no field for free text', () => {
    const { log } = listen('silent');
    // These lines fail to compile as soon as somebody adds such a field.
    // @ts-expect-error: what was said is no field of a turn
    log.turn({ conversation: 'c', channel: 'directline', ms: 1, text: SAID });
    // @ts-expect-error: a fault has a number and a place, no message
    log.fault({ number: '1', where: 'turn', error: undefined, message: SAID });
    // @ts-expect-error: there is no event for words
    expect(() => log.say?.({ text: SAID })).not.toThrow();
  });

  it('writes requests only when asked for details, and faults above all', () => {
    const request = { method: 'GET', route: '/', status: 200, ms: 1, id: 'a' };
    const quiet = listen('info');
    quiet.log.request(request);
    quiet.log.fault({ number: '1', where: 'turn', error: new Error('x') });
    expect(quiet.lines()).toMatchObject([{ msg: 'fault', level: 50 }]);
    const loud = listen('debug');
    loud.log.request(request);
    expect(loud.lines()).toMatchObject([{ msg: 'request', level: 20 }]);
    silentLog.fault({ number: '1', where: 'turn', error: new Error('x') });
  });

  it('masks a conversation id: the same id gives the same mask, another id another, and no mask shows its id', () => {
    const mask = maskId('conversation-1');
    expect(maskId('conversation-1')).toBe(mask);
    expect(maskId('conversation-2')).not.toBe(mask);
    expect(mask).toMatch(/^[A-Za-z0-9_-]{12}$/);
    expect(mask).not.toContain('conversation');
  });
});
