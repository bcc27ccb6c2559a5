/** `npm run conversations`: plays every golden conversation; `-- --update` rewrites them for review. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playConversation } from '../support/play-conversation';
import { openStage } from '../support/stage';

async function playAll(isUpdating: boolean): Promise<number> {
  const stage = await openStage();
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.chat.md'))
    .sort();
  let different = 0;
  for (const file of files) {
    const path = join(__dirname, file);
    const script = readFileSync(path, 'utf8');
    const { text } = await playConversation(script, stage);
    if (text === script) continue;
    different++;
    if (isUpdating) writeFileSync(path, text);
    console.log(`${isUpdating ? 'rewritten' : 'DIFFERENT'}  ${file}`);
    if (!isUpdating) showDifference(script, text);
  }
  console.log(
    `${files.length} conversations, ${different} ${isUpdating ? 'rewritten: review the difference before you commit' : 'different'}`,
  );
  return isUpdating || different === 0 ? 0 : 1;
}

/** First line that differs, with two lines around it. */
function showDifference(wanted: string, got: string): void {
  const [a, b] = [wanted.split('\n'), got.split('\n')];
  const at = a.findIndex((line, n) => line !== b[n]);
  for (const line of a.slice(Math.max(0, at - 2), at + 1)) console.log(`  written: ${line}`);
  console.log(`  played:  ${b[at] ?? '(end)'}`);
}

void playAll(process.argv.includes('--update')).then((code) => {
  process.exitCode = code;
});
