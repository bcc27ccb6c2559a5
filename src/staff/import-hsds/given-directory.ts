/** What a directory does not say of itself, and what is remembered of it between imports: `<data folder>/import/hsds-<prefix>.json`. */
import { join } from 'node:path';
import { z } from 'zod';
import { AreaCode } from '../../domain/area';
import { Day } from '../../domain/day';
import { EntryId, WebAddress } from '../../domain/entry';
import { Locale } from '../../domain/locale';
import { readIfThere } from '../import/apply-import';
import { slug } from '../import/slug';
import { FileRefused } from '../import/table';

export const GivenDirectory = z.strictObject({
  /** Name of the directory. */
  directory: z.string().trim().min(1).max(120),
  country: z.string().regex(/^([A-Z]{2}|MED|INT)$/, 'write a country such as IT'),
  /** Of records that name no area we know. */
  areas: z.array(AreaCode).min(1),
  /** Of records whose language their words do not tell. */
  locale: z.enum(Locale.options, `write one of ${Locale.options.join(' ')}`),
  source: z.strictObject({ url: WebAddress, title: z.string() }),
  /** Of records in whose words no topic is recognised. */
  topics: z.array(z.string()),
});
export type GivenDirectory = z.infer<typeof GivenDirectory>;

/** What an entry was made to say, by the path of each fact: tells an edit of staff from a change of the directory. */
const Said = z.record(z.string(), z.string());
export const DirectoryProfile = z.strictObject({ given: GivenDirectory, imported: Day, said: z.record(EntryId, Said) });
export type DirectoryProfile = z.infer<typeof DirectoryProfile>;

const MAX_PREFIX = 24;
export const prefixOf = ({ country, directory }: Pick<GivenDirectory, 'country' | 'directory'>): string =>
  `${country.toLowerCase()}-${slug(directory, MAX_PREFIX)}`;

/** Path inside the data folder. */
export const profileFile = (prefix: string): string => join('import', `hsds-${prefix}.json`);

/** Throws FileRefused for one that cannot be read: to forget it would overwrite what staff wrote. */
export async function readProfile(dataFolder: string, prefix: string): Promise<DirectoryProfile | undefined> {
  const file = profileFile(prefix);
  const text = await readIfThere(join(dataFolder, file));
  if (text === undefined) return undefined;
  const refuse = (): never => {
    throw new FileRefused(`what is remembered of the directory (${file} in the data folder) cannot be read`, 'Restore it from a backup.');
  };
  try {
    const parsed = DirectoryProfile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : refuse();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    return refuse();
  }
}
