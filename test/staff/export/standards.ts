/** The standards' own schemas and shapes, which may not be copied into the project: without them these tests are skipped, and a line says so. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Store, Writer } from 'n3';
import { findCorpus } from '../../support/corpora';

const FOLDER = findCorpus('standards');

const COMPLAIN = require.resolve('./children/complain.ts');

if (!FOLDER) process.stdout.write('PONTE_CORPORA names no folder with the standards: exports are not compared with them in this run.\n');

// Told as skipped, not passed: without the standards, which may not be shipped, nothing was compared. CI names them.
export const describeStandard = FOLDER ? describe : describe.skip;

const pathOf = (path: readonly string[]): string => join(FOLDER ?? '', ...path);
export const standardJson = (...path: readonly string[]): unknown => JSON.parse(readFileSync(pathOf(path), 'utf8'));

/** The triples of a JSON-LD document. A context that would have to be fetched is a fault. */
export async function triplesOf(document: unknown): Promise<Store> {
  const load = (url: string) => Promise.reject(new Error(`this file wants ${url} from the network`));
  const parser = new JsonLdParser({ documentLoader: { load } });
  const store = new Store();
  const done = new Promise<void>((resolve, reject) => {
    parser.on('data', (quad) => store.addQuad(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve());
  });
  parser.end(JSON.stringify(document));
  await done;
  return store;
}

/**
 * What the shapes complain of, one line each; empty when the data conform. In a process of its own, because the validator is an
 * ES module, which jest's `require` does not take.
 */
export async function complaintsOf(document: unknown, ...shapes: readonly string[]): Promise<string[]> {
  const writer = new Writer({ format: 'N-Quads' });
  for (const quad of await triplesOf(document)) writer.addQuad(quad);
  const input = await new Promise<string>((resolve, reject) => writer.end((error, text) => (error ? reject(error) : resolve(text))));
  const parameters = ['--import', 'tsx', COMPLAIN, pathOf(shapes)];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (stdout === '') throw new Error(`the validator ended early: ${stderr}`);
  return JSON.parse(stdout);
}
