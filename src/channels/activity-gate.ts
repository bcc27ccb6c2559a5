/**
 * What a client may send. Everything not named here is dropped; who, where and to whom is written in local-activity.ts.
 * The SDK lets wrong types pass into the turn or answers them with 500 (reliability.md, F8), so they end here with 400.
 */
import { z } from 'zod';
import { findLocale, type Locale } from '../domain/locale';
import { HttpRefusal } from './http-refusal';

const short = z.string().max(256);

/** Both from Web Chat and from our own widget. `attachments` are dropped: Ponte takes no files. */
const ClientActivity = z.object({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation']),
  text: z.string().optional(),
  textFormat: short.optional(),
  locale: short.optional(),
  localTimestamp: z.iso.datetime({ offset: true, local: true }).optional(),
  localTimezone: short.optional(),
  name: short.optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: short.optional() }).optional(),
});
export type ClientActivity = z.infer<typeof ClientActivity>;

/** Refuses with 400. */
export function readClientActivity(body: unknown): ClientActivity {
  const parsed = ClientActivity.safeParse(body);
  if (!parsed.success) throw new HttpRefusal('BadArgument');
  return parsed.data;
}

const Start = z.object({
  locale: short.optional(),
  // Whatever a client calls its user, the token says who it is.
  user: z.looseObject({}).optional(),
});

/** Body of POST /conversations: the language wanted, when it is one of ours. Refuses with 400. */
export function readStart(body: unknown): { locale: Locale | undefined } {
  const parsed = Start.safeParse(body ?? {});
  if (!parsed.success) throw new HttpRefusal('BadArgument');
  return { locale: findLocale(parsed.data.locale) };
}

const TokenRequest = Start.extend({ site: short });

/** Body of POST /tokens/generate. Refuses with 400. */
export function readTokenRequest(body: unknown): { site: string; locale: Locale | undefined } {
  const parsed = TokenRequest.safeParse(body);
  if (!parsed.success) throw new HttpRefusal('BadArgument');
  return { site: parsed.data.site, locale: findLocale(parsed.data.locale) };
}

/** Signs of life that ask for no answer: taken, and kept nowhere. */
export const isPassing = ({ type }: ClientActivity): boolean => type === 'typing' || type === 'endOfConversation';
