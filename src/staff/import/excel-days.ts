/** How Excel keeps days: as a number of days, told from an amount by the format of the cell (ECMA-376 part 1, 18.8.30 and 18.17.4). */

/** Formats every Excel knows by number: days and clock times; 27–36 and 50–58 are those of East Asian editions. */
const isDayNumber = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Does a format such as `dd/mm/yyyy` show a day? What stands in quotes, brackets or after a backslash is text or colour. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return isDayNumber(formatId);
  return /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|general/gi, ''));
}

/**
 * `2026-03-31`, with `T17:00` when the number has a fraction; undefined when it is no day after 1900. In the 1900 system day 60 is a
 * 29 February that never was, so days are counted from 30 December 1899.
 */
export function dayOfSerial(serial: number, is1904 = false): string | undefined {
  if (!(serial >= 61 && serial < 2_958_466)) return undefined;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const minutes = Math.round(serial * 1440);
  const iso = new Date(start + minutes * 60_000).toISOString();
  return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : iso.slice(0, 16);
}
