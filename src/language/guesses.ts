/**
 * What languages an utterance may be in, and how likely each is: by its letters (eld), by phrases and words that only some languages have,
 * by signs that a language does not write, and by what was spoken before.
 */
import { LOCALES, type Locale } from '../domain/locale';
import { strangersIn } from './alphabets';
import { likenessToGreek, MAYBE_GREEK, SURELY_GREEK } from './greeklish';
import type { Tongues } from './tongues';

/** What is known of the language before anything is said. */
export interface LanguagePriors {
  /** Where the conversation began when nobody chose: the server's own language, or a guess. */
  readonly fallback?: Locale;
  /** Language of the page the widget stands on. */
  readonly page?: Locale;
  /** Language that the person has spoken so far. */
  readonly last?: Locale;
  /** What the person chose: nothing they say changes it. */
  readonly chosen?: Locale;
}

interface Eld {
  detect(text: string): { getScores(): Record<string, number> };
}

export interface Ears {
  readonly eld: Eld;
  readonly tongues: Tongues;
}

export interface Guess {
  readonly locale: Locale;
  /** 0…1. */
  readonly chance: number;
}

/**
 * eld adds up evidence per run of letters. On Tatoeba sentences (facebookresearch/LASER, ten of our languages) a lead of 100 is right
 * in 91 of 100 cases, one of 200 in 99, none in 54: about one step of log-odds in 45.
 */
const STEP = 45;
const PRIOR = { last: 60, page: 30, fallback: 15 };
/** What a word is worth against each language that does not have it, and what a letter is against each that does not write it. */
const MISSING_WORD = 100;
/** And more for each that counts it among the words of every text. */
const LITTLE_WORD = 20;
const STRANGE_LETTER = 60;
/** What a place says for the languages of its country: less than any word, enough between neighbours. */
const PLACE = 60;
/** A word that told already tells little again by its letters. */
const TOLD_TWICE = 0.7;
/** eld's score s is x ⁄ (x + 25), where x is the mean evidence of a run of letters. */
const ELD_SCALE = 25;

/** What was heard in an utterance, before anything is decided. */
export interface Heard {
  /** Most likely first; none when there is nothing to judge. */
  readonly guesses: readonly Guess[];
  /** Words that belong to a language: no names of places. */
  readonly words: readonly string[];
  /** How many words, or the whole as a phrase, tell one language from another. */
  readonly telling: number;
  /** Languages in which exactly this is said. */
  readonly phrase: readonly Locale[];
  /** Languages that have every word that tells, those of a place named before others; none when no word does. */
  readonly common: readonly Locale[];
}

export function listen(text: string, priors: LanguagePriors, { eld, tongues }: Ears): Heard {
  const phrase = tongues.ofPhrase(text);
  const all = judgeableWords(text);
  const words = all.filter((word) => tongues.ofPlace(word).length === 0 || tongues.ofWord(word).length > 0);
  const greek = greekInLatin(text, all, tongues);
  const telling =
    phrase.length > 0 || greek.isGreek ? Math.max(1, words.length) : partsOf(words).filter((word) => tells(tongues.ofWord(word))).length;
  if (isGreek(text)) return { guesses: [{ locale: 'el', chance: 1 }], words, telling, phrase, common: ['el'] };
  const common = commonTo(knownIn(partsOf(words), tongues), homesIn(all, tongues));
  const isUnknown = (priors.last ?? priors.page ?? priors.fallback) === undefined;
  const evidence = words.length > 0 || !isUnknown ? guessesFor(text, { words, all }, priors, { eld, tongues }) : homesOf(all, tongues);
  const guesses = phrase.length > 0 ? among(evidence, phrase) : withGreek(evidence, greek);
  return { guesses, words, telling, phrase, common };
}

/** "m'assessora" is two words; of "Calla't" only the first is looked up. */
const partsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (/['’-]/.test(word) ? word.split(/['’-]+/).filter((part) => /../u.test(part) || /[^a-z]/i.test(part)) : [word]));

/** Where several have every word, the place that is named decides between them. */
function commonTo(known: readonly (readonly Locale[])[], homes: ReadonlySet<Locale>): readonly Locale[] {
  const common = known.length > 0 ? LOCALES.filter((locale) => known.every((locales) => locales.includes(locale))) : [];
  const atHome = common.filter((locale) => homes.has(locale));
  return atHome.length > 0 ? atHome : common;
}

const homesIn = (words: readonly string[], tongues: Tongues): ReadonlySet<Locale> =>
  new Set(words.flatMap((word) => tongues.ofPlace(word)));

/** Languages of each word that tells, and of the whole where it is a term. */
function knownIn(parts: readonly string[], tongues: Tongues): readonly (readonly Locale[])[] {
  // "Celle" is a word of Italian and a town of Germany: it speaks against neither.
  const words = parts.map((word) => {
    const own = tongues.ofWord(word);
    return own.length > 0 ? [...own, ...tongues.ofPlace(word)] : own;
  });
  return [...words, tongues.ofTerm(parts.join(' '))].filter(tells);
}

const tells = (known: readonly Locale[]): boolean => known.length > 0 && known.length < LOCALES.length - 2;

