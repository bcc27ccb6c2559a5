/** Small files in the shapes of the public lists; every word of them is made up or ordinary. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const made: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-words-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

export function writeIn(folder: string, files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** As ESCO is downloaded: labels in cells of several lines. */
export const escoCsv = (rows: readonly (readonly [uri: string, preferred: string, ...alternative: string[]])[]): string =>
  [
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description',
    ...rows.map(
      ([uri, preferred, ...others]) =>
        `Occupation,https://example.org/esco/${uri},2635,${preferred},"${others.join('\n')}",released,"What they do, in a sentence."`,
    ),
  ].join('\n');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitsOf = (value: number): string => (value < 64 ? '' : digitsOf(Math.floor(value / 64))) + (DIGITS[value % 64] ?? '');

/** `name.index` and `name.dict.dz` of entries, each beginning with its headword. */
export function dictd(name: string, entries: Readonly<Record<string, string>>): Record<string, string | Uint8Array> {
  let texts = '';
  const index = Object.entries({ '00-database-short': 'Words for a test\n', ...entries }).map(([headword, text]) => {
    const start = Buffer.byteLength(texts);
    texts += text;
    return `${headword}\t${digitsOf(start)}\t${digitsOf(Buffer.byteLength(text))}`;
  });
  return { [`${name}.index`]: `${index.join('\n')}\n`, [`${name}.dict.dz`]: gzipSync(texts) };
}

export const omwTab = (name: string, language: string, rows: readonly (readonly [synset: string, word: string])[]): string =>
  [
    `# ${name}\t${language}\thttps://example.org/\tCC BY 4.0`,
    ...rows.map(([synset, word]) => `${synset}\t${language}:lemma\t${word}`),
  ].join('\n');

export const RDF = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
  <rdf:Description rdf:about="http://example.org/1">
    <skos:prefLabel xml:lang="en">beekeeping</skos:prefLabel>
    <skos:prefLabel xml:lang="el">μελισσοκομία</skos:prefLabel>
    <skos:altLabel xml:lang="en">apiculture &amp; hives</skos:altLabel>
    <skos:prefLabel xml:lang="fi">mehiläishoito</skos:prefLabel>
    <skos:definition xml:lang="en">The keeping of bees.</skos:definition>
  </rdf:Description>
</rdf:RDF>
`;
