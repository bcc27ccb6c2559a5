/** What `/open-data` serves: the same exports as the command writes, from the knowledge that serves now. */
import type { ExportJob } from '../live/folder-job';
import type { ServedFolder } from '../live/served-folder';
import { LICENCE } from './export-options';
import { FORMATS, isFormat } from './formats';
import type { ExportFile } from './make-export';

export interface OpenDataRooms {
  readonly folder: () => ServedFolder;
  /** Makes an export where no question waits for it. */
  readonly make: (job: ExportJob, folder: ServedFolder) => Promise<ExportFile>;
  /** Address people use, without a slash at its end. */
  readonly baseUrl: () => string;
  readonly now: () => Date;
}

/** The shape `mountOpenData` of the channels asks for. */
export function makeOpenData({ folder, make, baseUrl, now }: OpenDataRooms) {
  return {
    licence: LICENCE,
    /** The catalogue that lists the others. */
    index: 'dcat-ap' as const,
    formats: FORMATS,
    /** Changes when any export may have: with the folder, and each hour, because calls open and close. */
    version: (): string => `${folder().knowledge.digest}@${now().toISOString().slice(0, 13)}`,
    /** Rejects when it cannot be made, and for a format there is not. */
    make: async (format: string): Promise<ExportFile> => {
      if (!isFormat(format)) throw new RangeError('no such format');
      return make({ kind: 'export', format, baseUrl: baseUrl(), at: now().getTime() }, folder());
    },
  };
}
