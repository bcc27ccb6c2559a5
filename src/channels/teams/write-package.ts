/** `npm run teams:package`: writes dist/teams/ponte.zip, to be uploaded in the Teams admin centre. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, loadEnvFile, readConfig } from '../../config';
import { PonteError } from '../../errors';
import { packageApp, readAppWords } from './package-app';

const ROOT = join(__dirname, '../../..');
const TARGET = join(ROOT, 'dist/teams/ponte.zip');

/** Throws CONFIG_INVALID naming the settings that are missing. */
function factsFrom({ teams, http }: Config): { appId: string; publicUrl: string } {
  const publicUrl = http.publicUrl;
  const hasHttps = publicUrl?.startsWith('https://') ?? false;
  const missing = [...(teams ? [] : ['MICROSOFT_APP_ID']), ...(hasHttps ? [] : ['PUBLIC_URL (https)'])];
  if (teams === undefined || publicUrl === undefined || missing.length > 0) throw new PonteError('CONFIG_INVALID', missing.join(', '));
  return { appId: teams.appId, publicUrl };
}

async function main(): Promise<void> {
  loadEnvFile();
  // biome-ignore lint/style/noProcessEnv: a command of its own, so it reads the settings as main.ts does
  const facts = factsFrom(readConfig(process.env));
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const languages = await readAppWords(join(ROOT, 'locales'));
  const zip = await packageApp({ ...facts, version, languages }, join(__dirname, 'icons'));
  await mkdir(join(TARGET, '..'), { recursive: true });
  await writeFile(TARGET, zip);
  process.stdout.write(`${TARGET}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
