/** Which of the facts and details that a question asks for an entry tells: in its front matter, or in the text of any language. */
import type { Entry } from '../domain/entry';
import { LOCALES, type Locale } from '../domain/locale';
import { type AskedAbout, type Asking, DETAILS, type Detail } from '../language/asking';
import { saidInFigures } from './quantities';

/** Facts of which can be seen whether a text holds one. */
const FACTS = ['amount', 'rate', 'deadline', 'contact'] as const;
type Checked = (typeof FACTS)[number] | Detail;
const CHECKED: readonly Checked[] = [...FACTS, ...DETAILS];

export type Told = 'all' | 'some' | 'none';

/** `all` when nothing is asked that could be missing. */
export function toldOf(asked: ReadonlySet<AskedAbout>, entry: Entry, asking: Asking): Told {
  const told = CHECKED.filter((about) => asked.has(about) && !isWhomToAsk(about, asked)).map((about) => tells(entry, about, asking));
  if (!told.includes(false)) return 'all';
  return told.includes(true) ? 'some' : 'none';
}

/** Whoever asks whom to turn to is answered by a name: a telephone number may be missing. */
const isWhomToAsk = (about: Checked, asked: ReadonlySet<AskedAbout>): boolean => about === 'contact' && asked.has('help');

/** For the phrases of one process. */
const read = new WeakMap<Entry, Map<Checked, boolean>>();

/** An entry's texts are long, and the same one is asked about again and again. */
function tells(entry: Entry, about: Checked, asking: Asking): boolean {
  const known = read.get(entry) ?? new Map<Checked, boolean>();
  read.set(entry, known);
  const told = known.get(about) ?? (isField(entry, about) || LOCALES.some((locale) => isInText(entry, about, locale, asking)));
  known.set(about, told);
  return told;
}

/** Fields of the front matter that tell it. */
const FIELDS: Partial<Record<AskedAbout, (entry: Entry) => boolean>> = {
  contact: ({ contact, website }) => contact !== undefined || website !== undefined,
  place: () => true,
  applicant: ({ audience }) => audience.length > 0,
  spoken: ({ languages }) => languages.length > 0,
  times: ({ contact }) => contact?.hours !== undefined,
  authority: (entry) => (entry.kind === 'call' && entry.call.authority !== undefined) || entry.contact?.organisation !== undefined,
  apply: (entry) => (entry.kind === 'call' && entry.call.apply !== undefined) || (entry.website ?? entry.contact) !== undefined,
  price: (entry) => entry.kind === 'training' && entry.training.free !== undefined,
  span: (entry) => entry.kind === 'training' && entry.training.duration !== undefined,
  amount: (entry) => entry.kind === 'call' && (entry.call.amounts.length > 0 || entry.call.supportRate !== undefined),
  rate: (entry) => entry.kind === 'call' && entry.call.supportRate !== undefined,
  each: (entry) => entry.kind === 'call' && entry.call.amounts.some(({ what }) => what === 'per-person'),
  // "It opened in 2024" tells nobody until when.
  deadline: (entry) => entry.kind === 'call' && (entry.call.closes !== undefined || (entry.call.opens ?? '').length > 'YYYY'.length),
};

/** Whether a field of the front matter tells it. */
export const isField = (entry: Entry, about: AskedAbout): boolean => FIELDS[about]?.(entry) ?? false;

function isInText(entry: Entry, about: Checked, locale: Locale, asking: Asking): boolean {
  const text = textOf(entry, locale);
  // A call's dates stand in its front matter; its text names those of laws as well.
  if (about === 'deadline' && entry.kind === 'call') return false;
  const parts = BY_SENTENCE.includes(about) ? sentencesOf(text) : [text];
  return parts.some((part) => isTold(about, part, locale, asking));
}

/** Of these a sum, or a number, must stand in the same sentence. */
const BY_SENTENCE: readonly AskedAbout[] = ['price', 'pay', 'each'];

/** Whether a text tells what is asked about; false of what only front matter holds. */
export function isTold(about: AskedAbout, text: string, locale: Locale, asking: Asking): boolean {
  switch (about) {
    case 'contact':
      return /@|\+\d/.test(text);
    case 'amount':
      return holdsSum(text, locale);
    case 'rate':
      return text.includes('%');
    case 'deadline':
      return saidInFigures(text, locale).dates.length > 0;
    // "Our sources do not tell the price" speaks of it too.
    case 'price':
      return asking.tells('free', text, locale) || (asking.tells(about, text, locale) && holdsSum(text, locale));
    case 'pay':
    case 'each':
      return asking.tells(about, text, locale) && holdsSum(text, locale);
    case 'members':
    case 'span':
      return asking.tells(about, text, locale) && saidInFigures(text, locale).quantities.some(({ sign }) => sign === 'none');
    case 'applicant':
    case 'authority':
      return asking.tells(about, text, locale);
    default:
      return isDetail(about) && asking.tells(about, text, locale);
  }
}

const isDetail = (about: AskedAbout): about is Detail => (DETAILS as readonly AskedAbout[]).includes(about);

const holdsSum = (text: string, locale: Locale): boolean => saidInFigures(text, locale).quantities.some(({ sign }) => sign !== 'none');

const sentencesOf = (text: string): string[] => text.split(/[!?;]|\.(?!\d)|\n/u);

const textOf = ({ title, summary, bodies }: Entry, locale: Locale): string =>
  [title[locale], summary[locale], bodies[locale]].filter(Boolean).join('\n');
