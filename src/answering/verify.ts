/**
 * Holds what a model wrote against its sources, sentence by sentence, and drops what they do not bear out. It cannot see a wrong
 * "not" or two true facts joined wrongly; it sees every figure, date, amount, link, address, code, foreign language and lack of a source.
 */
import type { Locale } from '../domain/locale';
import type { Detector } from '../language/detect';
import type { Source } from './model-sources';
import { isBorneOut, type SaidInFigures, saidInFigures } from './quantities';
import { sentencesOf } from './sentences';
import { hasAddresses, hasCodes, isIn, MARKUP, sharesWords } from './verify-words';

/** Why a sentence is not shown; for the log. */
export type Drop = 'no source' | 'unknown source' | 'figures' | 'address' | 'code' | 'language' | 'markup' | 'words' | 'echo';

export interface WordedSentence {
  /** Plain text without its citations. */
  readonly text: string;
  /** Places of the cited entries among those shown, from 1, each once. */
  readonly shownAs: readonly number[];
}

export interface Verified {
  readonly kept: readonly WordedSentence[];
  readonly dropped: readonly Drop[];
}

export interface VerifyRooms {
  readonly sources: readonly Source[];
  /** Language of the person. */
  readonly locale: Locale;
  readonly detector: Detector;
  readonly isEcho: (sentence: string) => boolean;
}

export function verify(written: string, rooms: VerifyRooms): Verified {
  const kept: WordedSentence[] = [];
  const dropped: Drop[] = [];
  for (const sentence of citedSentences(written, rooms.locale)) {
    const drop = faultOf(sentence, rooms);
    if (drop) dropped.push(drop);
    else kept.push({ text: sentence.text, shownAs: [...new Set(sourcesCited(sentence, rooms.sources).map(({ shownAs }) => shownAs))] });
  }
  return { kept, dropped };
}

interface Cited {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Models write "[1, 2]" and "[1][2]" too, and put them after the full stop. */
const TOKEN = /\s?\[(\d{1,3}(?:\s?,\s?\d{1,3})*)\]/g;

/** Sentences with the numbers they cite. */
export function citedSentences(written: string, locale: Locale): readonly Cited[] {
  const moved = written.replace(/([.!?…;]+)((?:\s?\[\d{1,3}(?:\s?,\s?\d{1,3})*\])+)/g, '$2$1');
  return sentencesOf(moved, locale).map((sentence) => ({
    text: sentence.replace(TOKEN, '').trim(),
    numbers: [...sentence.matchAll(TOKEN)].flatMap(([, list = '']) => list.split(',').map(Number)),
  }));
}

const sourcesCited = ({ numbers }: Cited, sources: readonly Source[]): Source[] => sources.filter(({ number }) => numbers.includes(number));

/** The first thing that is wrong with a sentence. */
function faultOf(sentence: Cited, { sources, locale, detector, isEcho }: VerifyRooms): Drop | undefined {
  const { text, numbers } = sentence;
  if (numbers.length === 0) return 'no source';
  if (numbers.some((number) => !sources.some((source) => source.number === number))) return 'unknown source';
  if (MARKUP.test(text)) return 'markup';
  if (isEcho(text)) return 'echo';
  if (!isIn(locale, text, detector)) return 'language';
  const cited = sourcesCited(sentence, sources);
  if (!isBorneOut(saidInFigures(text, locale), figuresOf(cited))) return 'figures';
  const said = cited.map((source) => source.text).join('\n');
  if (!hasAddresses(text, said)) return 'address';
  if (!hasCodes(text, said)) return 'code';
  const isTranslated = cited.some((source) => source.locale !== locale);
  return isTranslated || sharesWords(text, said, locale) ? undefined : 'words';
}

/** Each source in its own language: "1.500" is not the same everywhere. */
function figuresOf(sources: readonly Source[]): SaidInFigures {
  const said = sources.map((source) => saidInFigures(source.text, source.locale));
  return { quantities: said.flatMap(({ quantities }) => quantities), dates: said.flatMap(({ dates }) => dates) };
}
