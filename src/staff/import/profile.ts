/** What is remembered of an authority between imports: `<data folder>/import/<prefix>.json`. */
import { join } from 'node:path';
import type { z } from 'zod';
import { readIfThere } from './apply-import';
import { MappingFile, Profile } from './given';
import { FileRefused } from './table';

/** Path inside the data folder. */
export const profileFile = (prefix: string): string => join('import', `${prefix}.json`);

/** Undefined when there is none. Throws FileRefused for one that cannot be read: to forget it would overwrite what staff wrote. */
export const readProfile = (dataFolder: string, prefix: string): Promise<Profile | undefined> =>
  readJson(join(dataFolder, profileFile(prefix)), Profile, `the profile ${profileFile(prefix)}`);

export async function readMappingFile(path: string): Promise<MappingFile> {
  const mapping = await readJson(path, MappingFile, 'the mapping file');
  if (!mapping) throw new FileRefused('there is no such mapping file', 'Check the name after --mapping.');
  return mapping;
}

async function readJson<T>(path: string, schema: z.ZodType<T>, what: string): Promise<T | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FileRefused(`${what} is no JSON`, 'Mend it, or restore it from a backup.');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  throw new FileRefused(`${what} is not usable: ${problems.join('; ')}`, 'It looks like {"columns":{"title":"Titolo","closes":"E"}}.');
}
