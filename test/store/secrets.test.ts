import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readOrMakeSecret } from '../../src/store/secrets';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

afterAll(removeTemporaryFolders);

it('makes a secret once and gives the same ever after', async () => {
  const folder = temporaryFolder();
  const first = await readOrMakeSecret(folder, 'token-secret', 48);
  expect(first).toMatch(/^[0-9a-f]{96}$/);
  expect(await readOrMakeSecret(folder, 'token-secret', 48)).toBe(first);
  expect(readFileSync(join(folder, 'keys', 'token-secret'), 'utf8')).toBe(first);
});

it('makes different secrets under different names', async () => {
  const folder = temporaryFolder();
  expect(await readOrMakeSecret(folder, 'a', 32)).not.toBe(await readOrMakeSecret(folder, 'b', 32));
});

it('keeps secrets for the eyes of their owner only', async () => {
  const folder = temporaryFolder();
  await readOrMakeSecret(folder, 'master-key', 32);
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'keys', 'master-key')).mode & 0o777).toBe(0o600);
});

it('gives all of fifty that ask within a few milliseconds the same, and leaves no draft behind', async () => {
  for (let round = 0; round < 10; round += 1) {
    const folder = temporaryFolder();
    const askAt = (ms: number) => pause(ms).then(() => readOrMakeSecret(folder, 'master-key', 32));
    const secrets = await Promise.all(Array.from({ length: 50 }, (_, n) => askAt(n % 6)));
    expect(new Set(secrets).size).toBe(1);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['master-key']);
  }
});

it('takes the secret of a process that was quicker', async () => {
  const folder = temporaryFolder();
  const theirs = 'ab'.repeat(32);
  const drawLate = (bytes: number) => {
    writeFileSync(join(folder, 'keys', 'master-key'), theirs);
    return Buffer.alloc(bytes, 1);
  };
  expect(await readOrMakeSecret(folder, 'master-key', 32, drawLate)).toBe(theirs);
  expect(readFileSync(join(folder, 'keys', 'master-key'), 'utf8')).toBe(theirs);
});

it.each(['', 'not hexadecimal', 'abcd'])('never replaces a damaged secret (%j)', async (text) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'keys'), { recursive: true });
  writeFileSync(join(folder, 'keys', 'master-key'), text);
  await expect(readOrMakeSecret(folder, 'master-key', 32)).rejects.toMatchObject({ code: 'STORE_FAILED', where: 'keys/master-key' });
  expect(readFileSync(join(folder, 'keys', 'master-key'), 'utf8')).toBe(text);
});

it('reads a secret that an editor ended with a new line', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'keys'), { recursive: true });
  writeFileSync(join(folder, 'keys', 'a'), `${'0f'.repeat(32)}\n`);
  expect(await readOrMakeSecret(folder, 'a', 32)).toBe('0f'.repeat(32));
});

it.each(['../outside', 'a/b', '', '.hidden'])('refuses the name %j', async (name) => {
  await expect(readOrMakeSecret(temporaryFolder(), name, 32)).rejects.toBeInstanceOf(RangeError);
});
