/** Words in the cells of calendars, folded, in all our languages. Data: add what you meet. */

/** The source says that it does not know yet. */
export const NOT_YET: readonly string[] = [
  '-',
  '–',
  '—',
  '/',
  '?',
  'n/a',
  'na',
  'n.a.',
  'n.d.',
  'nd',
  'tbd',
  'tbc',
  'tba',
  'to be defined',
  'to be confirmed',
  'to be announced',
  'not yet known',
  'por determinar',
  'pendiente',
  'a determinar',
  'sin determinar',
  'per determinar',
  'pendent',
  'a determiner',
  'a definir',
  'a preciser',
  'non defini',
  'da definire',
  'da determinare',
  'in definizione',
  'non definito',
  'por definir',
  'a definir',
  'offen',
  'noch offen',
  'noch nicht bekannt',
  'steht noch nicht fest',
  'k.a.',
  'k. a.',
  'δεν εχει οριστει',
  'υπο καθορισμο',
  'θα οριστει',
  'se ni znano',
  'ni doloceno',
  'nije poznato',
  'nije odredeno',
  'naknadno',
  "per t'u percaktuar",
  'pa percaktuar',
  'nuk dihet',
];

/** May stand around a day without changing it. */
export const DAY_WORDS: ReadonlySet<string> = new Set(
  (
    'de del d di do da dal della el il lo la le al a les los of the on by from until entro il fino dal desde hasta fins des du jusqu au bis ab vom zum dne do od nga deri me ' +
    'εως απο στις μεχρι την τις ore h alle alli las um uhr at ob u ur sati ωρα ora orari hrs cet heure heures hora horas hores ' +
    'lunedi martedi mercoledi giovedi venerdi lunes martes miercoles jueves viernes lundi mardi mercredi jeudi vendredi montag dienstag mittwoch donnerstag freitag ' +
    'monday tuesday wednesday thursday friday st nd rd th er'
  ).split(' '),
);

/** Beginnings of words for a part of a year: such a day is kept as the year alone. */
export const PART_OF_YEAR =
  /trimest|quart|kvart|τριμην|cetrtlet|tromjesec|tremuj|semest|halbj|εξαμην|polletj|polugod|gjysmev|quadrim|quatrim|τετραμην|^[qt][1-4]$/;

/** Beginnings of words that multiply an amount. The first that fits counts. */
export const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(mld|mrd|miliard|milliard|billion|δισ)/, 1e9],
  [/^(million|millon|milion|milhoes|milhao|mio|mln|mill$|m$|me$|meur|εκατ|εκ$)/, 1e6],
  [/^(thousand|tausend|tsd|mille$|mila$|migliaia|milers|miles$|milhares|χιλ|tisoc|tisuc|tis$|mije|k$|ke$|keur|teur)/, 1e3],
];
/** `mil` is a thousand in Spanish, Catalan and Portuguese, and short for million elsewhere. */
export const MIL_IS_THOUSAND: readonly string[] = ['es', 'ca', 'pt'];

/** An amount that the source gives as about so much. */
export const ABOUT = /^(about|approx|circa|ca$|aprox|approssim|environ|rund|etwa|περιπου|priblizn|otprilike|oko$|rreth|indicativ|cerca)/;

/** Signs and names of currencies → ISO 4217. */
export const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/€|ευρω|\b(eur|euro?s?|evro\w*)\b/, 'EUR'],
  [/лв|\bbgn\b/, 'BGN'],
  [/\b(hrk|kn|kuna)\b/, 'HRK'],
  [/\b(all|leke?)\b/, 'ALL'],
  [/\b(pln|zl)\b/, 'PLN'],
  [/\b(czk|kc)\b/, 'CZK'],
  [/\b(ron|lei)\b/, 'RON'],
  [/\b(huf|ft)\b/, 'HUF'],
  [/\b(sek)\b/, 'SEK'],
  [/\b(chf)\b/, 'CHF'],
  [/£|\b(gbp)\b/, 'GBP'],
  [/\$|\b(usd)\b/, 'USD'],
];
