/** Work on the whole folder that takes longer than a question may wait, and what comes of it. */
import { LOCALES } from '../../domain/locale';
import { readMissFile } from '../../store/miss-file';
import { LICENCE } from '../export/export-options';
import type { Format } from '../export/formats';
import { type ExportFile, makeExport } from '../export/make-export';
import { EMPTY_HISTORY } from '../links/history';
import { readHistory } from '../links/history-file';
import { makeReport } from '../report/make-report';
import { reportParts } from '../report/page';
import { reportDigest } from '../report/report-digest';
import type { ServedFolder } from './served-folder';

export interface ExportJob {
  readonly kind: 'export';
  readonly format: Format;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface ReportJob {
  readonly kind: 'report';
  /** Where misses and links are kept. */
  readonly dataFolder: string;
  readonly at: number;
}

export interface CountedReport {
  /** The report's parts as HTML, without a page around them. */
  readonly html: string;
  /** The same numbers as JSON. */
  readonly json: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the folder it was counted from. */
  readonly digest: string;
}

/** Of each list the staff page shows as many as somebody reads; `ponte report` has all. */
const SHOWN = { entries: 50, questions: 50 };

export type FolderJob = ExportJob | ReportJob;
export type ResultOf<J extends FolderJob> = J extends ExportJob ? ExportFile : CountedReport;

export async function doJob<J extends FolderJob>(job: J, folder: ServedFolder): Promise<ResultOf<J>> {
  const result = job.kind === 'export' ? exportOf(job, folder) : await reportOf(job, folder);
  return result as ResultOf<J>;
}

function exportOf({ format, baseUrl, at }: ExportJob, { knowledge }: ServedFolder): ExportFile {
  const options = { baseUrl, languages: LOCALES, at: new Date(at), licence: LICENCE };
  return makeExport(format, knowledge.entries, knowledge.vocabularies, options);
}

async function reportOf({ dataFolder, at }: ReportJob, { knowledge, unshown, brokenFiles }: ServedFolder): Promise<CountedReport> {
  const [history, { misses }] = await Promise.all([readHistory(dataFolder), readMissFile(dataFolder)]);
  const findings = brokenFiles.map((file) => ({ severity: 'error', file }) as const);
  const links = history.ok ? history.value : EMPTY_HISTORY;
  const report = makeReport({ knowledge, files: { entries: unshown }, findings }, links, misses, new Date(at));
  const html = reportParts(report, { most: SHOWN, addressOf: (id) => `/entries/${id}` }).text;
  return { html, json: JSON.stringify(reportDigest(report)), at, digest: knowledge.digest };
}
