/** How an answer can end. Codes are permanent; the words for each are in `locales/`. */
import { z } from 'zod';

export const OUTCOMES = [
  'answered',
  'answered-partly',
  'clarify',
  'no-evidence',
  'stale-evidence',
  'call-closed',
  'wrong-area',
  'out-of-scope',
  'personal-case',
  'personal-data',
  'crisis',
  'abuse',
  'person-requested',
  'too-long',
  'search-unavailable',
  'model-unavailable',
  'rate-limited',
] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;
