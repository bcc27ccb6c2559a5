/**
 * `search`: a question put to ten thousand entries in one, four and eleven languages inside the process; how long their index takes to
 * build in its thread, how late answers are meanwhile, and what the index takes of memory.
 */
import { LOCALES, type Locale } from '../../src/domain/locale';
import type { Numbers } from './baseline';
import { startChild } from './child';
import { compile } from './compiled';

const ENTRIES = 10_000;
const ENTRIES_OPTION = '--entries=';
const ONLY_OPTION = '--only=';
const FOLDERS: Readonly<Record<string, readonly Locale[]>> = { one: ['en'], four: ['en', 'es', 'de', 'el'], eleven: LOCALES };
/** MB: a folder in eleven languages lies in memory twice while it is built. */
const MOST_HEAP = 6_000;

export async function benchSearch(options: readonly string[] = []): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const entries = Number(optionIn(options, ENTRIES_OPTION) ?? ENTRIES);
  const only = optionIn(options, ONLY_OPTION);
  const script = await compile(require.resolve('./search-once.ts'));
  const numbers: Record<string, Numbers> = {};
  for (const [name, locales] of Object.entries(FOLDERS)) {
    if (only !== undefined && only !== name) continue;
    console.log(`${entries} entries in ${locales.length === 1 ? 'one language' : `${locales.length} languages`} …`);
    numbers[name] = await measure(script, entries, locales);
  }
  return { numbers, faults: [] };
}

const optionIn = (options: readonly string[], option: string): string | undefined =>
  options.find((one) => one.startsWith(option))?.slice(option.length);

async function measure(script: string, entries: number, locales: readonly Locale[]): Promise<Numbers> {
  const child = startChild(process.execPath, ['--expose-gc', `--max-old-space-size=${MOST_HEAP}`, script, String(entries), locales.join()]);
  const code = await child.ended;
  if (code !== 0) throw new Error(`the measurement ended with ${code}: ${child.err().slice(-500)}`);
  return JSON.parse(child.out());
}
