import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, Settings } from '../src/config';
import { PonteError } from '../src/errors';

const APP = '0f8fad5b-d9cb-469f-a165-70867728950e';
const TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const EXAMPLE = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');

/** The fault these settings cause; fails when they cause none. */
function faultOf(environment: Record<string, string>): PonteError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof PonteError) return error;
    throw error;
  }
  throw new Error('these settings are accepted');
}

/** Names of the settings a fault complains about, in order, each once. */
const blamed = (fault: PonteError): string[] => [...new Set(fault.where.split('; ').map((problem) => problem.split(':', 1)[0] ?? ''))];

describe('The settings', () => {
  it('are complete when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      http: { port: 3978, host: '127.0.0.1' },
      dataFolder: './data',
      knowledgeFolder: './knowledge',
      defaultSite: 'demo',
      logLevel: 'info',
      mail: { from: 'ponte@example.org' },
      conversationHours: 24,
      teams: undefined,
    });
  });

  it('take an empty variable for one that is not set', () => {
    const names = Object.keys(Settings.shape);
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
  });

  it('do not mind variables that are none of theirs', () => {
    expect(readConfig({ PATH: '/bin', PONTE_DATEN: 'x' })).toEqual(readConfig({}));
  });

  it('cannot be changed once they are read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('write the public address without a slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://ponte.example.org//' }).http.publicUrl).toBe('https://ponte.example.org');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PONTE_STAFF_TOKEN', 'fifteen letters'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'ponte.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['LOG_LEVEL', 'loud'],
    ['TOKEN_SECRET', 'a'.repeat(31)],
    ['MASTER_KEY', '0'.repeat(63)],
    ['MASTER_KEY', 'g'.repeat(64)],
    ['SMTP_URL', 'http://mail.example.org'],
    ['MAIL_FROM', 'not an address'],
    ['CONVERSATION_HOURS', '0'],
    ['RATE_LIMITS', 'none'],
    ['MESSAGES_PER_MINUTE', '0'],
    ['PONTE_MODEL_URL', 'model.example.org'],
    ['PONTE_MODEL_URL', 'file:///etc/passwd'],
    ['PONTE_MODEL_KEY', 'two words'],
  ])('refuse %s=%s and name it', (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault.code).toBe('CONFIG_INVALID');
    expect(blamed(fault)).toContain(name);
  });

  it('name every wrong one at once', () => {
    const fault = faultOf({ PORT: 'x', LOG_LEVEL: 'loud', MASTER_KEY: 'short', SMTP_URL: 'ftp://a.example', CONVERSATION_HOURS: 'many' });
    expect(blamed(fault)).toEqual(expect.arrayContaining(['PORT', 'LOG_LEVEL', 'MASTER_KEY', 'SMTP_URL', 'CONVERSATION_HOURS']));
  });

  it('name what is missing of half a Teams triple', () => {
    expect(blamed(faultOf({ MICROSOFT_APP_ID: APP }))).toEqual(['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID']);
    expect(blamed(faultOf({ MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: TENANT }))).toEqual(['MICROSOFT_APP_ID']);
  });

  it('name what is missing of half a Teams triple also when something else is wrong', () => {
    expect(blamed(faultOf({ PORT: 'x', MICROSOFT_APP_ID: APP }))).toEqual(['PORT', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID']);
  });

  it('take the whole Teams triple', () => {
    const { teams } = readConfig({ MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: TENANT });
    expect(teams).toEqual({ appId: APP, appPassword: 'secret', tenantId: TENANT });
  });

  it('lift the rate limits only for a server that nobody else can reach', () => {
    for (const HOST of ['127.0.0.1', '127.8.0.1', '::1', 'localhost'])
      expect(readConfig({ HOST, RATE_LIMITS: 'off' }).hasRateLimits).toBe(false);
    for (const HOST of ['0.0.0.0', '::', '192.168.1.7', '127.0.0.1.example.org'])
      expect(blamed(faultOf({ HOST, RATE_LIMITS: 'off' }))).toEqual(['RATE_LIMITS']);
    expect(blamed(faultOf({ PUBLIC_URL: 'https://ponte.example.org', RATE_LIMITS: 'off' }))).toEqual(['RATE_LIMITS']);
    expect(readConfig({}).hasRateLimits).toBe(true);
  });

  it('take a language model with its name, and a key where it needs one', () => {
    const PONTE_MODEL_URL = 'http://127.0.0.1:11434/v1';
    expect(readConfig({}).model).toBeUndefined();
    expect(readConfig({ PONTE_MODEL_URL, PONTE_MODEL_NAME: 'small' }).model).toEqual({
      url: PONTE_MODEL_URL,
      name: 'small',
      key: undefined,
    });
    expect(readConfig({ PONTE_MODEL_URL, PONTE_MODEL_NAME: 'small', PONTE_MODEL_KEY: 'k' }).model?.key).toBe('k');
  });

  it('name what is missing of a language model, and refuse a key inside its address', () => {
    expect(blamed(faultOf({ PONTE_MODEL_URL: 'https://model.example.org/v1' }))).toEqual(['PONTE_MODEL_NAME']);
    expect(blamed(faultOf({ PONTE_MODEL_NAME: 'small' }))).toEqual(['PONTE_MODEL_URL']);
    expect(blamed(faultOf({ PONTE_MODEL_KEY: 'k' }))).toEqual(['PONTE_MODEL_URL']);
    expect(blamed(faultOf({ PONTE_MODEL_URL: 'https://k:k@model.example.org/v1', PONTE_MODEL_NAME: 'small' }))).toEqual([
      'PONTE_MODEL_URL',
    ]);
  });

  it('want a sender of one’s own as soon as there is a mail server', () => {
    expect(blamed(faultOf({ SMTP_URL: 'smtps://mail.example.org' }))).toEqual(['MAIL_FROM']);
    expect(readConfig({ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'desk@town.example' }).mail).toEqual({
      smtpUrl: 'smtps://mail.example.org',
      from: 'desk@town.example',
    });
  });

  it('switch the limits off only where nobody else can reach the server', () => {
    for (const HOST of ['127.0.0.1', '127.8.8.8', '::1', 'localhost']) expect(() => readConfig({ RATE_LIMITS: 'off', HOST })).not.toThrow();
    for (const HOST of ['0.0.0.0', '::', '192.168.1.2', '127.evil.example', 'localhost.evil.example'])
      expect(blamed(faultOf({ RATE_LIMITS: 'off', HOST }))).toEqual(['RATE_LIMITS']);
    expect(blamed(faultOf({ RATE_LIMITS: 'off', PUBLIC_URL: 'https://ponte.example.org' }))).toEqual(['RATE_LIMITS']);
  });

  it('never show a value, because it may be a secret', () => {
    const canary = 'CANARY-81c2';
    const fault = faultOf({
      PORT: canary,
      PUBLIC_URL: `ftp://ponte:${canary}@example.org`,
      LOG_LEVEL: canary,
      TOKEN_SECRET: canary,
      MASTER_KEY: canary,
      SMTP_URL: `http://ponte:${canary}@mail.example.org`,
      MAIL_FROM: canary,
      MICROSOFT_APP_ID: canary,
      MICROSOFT_APP_PASSWORD: canary,
      PONTE_MODEL_URL: `ftp://ponte:${canary}@model.example.org`,
      PONTE_MODEL_NAME: canary,
      PONTE_MODEL_KEY: `${canary} ${canary}`,
      CONVERSATION_HOURS: canary,
    });
    expect(blamed(fault).length).toBeGreaterThanOrEqual(9);
    expect(`${fault.message} ${fault.where} ${fault.stack} ${JSON.stringify(fault.cause ?? '')}`).not.toContain(canary);
  });
});

describe('.env.example', () => {
  it('describes every setting with its default, in order', () => {
    const blocks = Object.entries(Settings.shape).map(([name, schema]) => `# ${schema.description}\n${name}=${defaultOf(schema)}\n`);
    expect(EXAMPLE).toBe(blocks.join('\n'));
  });

  it('changes nothing when it is used as it is', () => {
    const given = parseEnv(EXAMPLE) as Record<string, string>;
    expect(Object.keys(given).sort()).toEqual(Object.keys(Settings.shape).sort());
    expect(readConfig(given)).toEqual(readConfig({}));
  });
});

/** As it is written in a file: empty when there is none. */
function defaultOf(schema: { safeParse(given: unknown): { success: boolean; data?: unknown } }): string {
  const { success, data } = schema.safeParse(undefined);
  return success && data !== undefined ? String(data) : '';
}
