/**
 * What operators may set. The only reader of the environment: rooms receive their slice from compose.ts.
 * Each setting is described once, here; a test keeps `.env.example` equal to it.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { PonteError } from './errors';

const port = z.coerce.number().int().min(0).max(65_535);
const text = z.string().min(1);

export const Settings = z
  .object({
    PORT: port.default(3978).describe('Port the server listens on; 0 takes a free one.'),
    HOST: text.default('127.0.0.1').describe('Address the server listens on. 0.0.0.0 opens it to the network: put a TLS proxy before it.'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address people use, such as https://ponte.example.org. Needed behind a proxy: links and sockets are built from it.'),
    PONTE_DATA: text.default('./data').describe('Folder where conversations, referrals and outgoing mail are kept. Back it up.'),
    PONTE_KNOWLEDGE: text.default('./knowledge').describe('Folder of the knowledge entries.'),
    PONTE_SITE: text.default('demo').describe('Site whose desks serve channels that name none: Teams, terminal and staff command.'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is logged.'),
    TOKEN_SECRET: z
      .string()
      .min(32)
      .optional()
      .describe('Signs the tokens of web chat, at least 32 characters. Left empty, one is made and kept in PONTE_DATA.'),
    PONTE_STAFF_TOKEN: z
      .string()
      .trim()
      .min(16)
      .optional()
      .describe('Secret that staff type to see /staff, at least 16 characters. Left empty, there is no /staff.'),
    MASTER_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/i)
      .optional()
      .describe('Seals referrals: 64 hexadecimal digits. Left empty, one is made and kept in PONTE_DATA. Lost key, lost referrals.'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe(
        'Mail server for referrals, such as smtps://user:password@mail.example.org. Left empty, mails are written to PONTE_DATA/outbox.',
      ),
    MAIL_FROM: z.email().default('ponte@example.org').describe('Sender of the mails to desks.'),
    MICROSOFT_APP_ID: z.uuid().optional().describe('Microsoft Entra application id. Left empty, there is no Teams and no /api/messages.'),
    MICROSOFT_APP_PASSWORD: text.optional().describe('Secret of that application.'),
    MICROSOFT_APP_TENANT_ID: z.uuid().optional().describe('Tenant of that application.'),
    PONTE_MODEL_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Address of a language model that may word answers, OpenAI-compatible, up to /v1: http://127.0.0.1:11434/v1. Questions go there masked. Left empty, no model is used.',
      ),
    PONTE_MODEL_NAME: text.optional().describe('Name of the model at that address.'),
    PONTE_MODEL_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .optional()
      .describe('Key of that address. Left empty, none is sent.'),
    CONVERSATION_HOURS: z.coerce.number().int().min(1).default(24).describe('Hours after its last message until a conversation is erased.'),
    MESSAGES_PER_MINUTE: z.coerce
      .number()
      .int()
      .min(1)
      .default(30)
      .describe('Messages a conversation may send in a minute, in every channel; who is faster is asked to wait a moment.'),
    RATE_LIMITS: z
      .enum(['on', 'off'])
      .default('on')
      .describe('off is for load tests on this machine only: refused unless HOST is a loopback address and PUBLIC_URL is empty.'),
  })
  .superRefine(
    (given, context) => {
      const teams = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'] as const;
      const set = teams.filter((name) => given[name] !== undefined);
      if (set.length > 0 && set.length < teams.length)
        for (const name of teams)
          if (given[name] === undefined)
            context.addIssue({ code: 'custom', path: [name], message: 'set all three MICROSOFT_APP_ settings, or none' });
      for (const [name, message] of modelProblems(given)) context.addIssue({ code: 'custom', path: [name], message });
      if (given.SMTP_URL && given.MAIL_FROM === 'ponte@example.org')
        context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'name the sender your mail server accepts' });
      // A proxy in front makes a loopback address public, and a proxy needs PUBLIC_URL.
      if (given.RATE_LIMITS === 'off' && (!isLoopback(String(given.HOST)) || given.PUBLIC_URL))
        context.addIssue({ code: 'custom', path: ['RATE_LIMITS'], message: 'off is only for a server that nobody else can reach' });
      // By default zod skips these once any setting is wrong, and operators would mend settings one start at a time.
    },
    { when: () => true },
  );

/** Where the settings of the language model do not fit together: the name of one, and what to do. */
function modelProblems(given: Readonly<Record<string, unknown>>): [string, string][] {
  const { PONTE_MODEL_URL: url, PONTE_MODEL_NAME: name, PONTE_MODEL_KEY: key } = given;
  if (!url) return name || key ? [['PONTE_MODEL_URL', 'give the address of the model, or none of the PONTE_MODEL_ settings']] : [];
  return [
    ...(name ? [] : [['PONTE_MODEL_NAME', 'name the model that PONTE_MODEL_URL serves'] as [string, string]]),
    // `fetch` refuses such an address, and a log of addresses would hold the key.
    ...(/^[^/]*\/\/[^/]*@/.test(String(url)) ? [['PONTE_MODEL_URL', 'put the key into PONTE_MODEL_KEY'] as [string, string]] : []),
  ];
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

export type Config = ReturnType<typeof readConfig>;

/** Switches of LangChain that would send what people ask to its maker's service. */
const TRACING = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** Reads a `.env` file in the working folder into the environment, if there is one. What is already set wins; tracing never does. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  for (const name of TRACING) delete process.env[name];
}

/** Throws CONFIG_INVALID naming every wrong setting at once, never its value: it may be a secret. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new PonteError('CONFIG_INVALID', problems.join('; '));
  }
  const env = parsed.data;
  return Object.freeze({
    http: { port: env.PORT, host: env.HOST, publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') },
    dataFolder: env.PONTE_DATA,
    knowledgeFolder: env.PONTE_KNOWLEDGE,
    defaultSite: env.PONTE_SITE,
    logLevel: env.LOG_LEVEL,
    tokenSecret: env.TOKEN_SECRET,
    staffToken: env.PONTE_STAFF_TOKEN,
    masterKey: env.MASTER_KEY,
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    conversationHours: env.CONVERSATION_HOURS,
    hasRateLimits: env.RATE_LIMITS === 'on',
    messagesPerMinute: env.MESSAGES_PER_MINUTE,
    model:
      env.PONTE_MODEL_URL && env.PONTE_MODEL_NAME
        ? { url: env.PONTE_MODEL_URL, name: env.PONTE_MODEL_NAME, key: env.PONTE_MODEL_KEY }
        : undefined,
    teams:
      env.MICROSOFT_APP_ID && env.MICROSOFT_APP_PASSWORD && env.MICROSOFT_APP_TENANT_ID
        ? { appId: env.MICROSOFT_APP_ID, appPassword: env.MICROSOFT_APP_PASSWORD, tenantId: env.MICROSOFT_APP_TENANT_ID }
        : undefined,
  });
}
