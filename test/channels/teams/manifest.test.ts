import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { MANIFEST_VERSION, manifestFiles } from '../../../src/channels/teams/manifest';
import { packageApp, readAppWords } from '../../../src/channels/teams/package-app';

const ROOT = join(__dirname, '../../..');
const ICONS = join(ROOT, 'src/channels/teams/icons');
const SCHEMAS = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams', `v${MANIFEST_VERSION}`);
const FACTS = { appId: '11111111-2222-4333-8444-555555555555', version: '0.1.0', publicUrl: 'https://ponte.example.org' };
const WORDS = {
  nameShort: 'Ponte',
  nameFull: 'Ponte: funding and support',
  descriptionShort: 'Finds funding.',
  descriptionFull: 'Finds funding and support.',
  commands: [{ title: 'Find funding', description: 'Lists calls' }],
};

/** Microsoft's schemas are draft 4, with one pattern that is not valid under the u flag. */
async function validator(name: string) {
  const ajv = new Ajv04({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats(ajv as never);
  return ajv.compile(JSON.parse(await readFile(join(SCHEMAS, name), 'utf8')));
}

function sizeOf(png: Uint8Array): { width: number; height: number; isRgba: boolean } {
  const view = Buffer.from(png);
  expect(view.subarray(1, 4).toString()).toBe('PNG');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20), isRgba: view[25] === 6 };
}

describe('the Teams app', () => {
  it('has a manifest that Microsoft’s schema accepts, and a file for each further language', async () => {
    const languages = [
      { tag: 'en', words: WORDS },
      { tag: 'el', words: { ...WORDS, nameFull: 'Ponte: χρηματοδότηση' } },
    ];
    const files = manifestFiles({ ...FACTS, languages });
    expect(Object.keys(files)).toEqual(['manifest.json', 'el.json']);
    const isManifest = await validator('MicrosoftTeams.schema.json');
    expect(isManifest(files['manifest.json']) ? [] : isManifest.errors).toEqual([]);
    const isTranslation = await validator('MicrosoftTeams.Localization.schema.json');
    expect(isTranslation(files['el.json']) ? [] : isTranslation.errors).toEqual([]);
    expect(files['el.json']).toMatchObject({
      'name.full': 'Ponte: χρηματοδότηση',
      'bots[0].commandLists[0].commands[0].title': 'Find funding',
    });
  });

  it('would be refused with a name or a description too long', async () => {
    const isManifest = await validator('MicrosoftTeams.schema.json');
    const withWords = (changes: object) =>
      manifestFiles({ ...FACTS, languages: [{ tag: 'en', words: { ...WORDS, ...changes } }] })['manifest.json'];
    expect(isManifest(withWords({ nameShort: 'x'.repeat(31) }))).toBe(false);
    expect(isManifest(withWords({ descriptionShort: 'x'.repeat(81) }))).toBe(false);
  });

  it('is packed from the real words with icons of the right size, and still validates', async () => {
    const languages = await readAppWords(join(ROOT, 'locales'));
    expect(languages[0]?.tag).toBe('en');
    const files = unzipSync(await packageApp({ ...FACTS, languages }, ICONS));
    const names = ['manifest.json', ...languages.slice(1).map(({ tag }) => `${tag}.json`), 'color.png', 'outline.png'];
    expect(Object.keys(files)).toEqual(names);
    const isManifest = await validator('MicrosoftTeams.schema.json');
    const isTranslation = await validator('MicrosoftTeams.Localization.schema.json');
    for (const [name, bytes] of Object.entries(files).filter(([one]) => one.endsWith('.json'))) {
      const validate = name === 'manifest.json' ? isManifest : isTranslation;
      expect({ name, errors: validate(JSON.parse(Buffer.from(bytes).toString())) ? [] : validate.errors }).toEqual({ name, errors: [] });
    }
    expect(sizeOf(files['color.png'] ?? new Uint8Array())).toEqual({ width: 192, height: 192, isRgba: true });
    expect(sizeOf(files['outline.png'] ?? new Uint8Array())).toEqual({ width: 32, height: 32, isRgba: true });
  });

  it('is not packed without an app id: the command names what to set, and fails', async () => {
    const environment = { PATH: process.env.PATH, HOME: process.env.HOME };
    const command = ['--import', 'tsx', join(ROOT, 'src/channels/teams/write-package.ts')];
    const run = promisify(execFile)(process.execPath, command, { cwd: ROOT, env: environment as NodeJS.ProcessEnv });
    const failure = (await run.catch((error: unknown) => error)) as { code: number; stderr: string };
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain('MICROSOFT_APP_ID');
    expect(failure.stderr).toContain('PUBLIC_URL');
    expect(failure.stderr).not.toContain('    at ');
  });
});
