/**
 * A folder as large as wanted, in memory: copies of the shipped entries whose sentences are drawn from all the folder says in that language,
 * with some words exchanged. Words are drawn as often as they stand in running text, and some are new, made of the front of one and the
 * end of another: so frequencies stay as uneven as people write, and the vocabulary goes on growing as it does in any real folder.
 */
import type { Entry } from '../../src/domain/entry';
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import { LOCALES, type Locale, type LocalisedText } from '../../src/domain/locale';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { makeRandom } from '../../src/retrieval/random';

/** Shares of the sentences and words of a copy. */
const OTHER_SENTENCE = 0.5;
const OTHER_WORD = 0.15;
/** English has some 8,000 forms in 100,000 words of the shipped folder; at twenty times the size, growing with the root, some 40,000. */
const NEW_WORD = 0.03;
const NEW_WORDS = 60_000;

type Random = () => number;

interface Pool {
  readonly sentences: readonly string[];
  /** In running text: a word stands here as often as it is said. */
  readonly words: readonly string[];
}

/** `count` entries in these languages, always the same. */
export function makeLargeFolder(shipped: KnowledgeBase, count: number, locales: readonly Locale[]): KnowledgeBase {
  const originals = shipped.entries.filter(({ kind }) => kind !== 'site');
  const pools = new Map(locales.map((locale) => [locale, poolOf(originals, locale)]));
  const random = makeRandom(1);
  const entries = Array.from({ length: count }, (_, n) => {
    const original = originals[n % originals.length] as Entry;
    const retell = (text: string, locale: Locale): string => retold(text, pools.get(locale) as Pool, random);
    const id = `${original.id}-${Math.floor(n / originals.length)}`;
    const texts = (from: LocalisedText): LocalisedText => mapTexts(from, locales, retell);
    const own = locales.includes(original.locale) ? original.locale : (locales[0] ?? 'en');
    return {
      ...original,
      id,
      also: [],
      locale: own,
      title: texts(original.title),
      summary: texts(original.summary),
      bodies: texts(original.bodies),
    };
  });
  return makeKnowledgeBase(entries, shipped.vocabularies, `${count} ${locales.join()}`);
}

function mapTexts(from: LocalisedText, locales: readonly Locale[], retell: (text: string, locale: Locale) => string): LocalisedText {
  const told = LOCALES.filter((locale) => locales.includes(locale) && from[locale] !== undefined);
  return Object.fromEntries(told.map((locale) => [locale, retell(from[locale] ?? '', locale)]));
}

/** Line by line, so that headings stay where they are. */
const retold = (text: string, pool: Pool, random: Random): string =>
  text
    .split('\n')
    .map((line) =>
      line.startsWith('#')
        ? reword(line, pool, random)
        : sentencesOf(line)
            .map((one) => reword(drawn(one, pool, random), pool, random))
            .join(' '),
    )
    .join('\n');

const drawn = (sentence: string, { sentences }: Pool, random: Random): string =>
  random() < OTHER_SENTENCE ? pick(sentences, random) : sentence;

function reword(text: string, { words }: Pool, random: Random): string {
  return text.replace(/\p{L}{4,}/gu, (word) => {
    const draw = random();
    if (draw < NEW_WORD) return newWord(words, random);
    return draw < NEW_WORD + OTHER_WORD ? pick(words, random) : word;
  });
}

/** The n-th new word is said n times less often than the first, as Zipf found of all words. */
function newWord(words: readonly string[], random: Random): string {
  const rank = Math.floor(NEW_WORDS ** random());
  const [front = '', end = ''] = [17, 101].map((step) => words[(rank * step * 7919) % words.length]);
  return front.slice(0, Math.ceil(front.length / 2)) + end.slice(Math.floor(end.length / 2));
}

function poolOf(entries: readonly Entry[], locale: Locale): Pool {
  const texts = entries
    .flatMap(({ title, summary, bodies }) => [title[locale], summary[locale], bodies[locale]])
    .filter((one) => one !== undefined);
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '' && !line.startsWith('#'));
  return { sentences: lines.flatMap(sentencesOf), words: lines.flatMap((line) => line.toLowerCase().match(/\p{L}{4,}/gu) ?? []) };
}

const sentencesOf = (line: string): string[] => line.split(/(?<=[.!?;])\s+/u);

const pick = (from: readonly string[], random: Random): string => from[Math.floor(random() * from.length)] ?? '';
