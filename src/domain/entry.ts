/**
 * An entry of the knowledge folder: facts once, words per language. The front matter of each file is one of these.
 * A field the source does not give is absent, never guessed.
 */
import { z } from 'zod';
import { AreaCode } from './area';
import { Criterion } from './criterion';
import { Day, PartialDay, TimeZone } from './day';
import { Desk } from './desk';
import { Locale, LocalisedText } from './locale';

/** Only addresses a person may safely open, and that look like where they lead: no name before an @, no invisible signs. */
export const WebAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'write the whole address, such as https://example.org/page' })
  .refine(
    (url) => !/[\s\p{C}]/u.test(url) && !/^\w+:\/\/[^/?#]*@/.test(url),
    'write the plain address, without user name or invisible signs',
  );

export const EntryId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, 'use lower-case letters, digits and hyphens');

export const Source = z.strictObject({
  /** Absent for a source that has a title and no address. */
  url: WebAddress.optional(),
  title: z.string().trim().min(1),
  date: PartialDay.optional(),
});
export type Source = z.infer<typeof Source>;

const Contact = z.strictObject({
  organisation: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  email: z.email().optional(),
  website: WebAddress.optional(),
  hours: z.string().optional(),
});

const Years = z.number().int().min(0).max(120);
const Ages = z
  .strictObject({ from: Years.optional(), to: Years.optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, 'give from, to or both')
  .refine(({ from = 0, to = from }) => from <= to, 'from lies above to');

/** Characters. */
const LONGEST_SAID = 200;
const MOST_SAID = 12;

const Shared = z.strictObject({
  id: EntryId,
  /** The language the body is written in. */
  locale: Locale,
  /** ISO 3166 country, `EU` for the Union, `MED` and `INT` for wider. */
  country: z.string().regex(/^([A-Z]{2}|MED|INT)$/, 'write two capitals such as GR, or EU, MED, INT'),
  /** Where it serves people. */
  areas: z.array(AreaCode).min(1),
  title: LocalisedText,
  summary: LocalisedText,
  /** Vocabulary ids. */
  topics: z.array(z.string()).min(1),
  /** Vocabulary ids of the life and business events it helps in: what people say when they need it. */
  events: z.array(z.string()).default([]),
  /** How people ask for what it holds, by language, in their own words. Only searched, never shown. */
  said: z.partialRecord(Locale, z.array(z.string().trim().min(1).max(LONGEST_SAID)).max(MOST_SAID)).default({}),
  /** Vocabulary ids of who it is for; empty means everybody. */
  audience: z.array(z.string()).default([]),
  /** Ages of the people it helps, in years, both ends included; who may apply stands in the criteria of a call. */
  ages: Ages.optional(),
  website: WebAddress.optional(),
  contact: Contact.optional(),
  /** Languages in which help is given or papers are accepted, as BCP 47 primary tags. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default([]),
  sources: z.array(Source).min(1),
  checked: Day,
  reviewBy: Day,
  /** False: a second source is still missing. Such an entry is never shown. */
  verified: z.boolean(),
  /** Ids of records merged into this entry. */
  also: z.array(EntryId).default([]),
  /** Other names and abbreviations people use for it. */
  otherNames: z.array(z.string().min(1)).default([]),
});

/** An amount as the source gives it. Several rows may exist: total, per project, per person. */
export const Amount = z.strictObject({
  what: z.enum(['total', 'grant', 'loan', 'per-person', 'prize', 'fee']),
  min: z.number().positive().optional(),
  max: z.number().positive().optional(),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  /** "about EUR 110 million" */
  about: z.boolean().default(false),
});
export type Amount = z.infer<typeof Amount>;

/** CPR (EU) 2021/1060 Art. 49(2): area, objective, eligible applicants, total support, opening and closing date. */
export const CallFacts = z
  .strictObject({
    fund: z.string().optional(),
    /** ESF+ specific objective, such as ESO4.8. */
    objective: z.string().optional(),
    programme: z.string().optional(),
    /** Who publishes the call. */
    authority: z.string().optional(),
    /** The call's own code, such as ESF-SI-2024-UA-01. */
    reference: z.string().optional(),
    opens: PartialDay.optional(),
    closes: PartialDay.optional(),
    /** Clock time on the closing day, when the source names one. */
    closesAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timeZone: TimeZone.default('Europe/Brussels'),
    /** A source said on this day that the call is closed, without naming the closing day. */
    closedBy: Day.optional(),
    amounts: z.array(Amount).default([]),
    /** Share of the costs that is paid, in percent. */
    supportRate: z.strictObject({ min: z.number().min(0).max(100).optional(), max: z.number().min(0).max(100) }).optional(),
    /** Where to apply. */
    apply: WebAddress.optional(),
    /** Where this authority publishes its calls. */
    nextCalls: WebAddress.optional(),
    criteria: z.array(Criterion).default([]),
  })
  .superRefine((call, context) => {
    if (call.opens && call.closes && call.closes < call.opens.slice(0, call.closes.length))
      context.addIssue({ code: 'custom', path: ['closes'], message: `closes (${call.closes}) lies before opens (${call.opens})` });
    if (call.closesAt && call.closes?.length !== 10)
      context.addIssue({ code: 'custom', path: ['closesAt'], message: 'an hour needs a full closing day' });
  });
export type CallFacts = z.infer<typeof CallFacts>;

export const TrainingFacts = z.strictObject({
  format: z.enum(['online', 'in-person', 'blended']).optional(),
  free: z.boolean().optional(),
  /** How long it takes, in the entry's own language or in several. */
  duration: z.union([z.string(), LocalisedText]).optional(),
});

export const SiteFacts = z.strictObject({
  /** Interface languages offered, first is the default. */
  locales: z.array(Locale).min(1),
  /** Assumed of enquirers until they say otherwise. */
  area: AreaCode.optional(),
  /** Origins (scheme://host[:port]) whose pages may embed the widget; the server's own origin always may. */
  allowedOrigins: z.array(z.string()).default([]),
  theme: z.strictObject({ accent: z.string().regex(/^#[0-9a-f]{6}$/i), onAccent: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  /** Who is responsible for the data of a referral, in words people read. */
  controller: LocalisedText,
  /** What this place adds to the notice before a referral, such as how long its desk keeps one. */
  notice: LocalisedText.optional(),
  /** First desk that fits wins among equals; the last one should serve everything. */
  desks: z.array(Desk).min(1),
});
export type SiteFacts = z.infer<typeof SiteFacts>;

export const FrontMatter = z.discriminatedUnion('kind', [
  Shared.extend({ kind: z.literal('call'), call: CallFacts }),
  Shared.extend({ kind: z.literal('service') }),
  Shared.extend({ kind: z.literal('training'), training: TrainingFacts.default({}) }),
  Shared.extend({ kind: z.literal('organisation') }),
  Shared.extend({ kind: z.literal('programme') }),
  Shared.extend({ kind: z.literal('guide') }),
  Shared.extend({ kind: z.literal('cluster') }),
  Shared.extend({ kind: z.literal('site'), site: SiteFacts }),
]);
export type FrontMatter = z.infer<typeof FrontMatter>;
export type Kind = FrontMatter['kind'];
export const KINDS: readonly Kind[] = ['call', 'service', 'training', 'organisation', 'programme', 'guide', 'cluster', 'site'];

/** Front matter of a translation file `<id>.<locale>.md`. */
export const TranslationMatter = z.strictObject({
  id: EntryId,
  locale: Locale,
  /** Digest of the body this was translated from: tells when the source has moved on. */
  translates: z.string().regex(/^[0-9a-f]{12}$/),
});

/** A file of the folder after reading: its facts, and its body in each language that has one (Markdown). */
export type Entry = FrontMatter & { readonly bodies: Partial<Readonly<Record<Locale, string>>>; readonly file: string };
export type CallEntry = Extract<Entry, { kind: 'call' }>;
export type SiteEntry = Extract<Entry, { kind: 'site' }>;

export const isCall = (entry: Entry): entry is CallEntry => entry.kind === 'call';
export const isSite = (entry: Entry): entry is SiteEntry => entry.kind === 'site';
