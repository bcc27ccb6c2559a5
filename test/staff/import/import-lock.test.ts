import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../../src/staff/command';
import { makeImportCommand } from '../../../src/staff/import/command';
import { killChildren, startChild } from '../../store/children/child';
import { rooms } from '../heard';

const HOLD = require.resolve('./hold-import-lock.ts');

describe('two imports on one folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-import-lock-'));
  let made = 0;
  const newHome = () => {
    const home = join(parent, String(made++));
    return { folder: join(home, 'kn'), dataFolder: join(home, 'data') };
  };
  afterEach(killChildren);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  const sourceOf = (name: string, work: () => Promise<number> = async () => 0): Command => ({ name, usage: [], run: work });

  it('keeps an undo from beginning while an import is at work, and says who is', async () => {
    const home = newHome();
    let goOn: () => void = () => undefined;
    const isDone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let undone = 0;
    const command = makeImportCommand([
      sourceOf('calendar', async () => isDone.then(() => 0)),
      sourceOf('undo', async () => {
        undone += 1;
        return 0;
      }),
    ]);
    const first = command.run(['calendar', '--apply'], rooms(home).rooms);
    const second = rooms(home);
    await expect(command.run(['undo'], second.rooms)).resolves.toBe(1);
    expect(undone).toBe(0);
    expect(second.err()).toBe(
      `ponte import undo: "import calendar" is at work (process ${process.pid}, since 2026-11-22T10:00:00.000Z). Nothing was read or written.\n` +
        `    Wait until it has ended, then start this again. If it hangs, end process ${process.pid}: that frees the folder.\n`,
    );
    goOn();
    await expect(first).resolves.toBe(0);
    await expect(command.run(['undo'], rooms(home).rooms)).resolves.toBe(0);
    expect(undone).toBe(1);
  });

  it('lets the next one begin after one that failed', async () => {
    const home = newHome();
    const command = makeImportCommand([
      sourceOf('portal', async () => {
        throw new Error('no network');
      }),
      sourceOf('undo'),
    ]);
    await expect(command.run(['portal', '--apply'], rooms(home).rooms)).rejects.toThrow('no network');
    expect(existsSync(join(home.dataFolder, 'import', 'at-work.json'))).toBe(false);
    await expect(command.run(['undo'], rooms(home).rooms)).resolves.toBe(0);
  });

  it('leaves nothing behind when somebody only looks, where there never was an import', async () => {
    const home = newHome();
    await expect(makeImportCommand([sourceOf('calendar')]).run(['calendar'], rooms(home).rooms)).resolves.toBe(0);
    expect(existsSync(home.dataFolder)).toBe(false);
  });

  it('does not hold apart imports on two data folders', async () => {
    const [one, two] = [newHome(), newHome()];
    const inner = makeImportCommand([sourceOf('hsds')]);
    const outer = makeImportCommand([sourceOf('calendar', () => inner.run(['hsds', '--apply'], rooms(two).rooms))]);
    await expect(outer.run(['calendar', '--apply'], rooms(one).rooms)).resolves.toBe(0);
  });

  it('takes over from a process that was killed in the middle, whatever it left behind', async () => {
    const home = newHome();
    const command = makeImportCommand([sourceOf('calendar')]);
    const child = startChild(HOLD, home.folder, home.dataFolder);
    await child.printed(1);
    const refused = rooms(home);
    await expect(command.run(['calendar'], refused.rooms)).resolves.toBe(1);
    expect(refused.err()).toContain(`(process ${child.process.pid},`);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(existsSync(join(home.dataFolder, 'import', 'at-work.json'))).toBe(true);
    await expect(command.run(['calendar', '--apply'], rooms(home).rooms)).resolves.toBe(0);
  }, 30_000);

  it('refuses without a name when what the other one wrote cannot be read', async () => {
    const home = newHome();
    mkdirSync(join(home.dataFolder, 'import'), { recursive: true });
    const heard = rooms(home);
    const command = makeImportCommand([
      sourceOf('calendar', async () => {
        writeFileSync(join(home.dataFolder, 'import', 'at-work.json'), 'half');
        return command.run(['undo'], heard.rooms);
      }),
      sourceOf('undo'),
    ]);
    await expect(command.run(['calendar', '--apply'], rooms(home).rooms)).resolves.toBe(1);
    expect(heard.err()).toContain('ponte import undo: another import is at work. Nothing was read or written.');
  });
});
