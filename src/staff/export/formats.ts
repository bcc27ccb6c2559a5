/** The standards Ponte speaks, and how a file of each is called. */

export const FORMATS = ['cpsv-ap', 'schema-org', 'hsds', 'dcat-ap', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (name: string): name is Format => FORMATS.some((format) => format === name);

export interface FormatFacts {
  readonly fileName: string;
  /** As HTTP says it. */
  readonly contentType: string;
}

const LINKED_DATA = 'application/ld+json';

export const FORMAT_FACTS: Readonly<Record<Format, FormatFacts>> = {
  'cpsv-ap': { fileName: 'ponte-cpsv-ap.jsonld', contentType: LINKED_DATA },
  'schema-org': { fileName: 'ponte-schema-org.jsonld', contentType: LINKED_DATA },
  hsds: { fileName: 'ponte-hsds.json', contentType: 'application/json; charset=utf-8' },
  'dcat-ap': { fileName: 'ponte-dcat-ap.jsonld', contentType: LINKED_DATA },
  csv: { fileName: 'ponte.csv', contentType: 'text/csv; charset=utf-8; header=present' },
};
