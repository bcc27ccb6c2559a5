/** Opens a ZIP archive that came from outside: only the parts asked for, only so much, and no name that leads elsewhere. */
import { unzipSync } from 'fflate';
import { FileRefused } from './table';

/** Bytes of all parts together after unpacking. A sheet of 10,000 rows and 20 columns is about 15 MB of XML. */
const MAX_UNPACKED = 192 * 1024 * 1024;
/** Parts of an archive; a spreadsheet has some dozens. */
const MAX_PARTS = 2_000;

export interface Archive {
  /** Names of all parts, also of those that were not unpacked. */
  readonly names: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Throws FileRefused. What is unpacked is cut at the size the archive declares, so a lying archive gives damaged XML and not more memory. */
export function unzipBounded(bytes: Uint8Array, isWanted: (name: string) => boolean): Archive {
  // Bit 0 of the flags in the first local header: APPNOTE.TXT 4.4.4.
  if (((bytes[6] ?? 0) & 1) === 1) throw passwordProtected();
  const names = new Set<string>();
  let unpacked = 0;
  const filter = (part: { name: string; originalSize: number }): boolean => {
    if (names.size >= MAX_PARTS) throw tooLarge(`more than ${MAX_PARTS} parts`);
    if (names.has(part.name) || /^[/\\]|(^|[/\\])\.\.([/\\]|$)|^[a-z]:|\0/i.test(part.name))
      throw new FileRefused('the file names a part in a way no spreadsheet does', 'Do not open it. Ask the sender for a clean file.');
    names.add(part.name);
    if (!isWanted(part.name)) return false;
    unpacked += part.originalSize;
    if (unpacked > MAX_UNPACKED) throw tooLarge(`more than ${MAX_UNPACKED / 1024 / 1024} MB when unpacked`);
    return true;
  };
  try {
    return { names, parts: new Map(Object.entries(unzipSync(bytes, { filter }))) };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(
      'the file is damaged or was not copied whole',
      'Fetch it again, or open it in a spreadsheet program and save it anew.',
    );
  }
}

export const passwordProtected = (): FileRefused =>
  new FileRefused('the file is protected by a password', 'Open it with the password and save a copy without one.');

const tooLarge = (what: string): FileRefused =>
  new FileRefused(`the file holds ${what}`, 'Keep only the sheet with the calls and save it again.');
