/**
 * Bytes of a text file → text. The mark at the start decides; without one, valid UTF-8 is UTF-8 (other encodings almost never
 * are); else the code page whose letters look most like words of our languages.
 */
import type { Locale } from '../../domain/locale';
import { FileRefused } from './table';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name. */
  readonly encoding: string;
}

/** Code pages with the letters beyond ASCII that our languages write in them. */
const CODE_PAGES: readonly { readonly encoding: string; readonly letters: RegExp; readonly locales: readonly Locale[] }[] = [
  {
    encoding: 'windows-1252',
    letters: /[àáâãäçèéêëíìîïñòóôõöùúûüßœ€’“”«»–]/giu,
    locales: ['es', 'ca', 'fr', 'it', 'pt', 'de', 'sq', 'en'],
  },
  { encoding: 'iso-8859-7', letters: /[α-ωάέήίόύώϊϋΐΰ€’«»–]/giu, locales: ['el'] },
  { encoding: 'windows-1253', letters: /[α-ωάέήίόύώϊϋΐΰ€’«»–]/giu, locales: ['el'] },
  { encoding: 'windows-1250', letters: /[čćđšž€“”„«»–]/giu, locales: ['sl', 'hr'] },
];
/** Signs of windows-1252 from 0x80 to 0x9f (WHATWG Encoding); the five unassigned bytes stay controls. */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** Bytes looked at to choose. */
const SAMPLE = 200_000;

/** Throws FileRefused. `encoding` is what the person said it is; `locale` decides between code pages that fit alike. */
export function decodeText(bytes: Uint8Array, hints: { locale?: Locale | undefined; encoding?: string | undefined } = {}): DecodedText {
  if (hints.encoding) return decodeAs(bytes, hints.encoding);
  const marked = markOf(bytes);
  if (marked) return decodeAs(bytes, marked);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const sample = bytes.subarray(0, SAMPLE);
    const scored = CODE_PAGES.map((page) => ({ page, score: likeness(sample, page, hints.locale) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return decodeAs(bytes, best.page.encoding);
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: withSigns(decoder.decode(bytes), decoder.encoding), encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof RangeError)
      throw new FileRefused(`there is no encoding "${encoding}"`, 'Write --encoding utf-8, windows-1252 or iso-8859-7.');
    throw new FileRefused(`the file is not ${encoding}`, 'Save it as "CSV UTF-8", or name its encoding with --encoding.');
  }
}

/** Node 20 takes windows-1252 for ISO 8859-1, which has controls where offices write € and “ ” (nodejs/node issue 56542). */
const withSigns = (text: string, encoding: string): string =>
  encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign) : text;

/** Byte order marks, and UTF-16 without one: every second byte of Latin text is zero. */
function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const head = bytes.subarray(0, 400);
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  return even > head.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

/** Share of the signs beyond ASCII that are letters of the page's languages, less what no text holds; 0.3 for the language expected. */
function likeness(bytes: Uint8Array, page: (typeof CODE_PAGES)[number], locale: Locale | undefined): number {
  const text = withSigns(new TextDecoder(page.encoding).decode(bytes), page.encoding);
  const beyond = text.match(/[^\x00-\x7f]/gu)?.length ?? 0;
  const letters = text.match(page.letters)?.length ?? 0;
  // Letters of two scripts in one word, controls, a capital after a small letter: the wrong page.
  const wrong = text.match(/[a-z][α-ω]|[α-ω][a-z]|[\x80-\x9f\ufffd]|\p{Ll}[À-ÖØ-Þ]/giu)?.length ?? 0;
  const expected = locale && page.locales.includes(locale) ? 0.3 : 0;
  return (letters - wrong) / Math.max(1, beyond) + expected;
}
