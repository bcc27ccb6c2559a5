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
  const told = CHECKED.filter((about) => asked.has(about)).map((about) => tells(entry, about, asking));
  if (!told.includes(false)) return 'all';
  return told.includes(true) ? 'some' : 'none';
}

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

function isField(entry: Entry, about: Checked): boolean {
  if (about === 'contact') return entry.contact !== undefined || entry.website !== undefined;
  if (about === 'price') return 'free' in entry && entry.free === true;
  if (entry.kind !== 'call') return false;
  const { amounts, supportRate, opens = '', closes } = entry.call;
  if (about === 'amount') return amounts.length > 0 || supportRate !== undefined;
  if (about === 'rate') return supportRate !== undefined;
  if (about === 'each') return amounts.some(({ what }) => what === 'per-person');
  // "It opened in 2024" tells nobody until when.
  return about === 'deadline' && (closes !== undefined || opens.length > 'YYYY'.length);
}

function isInText(entry: Entry, about: Checked, locale: Locale, asking: Asking): boolean {
  const text = textOf(entry, locale);
  if (about === 'contact') return /@|\+\d/.test(text);
  if (about === 'amount') return holdsSum(text, locale);
  if (about === 'rate') return text.includes('%');
  // A call's dates stand in its front matter; its text names those of laws as well.
  if (about === 'deadline') return entry.kind !== 'call' && saidInFigures(text, locale).dates.length > 0;
  // "Our sources do not tell the price" speaks of it too.
  if (about === 'price' || about === 'pay' || about === 'each')
    return sentencesOf(text).some((sentence) => asking.tells(about, sentence, locale) && holdsSum(sentence, locale));
  return asking.tells(about, text, locale);
}

const holdsSum = (text: string, locale: Locale): boolean => saidInFigures(text, locale).quantities.some(({ sign }) => sign !== 'none');

const sentencesOf = (text: string): string[] => text.split(/[!?;]|\.(?!\d)|\n/u);

const textOf = ({ title, summary, bodies }: Entry, locale: Locale): string =>
  [title[locale], summary[locale], bodies[locale]].filter(Boolean).join('\n');
