/** Names that everybody uses: the named authority lists of the Publications Office of the EU, and the NUTS codes of Eurostat. */
import { type AreaCode, nutsOf } from '../../domain/area';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** BCP 47 primary tag → code of the language list, which are those of ISO 639-3. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'ARA',
  bg: 'BUL',
  bs: 'BOS',
  ca: 'CAT',
  cs: 'CES',
  da: 'DAN',
  de: 'DEU',
  el: 'ELL',
  en: 'ENG',
  es: 'SPA',
  et: 'EST',
  eu: 'EUS',
  fi: 'FIN',
  fr: 'FRA',
  ga: 'GLE',
  gl: 'GLG',
  hr: 'HRV',
  hu: 'HUN',
  is: 'ISL',
  it: 'ITA',
  lt: 'LIT',
  lv: 'LAV',
  mk: 'MKD',
  mt: 'MLT',
  nl: 'NLD',
  no: 'NOR',
  pl: 'POL',
  pt: 'POR',
  ro: 'RON',
  ru: 'RUS',
  sk: 'SLK',
  sl: 'SLV',
  sq: 'SQI',
  sr: 'SRP',
  sv: 'SWE',
  tr: 'TUR',
  uk: 'UKR',
};

/** Code of the language list, `ENG` for `en`; undefined for a language this table does not hold. */
export const languageCode = (tag: string): string | undefined => (tag.length === 3 ? tag.toUpperCase() : LANGUAGES[tag]);

/** Undefined for a language without a code: no address is better than a wrong one. */
export function languageAddress(tag: string): string | undefined {
  const code = languageCode(tag);
  return code === undefined ? undefined : `${AUTHORITY}/language/${code}`;
}

/** NUTS knows no code for the whole Union; the country list has one, EUR. */
export const areaAddress = (code: AreaCode): string =>
  code === 'EU' ? `${AUTHORITY}/country/EUR` : `http://data.europa.eu/nuts/code/${code}`;

/** NUTS code of the country of an entry; undefined for `MED` and `INT`, which are none. NUTS writes the United Kingdom as UK. */
export const countryArea = (country: string): AreaCode | undefined =>
  country.length > 2 ? undefined : country === 'GB' ? 'UK' : nutsOf(country);

export const fileTypeAddress = (code: 'JSON_LD' | 'JSON' | 'CSV'): string => `${AUTHORITY}/file-type/${code}`;
export const DAILY = `${AUTHORITY}/frequency/DAILY`;
export const PUBLIC_ACCESS = `${AUTHORITY}/access-right/PUBLIC`;
/** Theme "Population and society". */
export const SOCIETY = `${AUTHORITY}/data-theme/SOCI`;
export const mediaTypeAddress = (type: string): string => `https://www.iana.org/assignments/media-types/${type}`;
