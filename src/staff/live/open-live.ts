/** What the server shows of the folder besides answers: pages of entries, open data, and the staff pages. */
import type { Answerer } from '../../answering/answerer';
import type { Entry } from '../../domain/entry';
import type { Detector } from '../../language/detect';
import type { PlaceFinder } from '../../language/places';
import type { Languages } from '../../language/speech';
import type { Log } from '../../log';
import { makeOpenData } from '../export/open-data';
import type { FolderStatus } from '../page/serving-part';
import { makeStaffPages } from '../page/staff-pages';
import { makeEntryPages } from './entry-pages';
import { FolderThread } from './folder-thread';
import { LiveReport } from './live-report';
import type { ServedFolder } from './served-folder';

/** The folder at this moment, with what answers from it. */
export interface FolderNow extends FolderStatus {
  readonly unshown: readonly Entry[];
  readonly answerer: Answerer;
  readonly places: PlaceFinder;
}

export interface LiveRooms {
  readonly folderNow: () => FolderNow;
  readonly languages: Languages;
  readonly detector: Detector;
  readonly dataFolder: string;
  readonly defaultSite: string;
  /** Address people use, without a slash at its end: ids of open data and links of pages begin with it. */
  readonly baseUrl: () => string;
  readonly log: Log;
  readonly now: () => Date;
}

export function openLive({ folderNow, languages, detector, dataFolder, defaultSite, baseUrl, log, now }: LiveRooms) {
  const thread = new FolderThread();
  const knowledge = () => folderNow().knowledge;
  const folder = () => servedFolder(folderNow());
  const report = new LiveReport({ folder, count: (job, served) => thread.ask(job, served), dataFolder, now, log });
  return {
    openData: makeOpenData({ folder, make: (job, served) => thread.ask(job, served), baseUrl, now }),
    entryPages: makeEntryPages({ knowledge, languages, baseUrl, now }),
    staffPages: makeStaffPages({ status: folderNow, report, ask: () => ({ ...folderNow(), languages, detector, defaultSite, now }) }),
    close: () => thread.close(),
  };
}

function servedFolder({ knowledge, unshown, findings }: FolderNow): ServedFolder {
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  return { knowledge, unshown, brokenFiles: [...new Set(broken)] };
}
