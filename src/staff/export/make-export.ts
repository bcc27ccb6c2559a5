/** Entries → the bytes of one export. Pure: the disk and the network are others' work. */
import { createHash } from 'node:crypto';
import type { Entry } from '../../domain/entry';
import type { Vocabularies } from '../../domain/vocabulary';
import { toCpsvAp } from './cpsv-ap';
import { toCsv } from './csv';
import { toDcatAp } from './dcat-ap';
import type { ExportOptions } from './export-options';
import { FORMAT_FACTS, type Format } from './formats';
import { toHsds } from './hsds';
import { toSchemaOrg } from './schema-org';

export interface ExportFile {
  readonly body: string;
  readonly contentType: string;
  readonly fileName: string;
  /** Digest of the body, without quotes. */
  readonly etag: string;
}

export function makeExport(format: Format, entries: readonly Entry[], vocabularies: Vocabularies, options: ExportOptions): ExportFile {
  const body = bodyOf(format, entries, vocabularies, options);
  return { body, ...FORMAT_FACTS[format], etag: createHash('sha256').update(body).digest('base64url').slice(0, 22) };
}

function bodyOf(format: Format, entries: readonly Entry[], vocabularies: Vocabularies, options: ExportOptions): string {
  switch (format) {
    case 'cpsv-ap':
      return jsonText(toCpsvAp(entries, vocabularies, options));
    case 'schema-org':
      return jsonText(toSchemaOrg(entries, vocabularies, options));
    case 'hsds':
      return jsonText(toHsds(entries, vocabularies, options));
    case 'dcat-ap':
      return jsonText(toDcatAp(entries, options));
    case 'csv':
      return toCsv(entries, options);
  }
}

const jsonText = (document: object): string => `${JSON.stringify(document)}\n`;
