/**
 * Which language an utterance is in, and whether that is sure. Runs of letters are judged by eld (Nito-ELD, Apache-2.0), limited to our
 * languages; what the conversation already knows weighs in. Too little to judge by keeps the language of the conversation.
 */
import { LOCALES, type Locale } from '../domain/locale';
import { likenessToGreek, MAYBE_GREEK, SURELY_GREEK } from './greeklish';

/** What is known of the language before anything is said. */
export interface LanguagePriors {
  /** Language of the page the widget stands on. */
  readonly page?: Locale;
  /** Language of the conversation so far. */
  readonly last?: Locale;
  /** What the person chose: nothing they say changes it. */
  readonly chosen?: Locale;
}

export interface HeardLanguage {
  readonly locale: Locale;
  /** Sure enough to change the language of the conversation. */
  readonly sure: boolean;
  /** The next best guess, or the language heard where `locale` was kept in spite of it: worth searching too. */
  readonly second?: Locale;
}

export interface Detector {
  detect(text: string, priors: LanguagePriors): HeardLanguage;
}

/**
 * eld adds up evidence per run of letters. On Tatoeba sentences (facebookresearch/LASER, ten of our languages) a lead of 100 is right
 * in 91 of 100 cases, one of 200 in 99, none in 54: about one step of log-odds in 45.
 */
const STEP = 45;
const PRIOR = { last: 60, page: 30 };
/** eld's score s is x ⁄ (x + 25), where x is the mean evidence of a run of letters. */
const ELD_SCALE = 25;
const SURE = 0.9;
/** Enough when the language of the conversation is out of the question: the wrong one of two neighbours is still nearer. */
const SURE_OF_ANOTHER = 0.7;
const OUT_OF_THE_QUESTION = 0.01;
/** Words from which there is something to judge by. */
const ENOUGH_WORDS = 3;
/** Below this share of the best guess a second one is not worth a search. */
const WORTH_TRYING = 0.02;

interface Eld {
  detect(text: string): { getScores(): Record<string, number> };
}

/** Loads the small tables: 0.26 s, 97.5 % on Tatoeba; `medium` takes 0.37 s for the same, `large` 1.1 s and 390 MB for 98.2 %. */
export async function makeDetector(): Promise<Detector> {
  const { eld } = await import('eld/small');
  const own = eld.newInstance();
  own.setLanguageSubset([...LOCALES]);
  return { detect: (text, priors) => detect(own, text, priors) };
}

function detect(eld: Eld, text: string, priors: LanguagePriors): HeardLanguage {
  const words = judgeableWords(text);
  const home = priors.chosen ?? priors.last ?? priors.page;
  const guesses = isGreek(text) ? [{ locale: 'el' as const, chance: 1 }] : withGreek(text, guessesFor(eld, words, priors));
  const [best, next] = guesses;
  if (!best) return { locale: home ?? 'en', sure: false };
  if (priors.chosen) return kept(priors.chosen, guesses, true);
  if (isGreek(text)) return { locale: 'el', sure: true };
  if (home && (words.length < ENOUGH_WORDS || isName(words))) return kept(home, guesses, false);
  const chanceOfHome = guesses.find(({ locale }) => locale === home)?.chance ?? 0;
  const enough = chanceOfHome < OUT_OF_THE_QUESTION || best.locale === home ? SURE_OF_ANOTHER : SURE;
  const sure = words.length >= ENOUGH_WORDS && best.chance >= enough;
  const second = next && next.chance >= WORTH_TRYING ? { second: next.locale } : {};
  return { locale: best.locale, sure, ...second };
}

interface Guess {
  readonly locale: Locale;
  /** 0…1. */
  readonly chance: number;
}

/** Too little to be sure, enough to search. */
const MAYBE = 0.6;

/** Greek in Latin letters is in no table of eld's, which takes it for any of the others. */
function withGreek(text: string, guesses: readonly Guess[]): readonly Guess[] {
  const likeness = likenessToGreek(text);
  if (likeness < MAYBE_GREEK || guesses.length === 0) return guesses;
  return [{ locale: 'el', chance: likeness >= SURELY_GREEK ? 1 : MAYBE }, ...guesses.filter(({ locale }) => locale !== 'el')];
}

function kept(locale: Locale, guesses: readonly Guess[], sure: boolean): HeardLanguage {
  const other = guesses.find((guess) => guess.locale !== locale && guess.chance >= WORTH_TRYING);
  return { locale, sure, ...(other && { second: other.locale }) };
}

/** Most likely first; none when there is nothing to judge. */
function guessesFor(eld: Eld, words: readonly string[], { last, page }: LanguagePriors): Guess[] {
  const scores = eld.detect(words.join(' ')).getScores();
  const runs = words.reduce((sum, word) => sum + runsIn(word), 0);
  const evidence = LOCALES.map((locale) => {
    const score = scores[locale] ?? 0;
    const prior = (locale === last ? PRIOR.last : 0) + (locale === page ? PRIOR.page : 0);
    return { locale, sum: (runs * ELD_SCALE * score) / (1 - score) + prior };
  });
  if (Object.keys(scores).length === 0) return [];
  const most = Math.max(...evidence.map(({ sum }) => sum));
  const odds = evidence.map(({ locale, sum }) => ({ locale, odds: Math.exp((sum - most) / STEP) }));
  const total = odds.reduce((sum, one) => sum + one.odds, 0);
  return odds.map(({ locale, odds: one }) => ({ locale, chance: one / total })).sort((a, b) => b.chance - a.chance);
}

/** How many runs of letters eld looks at: one of four bytes at every third byte, and the word's end. */
const runsIn = (word: string): number => 1 + Math.max(0, Math.ceil((Buffer.byteLength(word) - 4) / 3));

/** Words that belong to a language: no addresses, no codes and numbers, no abbreviations. */
function judgeableWords(text: string): string[] {
  const isShouted = !/\p{Ll}/u.test(text);
  const words = text
    .replace(/\S*(?:@|:\/\/|www\.)\S*/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word !== '');
  if (isCode(words)) return [];
  return words.filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word) && (isShouted || !isAbbreviation(word)));
}

const LONGEST_IN_CODE = 3;

/** "esf si 2024 ua 01": the code of a call is in no language, however it is typed. */
const isCode = (words: readonly string[]): boolean =>
  words.filter((word) => /\p{N}/u.test(word)).length > 1 && words.every((word) => /\p{N}/u.test(word) || word.length <= LONGEST_IN_CODE);

const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,6}$/u.test(word);

/** "Fundació Tomillo Madrid": every word has a capital. */
const isName = (words: readonly string[]): boolean =>
  words.every((word) => /^\p{Lu}/u.test(word)) && words.some((word) => /\p{Ll}/u.test(word));

/** Of our languages only Greek has these letters; half, because Greek questions hold foreign names. */
function isGreek(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => /\p{Script=Greek}/u.test(letter)).length * 2 >= letters.length;
}
