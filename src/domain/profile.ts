/** What the enquirer told so far. Every part may be missing; `null` means "asked, and they do not know or do not say". */
import { z } from 'zod';
import { AreaCode } from './area';

export const Profile = z.strictObject({
  area: AreaCode.nullable().optional(),
  /** Id of the vocabulary of applicants. */
  applicant: z.string().nullable().optional(),
  /** Id of the vocabulary of topics. */
  topic: z.string().nullable().optional(),
});
export type Profile = z.infer<typeof Profile>;
export type ProfilePart = keyof Profile;