/** The name of a place says something of the language only where nothing else does. */
function homesOf(places: readonly string[], tongues: Tongues): Guess[] {
  const homes = places.flatMap((word) => tongues.ofPlace(word));
  return LOCALES.map((locale) => ({ locale, chance: homes.filter((home) => home === locale).length / homes.length }))
    .filter(({ chance }) => chance > 0)
    .sort((a, b) => b.chance - a.chance);
}

/** A phrase that some languages have is in no other. */
function among(guesses: readonly Guess[], locales: readonly Locale[]): Guess[] {
  const chances = locales.map((locale) => ({ locale, chance: guesses.find((guess) => guess.locale === locale)?.chance ?? 0 }));
  const total = chances.reduce((sum, { chance }) => sum + chance, 0);
  return chances
    .map(({ locale, chance }) => ({ locale, chance: total > 0 ? chance / total : 1 / locales.length }))
    .sort((a, b) => b.chance - a.chance);
}

/** Shorter words sound like those of others. Letters. */
const TELLING_SOUND = 4;
/** Too little to be sure, enough to search. */
const MAYBE = 0.6;

/** Greek in Latin letters is in no table of eld's, which takes it for any of the others. */
function withGreek(guesses: readonly Guess[], { isGreek, mayBe }: { isGreek: boolean; mayBe: boolean }): readonly Guess[] {
  if (!isGreek && !mayBe) return guesses;
  return [{ locale: 'el', chance: isGreek ? 1 : MAYBE }, ...guesses.filter(({ locale }) => locale !== 'el')];
}

/** Sure where it looks like Greek, or where a word that only Greek has sounds so and no word does not; a word of others refutes what may be. */
function greekInLatin(text: string, words: readonly string[], tongues: Tongues): { isGreek: boolean; mayBe: boolean } {
  const likeness = likenessToGreek(text);
  const isPlace = (word: string) => tongues.ofPlace(word).length > 0;
  const own = words.filter((word) => tongues.soundsGreek(word));
  const isOthers = words.some((word) => tongues.ofWord(word).length > 0 && !tongues.soundsGreek(word) && !isPlace(word));
  const hasOwn = own.some((word) => word.length >= TELLING_SOUND && !tells(tongues.ofWord(word)) && !isPlace(word));
  const isKnown = hasOwn && !isOthers && own.length * 2 >= words.length && /^[\P{L}a-z]+$/iu.test(text);
  return { isGreek: likeness >= SURELY_GREEK || isKnown, mayBe: likeness >= MAYBE_GREEK && !isOthers };
}

interface Judgeable {
  readonly words: readonly string[];
  /** Names of places as well. */
  readonly all: readonly string[];
}

/** Most likely first; none when there is nothing to judge. */
function guessesFor(text: string, { words, all }: Judgeable, priors: LanguagePriors, { eld, tongues }: Ears): Guess[] {
  const spelt = words.filter((word) => !isMadeUp(word, tongues));
  const scores = eld.detect(spelt.join(' ')).getScores();
  const parts = partsOf(words);
  const known = knownIn(parts, tongues);
  if (Object.keys(scores).length === 0 && known.length === 0) return [];
  const runs = spelt.reduce((sum, word) => sum + runsIn(word), 0);
  const told = parts.filter((word) => tells(tongues.ofWord(word))).length;
  const worth = ELD_SCALE * runs * (1 - (TOLD_TWICE * told) / Math.max(1, parts.length));
  const homes = homesIn(all, tongues);
  const evidence = LOCALES.map((locale) => {
    const score = scores[locale] ?? 0;
    const missing = known.filter((locales) => !locales.includes(locale)).length;
    const little = parts.filter((word) => tongues.isLittle(word, locale)).length;
    const byPlace = homes.has(locale) ? PLACE : 0;
    const byWords = byPlace + LITTLE_WORD * little - MISSING_WORD * missing - STRANGE_LETTER * strangersIn(text, locale);
    return { locale, sum: (worth * score) / (1 - score) + byWords + priorOf(locale, priors) };
  });
  const most = Math.max(...evidence.map(({ sum }) => sum));
  const odds = evidence.map(({ locale, sum }) => ({ locale, odds: Math.exp((sum - most) / STEP) }));
  const total = odds.reduce((sum, one) => sum + one.odds, 0);
  return odds.map(({ locale, odds: one }) => ({ locale, chance: one / total })).sort((a, b) => b.chance - a.chance);
}

/** A capital inside a word that nobody knows: "InnoBA" is the name of something, and spelt as no language is. */
const isMadeUp = (word: string, tongues: Tongues): boolean => /\p{Ll}\p{Lu}/u.test(word) && tongues.ofWord(word).length === 0;

const priorOf = (locale: Locale, { last, page, fallback }: LanguagePriors): number =>
  (locale === last ? PRIOR.last : 0) + (locale === page ? PRIOR.page : 0) + (locale === fallback ? PRIOR.fallback : 0);

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

/** Of our languages only Greek has these letters; half, because Greek questions hold foreign names. */
export function isGreek(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.filter((letter) => /\p{Script=Greek}/u.test(letter)).length * 2 >= letters.length;
}
