/**
 * Which language an utterance is in, and whether that is sure. Runs of letters are judged by eld (Nito-ELD, Apache-2.0), limited to our
 * languages; phrases and words that only some languages have tell more, above all where there are few; what the conversation already knows
 * weighs in. Too little to judge by keeps the language of the conversation.
 */
import { LOCALES, type Locale } from '../domain/locale';
import { type Ears, type Guess, type Heard, isGreek, type LanguagePriors, listen } from './guesses';
import type { Tongues } from './tongues';

export interface HeardLanguage {
  readonly locale: Locale;
  /** Sure enough to change the language of the conversation. */
  readonly sure: boolean;
  /** So sure that a few words in another language do not change it again. */
  readonly isLasting?: boolean;
  /** The next best guess, or the language heard where `locale` was kept in spite of it: worth searching too. */
  readonly second?: Locale;
}

export interface Detector {
  detect(text: string, priors: LanguagePriors): HeardLanguage;
}

const SURE = 0.9;
/** Enough when the language of the conversation is out of the question: the wrong one of two neighbours is still nearer. */
const SURE_OF_ANOTHER = 0.7;
const OUT_OF_THE_QUESTION = 0.01;
/** The same while the person has not spoken: a page's language is no more than a guess. */
const SURE_YET_UNSPOKEN = 0.4;
const HARDLY_THE_PAGES = 0.1;
/** Words from which there is something to judge by, and from which what was heard lasts. */
const ENOUGH_WORDS = 3;
const LASTING_WORDS = 2;
/** Below this share of the best guess a second one is not worth a search. */
const WORTH_TRYING = 0.02;

/**
 * Loads the small tables: 0.26 s, 97.5 % on Tatoeba; `medium` takes 0.37 s for the same, `large` 1.1 s and 390 MB for 98.2 %. `tonguesNow` is
 * asked for each utterance, because the folder may be read later, and again.
 */
export async function makeDetector(tonguesNow: () => Tongues | undefined = () => undefined): Promise<Detector> {
  const { eld } = await import('eld/small');
  const own = eld.newInstance();
  own.setLanguageSubset([...LOCALES]);
  return { detect: (text, priors) => detect(text, priors, { eld: own, tongues: tonguesNow() ?? NO_TONGUES }) };
}

const NO_TONGUES: Tongues = {
  ofPhrase: () => [],
  ofTerm: () => [],
  ofWord: () => [],
  isLittle: () => false,
  soundsGreek: () => false,
  ofPlace: () => [],
};

function detect(text: string, priors: LanguagePriors, ears: Ears): HeardLanguage {
  const heard = listen(text, priors, ears);
  const { guesses, words, telling } = heard;
  const home = priors.chosen ?? priors.last ?? priors.page ?? priors.fallback;
  const [best, next] = guesses;
  if (!best) return { locale: home ?? 'en', sure: false };
  if (priors.chosen) return kept(priors.chosen, guesses, true);
  if (isGreek(text)) return { locale: 'el', sure: true, isLasting: true };
  if (home && staysIn(home, heard, priors, ears.tongues)) return kept(home, guesses, false);
  const isEnough = (words.length >= ENOUGH_WORDS || telling > 0) && !isUndecided(heard);
  const sure = isEnough && best.chance >= enoughFor(best.locale, heard, priors);
  const isLasting = sure && best.chance >= SURE && words.length >= LASTING_WORDS;
  const second = next && next.chance >= WORTH_TRYING ? { second: next.locale } : {};
  return { locale: best.locale, sure, ...(isLasting && { isLasting }), ...second };
}

/** The chance that makes the best guess sure. */
function enoughFor(best: Locale, { guesses, phrase }: Heard, { last, page, fallback }: LanguagePriors): number {
  const home = last ?? page ?? fallback;
  const chanceOfHome = guesses.find(({ locale }) => locale === home)?.chance ?? 0;
  const isOpen = last === undefined || phrase.length > 0;
  if (isOpen && best !== home && chanceOfHome < HARDLY_THE_PAGES) return SURE_YET_UNSPOKEN;
  return chanceOfHome < OUT_OF_THE_QUESTION || best === home ? SURE_OF_ANOTHER : SURE;
}

/** "Cooperativas" is all of it Spanish and Portuguese alike: its letters alone are no reason to leave any other language. */
const isUndecided = ({ guesses: [best, next], common, phrase }: Heard): boolean =>
  phrase.length === 0 &&
  best !== undefined &&
  next !== undefined &&
  best.chance < SURE_OF_ANOTHER &&
  [best, next].every(({ locale }) => common.includes(locale));

/** Nothing in it tells, it may be said at home too, or it is a name. */
function staysIn(home: Locale, heard: Heard, { last }: LanguagePriors, tongues: Tongues): boolean {
  const { words, telling, phrase, common, guesses } = heard;
  if (phrase.length > 1 && phrase.includes(home)) return true;
  if (guesses[0]?.locale !== home && common.includes(home) && words.length <= ENOUGH_WORDS) return true;
  if (isName(words, tongues)) return true;
  if (words.length >= ENOUGH_WORDS) return false;
  return telling === 0 || (last !== undefined && isNothingNew(last, heard, tongues));
}

/**
 * A word or two in a language that has not been spoken are mostly the name of something. A phrase that is known is none ("buenos días"), nor
 * is what only the other language has and holds one of its little words ("¿hasta cuándo?").
 */
function isNothingNew(home: Locale, { words, phrase, guesses }: Heard, tongues: Tongues): boolean {
  const best = guesses[0]?.locale ?? home;
  if (best === home) return false;
  if (words.length < LASTING_WORDS) return true;
  if (phrase.length > 0) return false;
  const isForeign = (word: string) => tongues.ofWord(word).includes(best) && !tongues.ofWord(word).includes(home);
  return !words.every(isForeign) || !words.some((word) => tongues.isLittle(word, best));
}

function kept(locale: Locale, guesses: readonly Guess[], sure: boolean): HeardLanguage {
  const other = guesses.find((guess) => guess.locale !== locale && guess.chance >= WORTH_TRYING);
  return { locale, sure, ...(other && { second: other.locale }) };
}

/** "Fundació Tomillo Madrid": every word has a capital, and not each is a known one. */
const isName = (words: readonly string[], tongues: Tongues): boolean =>
  words.every((word) => /^\p{Lu}/u.test(word)) &&
  words.some((word) => /\p{Ll}/u.test(word)) &&
  words.some((word) => tongues.ofWord(word).length === 0);
