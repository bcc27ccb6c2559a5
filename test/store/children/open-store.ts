/** Opens a store at an instant (epoch milliseconds), so that several processes do it at once, accepts a message and closes. */
import { openStore } from '../../../src/store/sqlite-store';

const [folder = '', start = '0'] = process.argv.slice(2);

async function openAtOnce(): Promise<void> {
  while (Date.now() < Number(start));
  const store = await openStore(folder);
  const { activity } = await store.inbox.accept('c1', { text: 'hello' });
  await store.close();
  process.stdout.write(`${activity.id}\n`);
}

void openAtOnce();
