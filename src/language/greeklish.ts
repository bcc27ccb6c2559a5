/**
 * Greek typed in Latin letters ("thelo na anoikso mia koinsep"), as people do on phones: how much a text looks like it, and its words
 * in Greek letters. Everybody spells it as they like, so the vowels come out by sound and not as a dictionary has them.
 */
import { fold } from './fold';
import { grammarOf } from './grammar';

/**
 * Runs of three letters, `_` being a word's edge, that Greek so written has far more often than any of our other languages. Counted in the
 * knowledge folder, its Greek texts spelt in all the usual ways.
 */
const RUNS = new Set(
  `kai ai_ _ep nwn thn ikh wni nik tis gia koi sth epi hs_ kh_ _ka is_ lhs _gi _oi inw _to klh hn_ _h_ wn_ ou_ ths eis _ek _ti iri
  kli osk tou iou tik xei oik iki twn iko khs mat rwt rhs dhm _ik irh skl _st kt_ hsh sis _ee oin sei ei_ oto _yp pix ife kin shs
  dia tht tom ros rhm oti iak _rw eio ton mia sia ewn _ke ika dik eon ath pih sti kou ris tin ino mos ikt nws _gn _xr fer hsi rw_
  eia _sy hth rif erg tai _ew hei kes po_ pu_ hse rot kwn kat wti rwp euo ike hri rgo kis urw hwr aik mik oth ws_ _ip noi ism gas
  _ef ikw hrh lis _eh oi_ xh_ anw arh ypo _mp osi phr xor iot hgh frw _mh syn edr ked seo rwn _id ka8 lh_ sew emv _eo lhr plh hma
  wth a8e hmo ghs mvr riz urg gma wre iah imo ogi hni mh_ gnw ekp zht iax idr iwn sym apa ews oua mhn zou dim nai xir efr _hm 3i_
  pws smo kan rhg llh wra kop dot`.split(/\s+/),
);
const { little, littleElsewhereToo } = grammarOf('el').latinLetters;
/** Little words that no other of our languages has, and those that another one has too. */
const TELLING = new Set(little);
const ALSO_OTHERS = new Set(littleElsewhereToo);
const SHARE_OF_OTHERS = 0.25;
/** Chosen with the two limits below on questions spelt so and on 46,000 sentences of the other languages. */
const LITTLE_WORDS = 1.2;

/**
 * From here on it may be Greek: so are 0.85 of XQuAD's Greek questions, which are full of foreign names, and 0.93 of ours, and 4 of the
 * other sentences.
 */
export const MAYBE_GREEK = 0.25;
/** From here on it is: 0.64 and 0.93, and none. */
export const SURELY_GREEK = 0.35;

/** About three words: "koi" of the French "c koi" proves nothing. */
const FEWEST_RUNS = 10;

/** How much a text in Latin letters looks like Greek; 0 for nothing alike, rarely over 1. A letter with an accent or a hook is not Greek. */
export function likenessToGreek(text: string): number {
  if (/[^\P{L}a-z]/iu.test(text)) return 0;
  const words = fold(text).match(/[a-z38]+/g) ?? [];
  const runs = words.flatMap(runsOf);
  if (runs.length < FEWEST_RUNS) return 0;
  const little = words.reduce((sum, word) => sum + worthOf(word), 0);
  return (LITTLE_WORDS * little) / words.length + runs.filter((run) => RUNS.has(run)).length / runs.length;
}

function worthOf(word: string): number {
  if (ALSO_OTHERS.has(word)) return SHARE_OF_OTHERS;
  return TELLING.has(word) ? 1 : 0;
}

function runsOf(word: string): string[] {
  const framed = `_${word}_`;
  return Array.from({ length: framed.length - 2 }, (_, at) => framed.slice(at, at + 3));
}

/** In order: what is spelt with two letters first. An h is a χ before a vowel and in "hrimata", elsewhere an η: so "aithsh", "ths". */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/th(?![aeiouywr])/g, 'τη'],
  [/th|8|9/g, 'θ'],
  [/ps|4/g, 'ψ'],
  [/ks|3/g, 'ξ'],
  [/[ck]h/g, 'χ'],
  [/h(?=[aeiouywr])/g, 'χ'],
];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = [...'αβκδεφγηιζκλμνοπκρστυβωχυζ'];
const LETTERS = new Map([...LATIN].map((letter, n) => [letter, GREEK[n] ?? letter]));

/** Words in Greek letters, folded; numbers of two digits and more stay numbers. */
export const toGreekLetters = (text: string): string =>
  fold(text).replace(/[a-z0-9]+/g, (word) => (/^\d+$|\d\d/.test(word) ? word : spell(word)));

const spell = (word: string): string =>
  SPELLINGS.reduce((sum, [spelling, letter]) => sum.replace(spelling, letter), word).replace(
    /[a-z]/g,
    (letter) => LETTERS.get(letter) ?? letter,
  );

/** In order. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/αι/g, 'ε'],
  [/[εουη]ι/g, 'ι'],
  [/(?<!ο)υ/g, 'ι'],
  [/η/g, 'ι'],
  [/ω/g, 'ο'],
  [/(.)\1/g, '$1'],
];

/** What is left of a folded Greek word when vowels that sound the same are written the same: "θελω" and "θελο" are one. */
export const greekSoundOf = (folded: string): string => SAME_SOUND.reduce((sum, [spelling, sound]) => sum.replace(spelling, sound), folded);

/** No letter of it is Greek, and some are Latin. */
export const isInLatinLetters = (text: string): boolean => /\p{Script=Latin}/u.test(text) && !/\p{Script=Greek}/u.test(text);
