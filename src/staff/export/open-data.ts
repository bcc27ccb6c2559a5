/** What `/open-data` serves: the same exports as the command writes, from the knowledge that serves now. */
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES } from '../../domain/locale';
import { LICENCE } from './export-options';
import { FORMATS, isFormat } from './formats';
import { type ExportFile, makeExport } from './make-export';

export interface OpenDataRooms {
  readonly knowledge: () => KnowledgeBase;
  /** Address people use, without a slash at its end. */
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** The shape `mountOpenData` of the channels asks for. */
export function makeOpenData({ knowledge, baseUrl, now }: OpenDataRooms) {
  return {
    licence: LICENCE,
    /** The catalogue that lists the others. */
    index: 'dcat-ap' as const,
    formats: FORMATS,
    /** Changes when any export may have: with the folder, and each hour, because calls open and close. */
    version: (): string => `${knowledge().digest}@${now().toISOString().slice(0, 13)}`,
    /** Undefined when there is no such format. */
    make: (format: string): ExportFile | undefined => {
      if (!isFormat(format)) return undefined;
      const { entries, vocabularies } = knowledge();
      return makeExport(format, entries, vocabularies, { baseUrl, languages: LOCALES, at: now(), licence: LICENCE });
    },
  };
}
