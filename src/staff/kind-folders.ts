/** Where the entries of each kind are kept. */
import type { Kind } from '../domain/entry';

export const KIND_FOLDERS: Readonly<Record<Kind, string>> = {
  call: 'calls',
  service: 'services',
  training: 'trainings',
  organisation: 'organisations',
  programme: 'programmes',
  guide: 'guides',
  cluster: 'clusters',
  site: 'sites',
};
