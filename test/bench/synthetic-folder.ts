/**
 * A knowledge folder as large as wanted: the shipped entries as they are, then copies of them with other words, ids and dates. A third
 * of the words of a copy is exchanged for other words of the same language, some for words that nobody has; a quote stays literal,
 * because a word is exchanged alike wherever it stands in a copy.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { splitFrontMatter } from '../../src/knowledge/front-matter';
import { bodyDigest } from '../../src/knowledge/read-entry';
import { PROJECT } from './child';

const SHIPPED = join(PROJECT, 'knowledge');
/** Kept as they are, with everything else that is no entry. */
const SITES = 'sites';
const KINDS = ['calls', 'services', 'trainings', 'organisations', 'programmes', 'guides', 'clusters'];

/** Shares of the words of a copy. */
const EXCHANGED = 0.3;
const INVENTED = 0.05;
const SYLLABLES =
  'ba be bi bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se ta te va vo'.split(' ');

type Matter = Record<string, unknown> & { id: string; locale: string };

interface SourceFile {
  readonly kind: string;
  readonly matter: Matter;
  readonly body: string;
  readonly isTranslation: boolean;
}

/** A text with some of its words exchanged, each alike wherever it stands. */
export type Exchange = (text: string, locale: string) => string;

/** Writes `count` entries to `folder`, sites among them. */
export function writeSyntheticFolder(folder: string, count: number): void {
  cpSync(SHIPPED, folder, { recursive: true });
  const files = KINDS.flatMap(readKind);
  const words = wordsByLocale(files);
  const originals = files.filter(({ isTranslation }) => !isTranslation);
  const sites = readdirSync(join(SHIPPED, SITES)).filter((name) => name.endsWith('.md')).length;
  const wanted = count - originals.length - sites;
  for (let n = 0; n < wanted; n += 1) {
    const original = originals[n % originals.length];
    if (!original) return;
    const copy = Math.floor(n / originals.length) + 1;
    const translations = files.filter((file) => file.isTranslation && file.matter.id === original.matter.id);
    writeCopy(folder, original, translations, copy, exchangeFor(words, copy));
  }
}

function readKind(kind: string): SourceFile[] {
  const names = readdirSync(join(SHIPPED, kind)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.flatMap((name) => {
    const split = splitFrontMatter(readFileSync(join(SHIPPED, kind, name), 'utf8'), name);
    if (!split.ok) return [];
    return [{ kind, matter: parse(split.value.yaml), body: split.value.body, isTranslation: /\.[a-z]{2}\.md$/.test(name) }];
  });
}

/** Words of at least four letters, in lower case, sorted so that each run writes the same folder. */
function wordsByLocale(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (locale: string, text: unknown) => {
    const words = found.get(locale) ?? new Set();
    found.set(locale, words);
    for (const word of String(text).match(/\p{L}{4,}/gu) ?? []) words.add(word.toLowerCase());
  };
  for (const { matter, body } of files) {
    add(matter.locale, body.replace(/https?:\/\/\S+/g, ''));
    for (const texts of [matter.title, matter.summary]) for (const [locale, text] of Object.entries(texts ?? {})) add(locale, text);
  }
  return new Map([...found].map(([locale, words]) => [locale, [...words].sort()]));
}

/** `words` of each language in their order; `copy` draws others. */
export function exchangeFor(words: ReadonlyMap<string, readonly string[]>, copy: number): Exchange {
  return (text, locale) =>
    text.replace(/https?:\/\/[^\s)"]+|\p{L}{4,}/gu, (word) => {
      if (word.startsWith('http')) return word;
      const draw = digestOf(`${copy}|${word.toLowerCase()}`);
      const share = (draw % 1000) / 1000;
      if (share >= EXCHANGED + INVENTED) return word;
      const other = share < INVENTED ? invented(draw) : pick(words.get(locale) ?? [word], draw);
      return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    });
}

const pick = (words: readonly string[], draw: number): string => words[Math.floor(draw / 1000) % words.length] ?? '';
const invented = (draw: number): string => [10, 410, 16_410].map((by) => pick(SYLLABLES, Math.floor(draw / by) * 1000)).join('');

function writeCopy(folder: string, original: SourceFile, translations: readonly SourceFile[], copy: number, exchange: Exchange): void {
  const id = `${original.matter.id}-${copy}`;
  const body = exchange(original.body, original.matter.locale);
  write(folder, original.kind, `${id}.md`, copyMatter(original.matter, id, copy, exchange), body);
  for (const { kind, matter, body: translated } of translations) {
    const facts = { ...matter, id, translates: bodyDigest(body) };
    write(folder, kind, `${id}.${matter.locale}.md`, facts, exchange(translated, matter.locale));
  }
}

function write(folder: string, kind: string, name: string, matter: object, body: string): void {
  mkdirSync(join(folder, kind), { recursive: true });
  writeFileSync(join(folder, kind, name), `---\n${stringify(matter, { lineWidth: 0 })}---\n${body}\n`);
}

function copyMatter(matter: Matter, id: string, copy: number, exchange: Exchange): object {
  const { also: _taken, ...facts } = matter;
  const texts = (value: unknown) =>
    Object.fromEntries(Object.entries(value as Record<string, string>).map(([locale, text]) => [locale, exchange(text, locale)]));
  const { call, otherNames } = matter as { call?: Record<string, unknown>; otherNames?: string[] };
  return {
    ...facts,
    id,
    title: texts(matter.title),
    summary: texts(matter.summary),
    ...(otherNames && { otherNames: otherNames.map((name) => exchange(name, matter.locale)) }),
    ...(call && { call: copyCall(call, matter.locale, copy, exchange) }),
  };
}

function copyCall(call: Record<string, unknown>, locale: string, copy: number, exchange: Exchange): object {
  const criteria = (call.criteria ?? []) as { quote: string }[];
  const days = ['opens', 'closes', 'closedBy'].filter((name) => call[name] !== undefined);
  // Up to a year earlier or later; dates without a day stay where they are, or they could change their order.
  const shift = (copy % 731) - 365;
  const isMovable = days.every((name) => /^\d{4}-\d{2}-\d{2}$/.test(String(call[name])));
  const moved = isMovable ? Object.fromEntries(days.map((name) => [name, later(String(call[name]), shift)])) : {};
  return { ...call, ...moved, criteria: criteria.map((one) => ({ ...one, quote: exchange(one.quote, locale) })) };
}

const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** FNV-1a with a last mixing, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function digestOf(text: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  digest = Math.imul(digest ^ (digest >>> 15), 0x85ebca6b);
  return (digest ^ (digest >>> 13)) >>> 0;
}
