/** The report of the folder that serves now, counted once a version and day where no question waits for it. */
import { dayIn } from '../../domain/day';
import type { Log } from '../../log';
import type { CountedReport, ReportJob } from './folder-job';
import type { ServedFolder } from './served-folder';

export interface LiveReportRooms {
  readonly folder: () => ServedFolder;
  readonly count: (job: ReportJob, folder: ServedFolder) => Promise<CountedReport>;
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly log: Log;
}

export interface ReportLook {
  /** The newest there is; undefined before the first. */
  readonly report?: CountedReport;
  /** A newer one is on its way. */
  readonly isCounting: boolean;
}

/** People ask on, and the backlog grows: older than this it is counted again, when somebody looks. */
const OLD_MS = 600_000;

export class LiveReport {
  readonly #rooms: LiveReportRooms;
  #last: { readonly version: string; readonly report: CountedReport } | undefined;
  #counting: { readonly version: string; readonly done: Promise<void> } | undefined;

  constructor(rooms: LiveReportRooms) {
    this.#rooms = rooms;
  }

  /** Waits for the report of this very version, but no longer than `patienceMs`. */
  async look(patienceMs: number): Promise<ReportLook> {
    const version = this.#version();
    if (this.#last?.version !== version) await atMost(patienceMs, this.#count(version));
    else if (this.#rooms.now().getTime() - this.#last.report.at >= OLD_MS) void this.#count(version);
    return { ...(this.#last && { report: this.#last.report }), isCounting: this.#counting !== undefined };
  }

  #version(): string {
    return `${this.#rooms.folder().knowledge.digest}@${dayIn(this.#rooms.now(), 'UTC')}`;
  }

  #count(version: string): Promise<void> {
    if (this.#counting?.version === version) return this.#counting.done;
    const { folder, count, dataFolder, now, log } = this.#rooms;
    const done = count({ kind: 'report', dataFolder, at: now().getTime() }, folder())
      .then((report) => {
        this.#last = { version, report };
      })
      .catch((error: unknown) => log.degraded({ part: 'report', error }))
      .finally(() => {
        if (this.#counting?.done === done) this.#counting = undefined;
      });
    this.#counting = { version, done };
    return done;
  }
}

async function atMost(ms: number, task: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task, tooLate]);
  clearTimeout(timer);
}
