/** Words the knowledge folder uses in its front matter, each with the ways people say them. Data in `knowledge/vocabularies`. */
import { z } from 'zod';
import type { Area } from './area';
import { Locale, LocalisedText } from './locale';

export const Term = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: LocalisedText,
  /** Wider terms: an insertion company is a social enterprise. */
  is: z.array(z.string()).default([]),
  /** What people say, per language. Matching ignores case, accents and word endings. */
  said: z.partialRecord(Locale, z.array(z.string().min(1))).default({}),
  /** The same idea in a public vocabulary (ESCO, EntreComp), where that is certain. */
  sameAs: z.url({ protocol: /^https?$/ }).optional(),
});
export type Term = z.infer<typeof Term>;

/** One idea and how people say it: what lets a question in one language find text in another. Words of a language, the usual one first. */
export const Concept = z.strictObject({
  id: z.string().min(1),
  words: z.partialRecord(Locale, z.array(z.string().trim().min(1)).min(1)),
  /** From a word list of others: where an own concept says the same word, that one is meant. */
  isImported: z.literal(true).optional(),
});
export type Concept = z.infer<typeof Concept>;

export interface Vocabularies {
  readonly areas: ReadonlyMap<string, Area>;
  readonly applicants: ReadonlyMap<string, Term>;
  readonly topics: ReadonlyMap<string, Term>;
  /** Specific objectives of the ESF+ (Regulation (EU) 2021/1057 Art. 4), in everyday words. */
  readonly objectives: ReadonlyMap<string, Term>;
  /** Soft and hard skills of social innovation. */
  readonly skills: ReadonlyMap<string, Term>;
  /** Life and business events (CPSV-AP 3.2, cv:Event): what happens to people, as they tell it. Entries name those they help in. */
  readonly events: ReadonlyMap<string, Term>;
  /** The glossary's own, beside what the terms above already say. */
  readonly concepts: readonly Concept[];
}

/** The term itself and everything it is, nearest first. Unknown ids stand for themselves. */
export function widenTerm(terms: ReadonlyMap<string, Term>, id: string): readonly string[] {
  const found = [id];
  for (const one of found) for (const wider of terms.get(one)?.is ?? []) if (!found.includes(wider)) found.push(wider);
  return found;
}
