import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../src/domain/finding';
import { checkFolder } from '../../../src/staff/check/check-folder';
import { readForCheck } from '../../../src/staff/check/read-for-check';
import { type Edit, PLANTS, type Plant } from './plants';

const SHIPPED = join(__dirname, '../../../knowledge');

interface Planted {
  readonly file: string;
  readonly line: number;
}

/** A copy of the knowledge folder, in which each mistake gets a file that no other one has. */
class PlantedFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'ponte-planted-'));
  readonly #used = new Set<string>();
  readonly #files: readonly string[];

  constructor() {
    cpSync(SHIPPED, this.path, { recursive: true });
    this.#files = readdirSync(this.path, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.(?:md|yaml)$/.test(file) && !file.endsWith('README.md'))
      .sort();
  }

  plant(plant: Plant): Planted {
    if ('remove' in plant) return this.#remove(plant.remove, plant.at);
    if ('add' in plant) {
      const made = typeof plant.text === 'string' ? { text: plant.text, name: '' } : this.#copy(plant.text);
      const file = plant.add.endsWith('/') ? plant.add + made.name : plant.add;
      writeFileSync(join(this.path, file), made.text);
      return { file, line: lineOf(made.text, plant.at) };
    }
    return this.#edit(plant);
  }

  #edit({ mistake, in: where, find, by, at }: Edit): Planted {
    for (const file of this.#free(where)) {
      const before = this.#read(file);
      const after = typeof by === 'string' ? before.replace(find, by) : before.replace(find, by);
      if (after === before) continue;
      this.#take(file);
      writeFileSync(join(this.path, file), after);
      return { file, line: at ? lineOf(after, at) : firstChange(before, after) };
    }
    throw new Error(`no file fits: ${mistake}`);
  }

  #remove(wanted: RegExp, at: RegExp): Planted {
    for (const file of this.#free(wanted)) {
      const entry = file.replace(/\.[a-z]{2}\.md$/, '.md');
      if (this.#used.has(entry)) continue;
      this.#take(file);
      this.#take(entry);
      rmSync(join(this.path, file));
      return { file: entry, line: lineOf(this.#read(entry), at) };
    }
    throw new Error(`no file fits ${wanted}`);
  }

  #copy({ from, having, change }: { from: RegExp; having: RegExp; change: (text: string) => string }): { text: string; name: string } {
    const file = this.#free(from).find((one) => having.test(this.#read(one)));
    if (file === undefined) throw new Error(`no file has ${having}`);
    this.#take(file);
    return { text: change(this.#read(file)), name: file.slice(file.lastIndexOf('/') + 1) };
  }

  /** Files of a kind, apart from those of an entry that has a mistake already: a broken entry hides those of its translations. */
  #free(where: RegExp): string[] {
    return this.#files.filter((file) => where.test(file) && !this.#used.has(idOf(file)));
  }

  #take(file: string): void {
    this.#used.add(idOf(file));
  }

  #read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }
}

const idOf = (file: string): string => file.replace(/(?:\.[a-z]{2})?\.(?:md|yaml)$/, '');
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function lineOf(text: string, at: RegExp): number {
  const found = at.exec(text);
  if (!found) throw new Error(`${at} is not there afterwards`);
  return lineAt(text, found.index);
}

function firstChange(before: string, after: string): number {
  let offset = 0;
  while (before[offset] === after[offset]) offset++;
  return lineAt(after, offset);
}

describe('`ponte check` on the knowledge folder', () => {
  const folder = new PlantedFolder();
  const planted = new Map<Plant, Planted>();
  let found: readonly Finding[] = [];
  let clean: readonly Finding[] = [];

  beforeAll(async () => {
    const shipped = await readForCheck(SHIPPED);
    // The day of the latest check: the folder's own today, whenever the test runs.
    const today =
      shipped.files.entries
        .map(({ checked }) => checked)
        .sort()
        .at(-1) ?? '';
    clean = checkFolder(shipped, today);
    for (const plant of PLANTS) planted.set(plant, folder.plant(plant));
    found = checkFolder(await readForCheck(folder.path), today);
  }, 120_000);

  afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

  it('finds no error in what is shipped', () => {
    expect(clean.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is shown at least sixty mistakes, each in its own way', () => {
    expect(new Set(PLANTS.map(({ mistake }) => mistake)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(PLANTS.map((plant) => [plant.rule, plant.mistake, plant] as const))('finds by %s: %s', (rule, _, plant) => {
    const { file, line } = planted.get(plant) ?? { file: '', line: 0 };
    const here = found.filter((finding) => finding.file === file);
    expect(here.map((finding) => `${finding.rule} at ${finding.line}`)).toContain(`${rule} at ${line}`);
    // Nobody had complained about this line before.
    expect(clean.filter((finding) => finding.file === file && finding.rule === rule && finding.line === line)).toEqual([]);
  });
});
