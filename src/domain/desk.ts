/** Who receives referrals. */
import { z } from 'zod';
import { AreaCode } from './area';
import { Locale, LocalisedText } from './locale';

export const Desk = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: LocalisedText,
  areas: z.array(AreaCode).min(1),
  /** Vocabulary ids; empty means every topic. */
  topics: z.array(z.string()).default([]),
  /** First is the language the desk works in: its mail is written in it. */
  languages: z.array(Locale).min(1),
  email: z.email(),
  /** Entry of the organisation behind the desk, when the folder has one. */
  organisation: z.string().optional(),
});
export type Desk = z.infer<typeof Desk>;
