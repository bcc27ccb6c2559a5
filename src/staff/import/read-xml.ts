/** XML of a spreadsheet, event by event. No document types, no entities beyond the five of XML: they read other files or swell. */
import { SaxesParser } from 'saxes';
import { FileRefused } from './table';

export interface XmlEvents {
  /** `name` without its prefix; attributes with theirs. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes given to the parser at once. */
const STEP = 1024 * 1024;
/** Elements inside elements; a spreadsheet has a dozen. */
const MAX_DEPTH = 100;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Throws FileRefused; `part` is the name people are told. */
export function readXml(bytes: Uint8Array, part: string, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new FileRefused(
      `${part} declares a document type, which no spreadsheet does`,
      'Do not open it. Ask the sender for a clean file.',
    );
  });
  parser.on('error', () => {
    throw new FileRefused(`${part} is damaged`, 'Fetch the file again, or open it in a spreadsheet program and save it anew.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new FileRefused(`${part} is nested too deeply`, 'Save it anew from a spreadsheet program.');
    events.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.close?.(localName(name));
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  const decoder = new TextDecoder('utf-8');
  for (let from = 0; from < bytes.length; from += STEP) parser.write(decoder.decode(bytes.subarray(from, from + STEP), { stream: true }));
  parser.close();
}
