/**
 * Ordinary words that read like the name of a place once case and accents are folded and endings taken off: Croatian "riječ" (word)
 * like "Rijeka". Written as here, with these capitals, they are never a place ("štiri", four, is not Styria).
 */
import { LOCALES, type Locale } from '../domain/locale';
import { fold } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';

const WORDS: Readonly<Record<Locale, string>> = {
  en: 'come grenade leer scale Roma',
  es: 'reunión continente madera centro norte este borde seres colonia occidental barrios autónoma cuenca',
  ca: 'duren permet reunió nord verí colònia porto',
  fr: 'trier sienne somme permet réunion marché manche stade fier cher nord grenade peine maçon trente vienne',
  it: 'somme celle continente castello colonia centro nord prato fermo mila porto mezzogiorno riunione',
  pt: 'continente sete reunião vitória rodas prato colónia centro norte seres malta',
  de: 'liege bosnier bosnierin bosniern berät alte leer scale landes alten altes altem alter berg essen halle berater roma',
  el: 'Βόσνιος Βόσνιοι βόσνιος βόσνιοι κοντά κοντός χάρτη χάρτης χαρτί χαρτιά μερίδια μερίδες μερίδα πόρτες πόρτα ψυχική ψυχικά ψυχικό καλά μόρια παραμύθι ζωγράφος νίκη αργός ζάχαρο μάρκα αλιεία αλιέας αλμυρός καμπάνια κρανίο άνεση πιστοί χάνι σαράντα πάρω παρών πήρε πήραν έγινα λήψη μοναξιά μόλις μιλά μιλάω πουλά πουλάω μπαρ λιβάδι ανδρών ψυχικό πάχος',
  sl: 'štiri Štiri Stiri kosov Kosov gorje Gorje gradišče gradišča gradišču Gradišče Gradišča Gradišču šest šestih šalo matere breme raven oder vreden urbani prag prati županja veri obala varna varno varni varne mila',
  hr: 'Gorje gorje općina općine općinu općini riječ riječi više vodič vodiča vodiče šest prati prate osim urbani viškovi stado kostur salo braća porcija marka rijeke županija obala',
  sq: 'vende javë mend varësi mesin roman hall markë pompë fermë port pullë bord scale qendër veri vjen hallën javën bordit hanin fermën servis tallin tulla',
};

/** Without their accents these are mostly the place: "sto argos", "u rijeci", "a la reunion". */
const PLACES_UNACCENTED: Partial<Record<Locale, readonly string[]>> = { el: ['αργός'], hr: ['riječi'], fr: ['réunion'] };

const wordsOf = (locale: Locale): readonly string[] => WORDS[locale].split(' ');
const unaccented = (locale: Locale): string[] =>
  wordsOf(locale)
    .filter((word) => /^\p{Ll}/u.test(word) && !PLACES_UNACCENTED[locale]?.includes(word))
    .map(fold);
const AS_WRITTEN = new Map(LOCALES.map((locale) => [locale, new Set(wordsOf(locale))]));
const UNACCENTED = new Map(LOCALES.map((locale) => [locale, new Set(unaccented(locale))]));
/** Everybody spells Greek in Latin letters as they like: "xarti", "harth" and "charti" sound alike, and an x is a ξ or a χ. */
const soundOf = (greek: string): string => greekSoundOf(greek).replaceAll('ξ', 'χ');
const GREEK_SOUNDS = new Set(unaccented('el').map(soundOf));

/** `surface` as it was written; in lower case its accents may be missing, and Greek be in Latin letters. */
export function isOrdinaryWord(surface: string, locale: Locale): boolean {
  // Every German noun has a capital: there it tells nothing.
  const word = locale === 'de' ? surface.toLowerCase() : surface;
  if (AS_WRITTEN.get(locale)?.has(word)) return true;
  if (!/^\p{Ll}+$/u.test(word)) return false;
  if (locale === 'el' && isInLatinLetters(word)) return GREEK_SOUNDS.has(soundOf(toGreekLetters(word)));
  return UNACCENTED.get(locale)?.has(word.replaceAll('ς', 'σ')) ?? false;
}
