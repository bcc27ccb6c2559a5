/** EuroVoc, or any other thesaurus in SKOS, as RDF/XML or N-Triples: `prefLabel` and `altLabel` in all languages of a file. */
import { readXml } from '../import/read-xml';
import { FileRefused } from '../import/table';
import { localeOfCode } from './languages';
import { type ReadWords, readEach } from './read-words';
import { linesOf, readWordFile } from './word-file';
import { TOO_MANY, type WordTable } from './word-table';

const RANKS: Readonly<Record<string, number>> = { prefLabel: 0, altLabel: 1 };
/** A triple begins with the address of its subject in brackets, XML with a declaration or the name of an element. */
const IS_XML = /^(?:\xef\xbb\xbf)?\s*<(?![a-z]+:\/\/)/i;
const TRIPLE = /^\s*<([^<>]+)>\s+<[^<>]*[#/](prefLabel|altLabel)>\s+"((?:[^"\\]|\\.)*)"@([A-Za-z]+(?:-[A-Za-z0-9]+)*)\s*\.\s*$/;

export const readEurovoc: ReadWords = (files, table) =>
  readEach(files, table, (file) => readSkos(file.path, table), [
    'it has no prefLabel or altLabel in one of our languages',
    'Give EuroVoc in SKOS, as RDF/XML (.rdf) or N-Triples (.nt).',
  ]);

async function readSkos(path: string, table: WordTable): Promise<void> {
  const bytes = await readWordFile(path);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  if (IS_XML.test(head)) readRdf(bytes, table);
  else for (const line of linesOf(bytes)) addTriple(line, table);
}

function addTriple(line: string, table: WordTable): void {
  const [, id, label = '', text, language = ''] = TRIPLE.exec(line) ?? [];
  const locale = localeOfCode(language);
  if (id !== undefined && text !== undefined && locale) table.add(id, locale, unescaped(text), RANKS[label]);
}

/** https://www.w3.org/TR/n-triples/#grammar-production-ECHAR */
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, sign) => {
    const code = four ?? eight;
    if (code === undefined) return /[tnrbf]/.test(sign) ? ' ' : sign;
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

function readRdf(bytes: Uint8Array, table: WordTable): void {
  let id: string | undefined;
  let label: { readonly name: string; readonly language: string; text: string } | undefined;
  try {
    readXml(bytes, 'the file', {
      open: (name, attributes) => {
        if (attributes['rdf:about'] !== undefined) id = attributes['rdf:about'];
        label = Object.hasOwn(RANKS, name) ? { name, language: attributes['xml:lang'] ?? '', text: '' } : undefined;
      },
      text: (text) => {
        if (label) label.text += text;
      },
      close: () => {
        const locale = label && localeOfCode(label.language);
        if (label && locale && id !== undefined) table.add(id, locale, label.text, RANKS[label.name]);
        label = undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof FileRefused) || error.what === TOO_MANY) throw error;
    throw new FileRefused(
      'the XML is damaged, declares a document type, or is nested too deeply',
      'Fetch it again, or give the same as N-Triples (.nt).',
    );
  }
}
