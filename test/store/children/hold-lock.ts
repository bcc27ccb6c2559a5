/** Locks a data folder, says so, and holds it until it is killed. */
import { lockDataFolder } from '../../../src/store/lock';

lockDataFolder(process.argv[2] ?? '');
process.stdout.write('locked\n');
setInterval(() => undefined, 1000);
