/**
 * Ordinary words that read like the name of a place once case and accents are folded and endings taken off: Croatian "riječ" (word)
 * like "Rijeka". Written in lower case they are never a place. Found by reading the knowledge folder for places in lower case.
 */
import type { Locale } from '../domain/locale';

const WORDS: Readonly<Record<Locale, string>> = {
  en: 'come grenade leer scale',
  es: 'reunión continente madera centro norte este borde seres colonia occidental barrios autónoma',
  ca: 'duren permet reunió nord verí colònia',
  fr: 'trier sienne somme permet réunion marché manche stade fier cher nord grenade peine maçon',
  it: 'somme celle continente castello colonia centro nord prato fermo mila porto',
  pt: 'continente sete reunião vitória rodas prato colónia centro norte seres',
  de: 'berät alte leer scale',
  el: 'κοντά κοντός χάρτη χάρτης χαρτί χαρτιά μερίδια μερίδες μερίδα πόρτες πόρτα ψυχική ψυχικά ψυχικό καλά μόρια παραμύθι ζωγράφος νίκη αργός ζάχαρο μάρκα αλιεία αλιέας αλμυρός καμπάνια κρανίο άνεση πιστοί',
  sl: 'šest šestih sesti matere breme raven oder vreden urbani prati županja veri obala',
  hr: 'općina općine općinu općini riječ riječi više vodič vodiča vodiče šest prati prate osim urbani viškovi stado kostur salo braća porcija marka rijeke županija obala',
  sq: 'vende javë mend varësi mesin roman hall markë pompë fermë port pullë bord scale qendër veri',
};

const SETS = new Map<string, ReadonlySet<string>>(Object.entries(WORDS).map(([locale, words]) => [locale, new Set(words.split(' '))]));

/** `surface` as it was written, with its accents. */
export const isOrdinaryWord = (surface: string, locale: Locale): boolean => SETS.get(locale)?.has(surface) ?? false;
