/**
 * Ordinary words that read like the name of a place once case and accents are folded and endings taken off: Croatian "riječ" (word)
 * like "Rijeka". Written in lower case they are never a place. Found by reading the knowledge folder for places in lower case.
 */
import type { Locale } from '../domain/locale';

const WORDS: Readonly<Record<Locale, string>> = {
  en: 'come grenade leer scale Roma',
  es: 'reunión continente madera centro norte este borde seres colonia occidental barrios autónoma cuenca',
  ca: 'duren permet reunió nord verí colònia porto',
  fr: 'trier sienne somme permet réunion marché manche stade fier cher nord grenade peine maçon trente vienne',
  it: 'somme celle continente castello colonia centro nord prato fermo mila porto mezzogiorno',
  pt: 'continente sete reunião vitória rodas prato colónia centro norte seres malta',
  de: 'liege bosnier bosnierin bosniern berät alte leer scale landes alten altes altem alter berg essen halle berater roma',
  el: 'Βόσνιος Βόσνιοι βόσνιος βόσνιοι κοντά κοντός χάρτη χάρτης χαρτί χαρτιά μερίδια μερίδες μερίδα πόρτες πόρτα ψυχική ψυχικά ψυχικό καλά μόρια παραμύθι ζωγράφος νίκη αργός ζάχαρο μάρκα αλιεία αλιέας αλμυρός καμπάνια κρανίο άνεση πιστοί χάνι σαράντα',
  sl: 'štiri Štiri stiri Stiri kosov Kosov gorje Gorje gradišče gradišča gradišču Gradišče Gradišča Gradišču gradisce gradisca šest šestih sesti matere breme raven oder vreden urbani prati županja veri obala varna varno varni varne mila',
  hr: 'Gorje gorje općina općine općinu općini riječ riječi više vodič vodiča vodiče šest prati prate osim urbani viškovi stado kostur salo braća porcija marka rijeke županija obala vise',
  sq: 'vende javë mend varësi mesin roman hall markë pompë fermë port pullë bord scale qendër veri vjen hallën javën bordit hanin fermën servis tallin tulla',
};

const SETS = new Map<string, ReadonlySet<string>>(Object.entries(WORDS).map(([locale, words]) => [locale, new Set(words.split(' '))]));

/** `surface` as it was written, with its accents. */
export const isOrdinaryWord = (surface: string, locale: Locale): boolean =>
  // Every German noun has a capital: there it tells nothing.
  SETS.get(locale)?.has(locale === 'de' ? surface.toLowerCase() : surface) ?? false;
