/** The Teams app as a zip file, in memory: the manifest, a file for each further language, two icons. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { Locale } from '../../domain/locale';
import { PonteError } from '../../errors';
import { type AppFacts, type AppWords, manifestFiles } from './manifest';

const IconNames = ['color.png', 'outline.png'] as const;

/** `locales/<locale>/teams.json`. Lengths are those of the manifest's schema. */
const TeamsWords = z.object({
  name: z.string().min(1).max(30),
  'name-full': z.string().min(1).max(100),
  short: z.string().min(1).max(80),
  long: z.string().min(1).max(4000),
  'command-funding': z.string().min(1).max(32),
  'command-funding-what': z.string().min(1).max(128),
  'command-person': z.string().min(1).max(32),
  'command-person-what': z.string().min(1).max(128),
});

/** Words of every locale that has them, English first. Throws LOCALE_BROKEN naming the file. */
export async function readAppWords(localesFolder: string): Promise<AppFacts['languages']> {
  const folders = await readdir(localesFolder);
  const locales = Locale.options.filter((locale) => folders.includes(locale));
  const found = await Promise.all(locales.map(async (tag) => ({ tag, words: await readWords(join(localesFolder, tag, 'teams.json')) })));
  return found.flatMap(({ tag, words }) => (words ? [{ tag, words }] : []));
}

async function readWords(file: string): Promise<AppWords | undefined> {
  const json = await readFile(file, 'utf8').catch(() => undefined);
  if (json === undefined) return undefined;
  try {
    const words = TeamsWords.parse(JSON.parse(json));
    return {
      nameShort: words.name,
      nameFull: words['name-full'],
      descriptionShort: words.short,
      descriptionFull: words.long,
      commands: [
        { title: words['command-funding'], description: words['command-funding-what'] },
        { title: words['command-person'], description: words['command-person-what'] },
      ],
    };
  } catch (cause) {
    throw new PonteError('LOCALE_BROKEN', file, { cause });
  }
}

export async function packageApp(facts: AppFacts, iconsFolder: string): Promise<Uint8Array> {
  const icons = await Promise.all(IconNames.map(async (name) => [name, new Uint8Array(await readFile(join(iconsFolder, name)))] as const));
  const texts = Object.entries(manifestFiles(facts)).map(([name, content]) => [name, strToU8(JSON.stringify(content, null, 2))] as const);
  return zipSync(Object.fromEntries([...texts, ...icons]), { level: 9 });
}
