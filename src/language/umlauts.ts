/** German without umlauts, as on a foreign keyboard: "foerderung fuer gruender" → "förderung für gründer". */

/** After a vowel or a q the e belongs to another sound ("neue", "Frauen", "Quelle"), and before "ll" too ("aktuell"). */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/(?<![aeiouäöüq])ue(?!ll|$|\P{L})/gu, 'ü'],
  [/(?<![aeiouäöü]|\bs)oe(?!$|\P{L})/gu, 'ö'],
  [/(?<![aeiouäöü]|r(?=ael)|ch(?=ael))ae(?!$|\P{L}|ro)/gu, 'ä'],
  [/(?<![aeiouäöüq\p{Ll}])Ue/gu, 'Ü'],
  [/(?<!\p{L})Oe/gu, 'Ö'],
  [/(?<!\p{L})Ae(?!ro)/gu, 'Ä'],
];

/** A text that has an umlaut of its own was written with them, and stays. */
export const withUmlauts = (text: string): string =>
  /[äöüß]/i.test(text) ? text : PAIRS.reduce((sum, [pair, umlaut]) => sum.replace(pair, umlaut), text);
