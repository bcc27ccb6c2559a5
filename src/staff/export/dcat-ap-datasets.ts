/** The exports as datasets of the catalogue: what they are called, what is in them, what they keep to. */
import type { Format } from './formats';

/** What a portal shows of an export. */
export interface DatasetFacts {
  readonly title: string;
  readonly description: string;
  readonly fileType: 'JSON_LD' | 'JSON' | 'CSV';
  /** Specification the export keeps to. */
  readonly standard?: string;
}

/** The catalogue lists every export but itself. */
export type ListedFormat = Exclude<Format, 'dcat-ap'>;

/** Portals keep their catalogues in English at least. */
export const DATASETS: Readonly<Record<ListedFormat, DatasetFacts>> = {
  'cpsv-ap': {
    title: 'Calls, services and trainings for social innovation (CPSV-AP)',
    description: 'What the knowledge folder of this Ponte offers to people, without what names no authority.',
    fileType: 'JSON_LD',
    standard: 'https://semiceu.github.io/CPSV-AP/releases/3.2.0/',
  },
  'schema-org': {
    title: 'Social innovation: calls, services, trainings, organisations, programmes and guides (schema.org)',
    description: 'Every entry of the knowledge folder of this Ponte.',
    fileType: 'JSON_LD',
    standard: 'https://schema.org/',
  },
  hsds: {
    title: 'Calls, services, trainings and organisations for social innovation (Open Referral HSDS)',
    description: 'The directory of this Ponte as Human Services Data Specification 3.',
    fileType: 'JSON',
    standard: 'https://docs.openreferral.org/',
  },
  csv: {
    title: 'Calls, services and trainings for social innovation (CSV)',
    description: 'One row a call, service or training. An apostrophe before a leading = + - @ keeps spreadsheets from running it.',
    fileType: 'CSV',
    standard: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
};
