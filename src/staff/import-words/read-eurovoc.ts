/** EuroVoc, or any other thesaurus in SKOS, as RDF/XML or N-Triples: `prefLabel` and `altLabel` in all languages of a file. */
import { readXml } from '../import/read-xml';
import { FileRefused } from '../import/table';
import { localeOfCode } from './languages';
import type { ReadWords } from './read-words';
import { linesOf, readWordFile } from './word-file';
import type { WordTable } from './word-table';

const RANKS: Readonly<Record<string, number>> = { prefLabel: 0, altLabel: 1 };
/** The first sign of XML, whatever the encoding's mark before it. */
const IS_XML = /^(?:\xef\xbb\xbf)?\s*</;
const TRIPLE = /^\s*<([^<>]+)>\s+<[^<>]*[#/](prefLabel|altLabel)>\s+"((?:[^"\\]|\\.)*)"@([A-Za-z]+(?:-[A-Za-z0-9]+)*)\s*\.\s*$/;

export const readEurovoc: ReadWords = async (files, table) => {
  for (const { path } of files) {
    const bytes = await readWordFile(path);
    const before = table.read;
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
    // A triple begins with the address of its subject, XML with the name of an element.
    if (IS_XML.test(head) && !/^(?:\xef\xbb\xbf)?\s*<[a-z]+:\/\//i.test(head)) readRdf(bytes, table);
    else for (const line of linesOf(bytes)) addTriple(line, table);
    if (table.read === before)
      throw new FileRefused(
        'it has no prefLabel or altLabel in one of our languages',
        'Give EuroVoc in SKOS, as RDF/XML (.rdf) or N-Triples (.nt).',
      );
  }
};

function addTriple(line: string, table: WordTable): void {
  const [, id, label = '', text, language = ''] = TRIPLE.exec(line) ?? [];
  const locale = localeOfCode(language);
  if (id !== undefined && text !== undefined && locale) table.add(id, locale, unescape(text), RANKS[label]);
}

/** https://www.w3.org/TR/n-triples/#grammar-production-ECHAR */
const unescape = (text: string): string =>
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
        label = name in RANKS ? { name, language: attributes['xml:lang'] ?? '', text: '' } : undefined;
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
    if (!(error instanceof FileRefused) || error.what.startsWith('the files hold')) throw error;
    throw new FileRefused(
      'the XML is damaged, declares a document type, or is nested too deeply',
      'Fetch it again, or give the same as N-Triples (.nt).',
    );
  }
}
