/** Begins an import, says so, and goes on until it is killed. */
import { makeImportCommand } from '../../../src/staff/import/command';

const [folder = '', dataFolder = ''] = process.argv.slice(2);
const endless = {
  name: 'calendar',
  usage: [],
  run: () => {
    process.stdout.write('at work\n');
    setInterval(() => undefined, 1000);
    return new Promise<number>(() => undefined);
  },
};
const { stdout: out, stderr: err } = process;
void makeImportCommand([endless]).run(['calendar', '--apply'], { folder, dataFolder, out, err, now: () => new Date(), isTerminal: false });
