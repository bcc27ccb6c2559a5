/** `ponte report`: what needs work, what is covered, and what people asked in vain. */
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { readMissFile } from '../../store/miss-file';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { EMPTY_HISTORY } from '../links/history';
import { readHistory } from '../links/history-file';
import { replaceFile } from '../write-files';
import { makeReport, type Report } from './make-report';
import { reportPage } from './page';
import { reportLines } from './print-report';

export const reportCommand: Command = {
  name: 'report',
  usage: [
    'report [--html FILE] [--json]',
    '                   health of each entry, who must act, what is covered, what people asked in vain; FILE is a page to open or print',
  ],
  run: async (args, rooms) => {
    const { values } = parseArgs({ args: [...args], options: { html: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.html !== undefined && values.html.trim() === '') {
      rooms.err.write('ponte report: --html takes the name of the file to write, such as report.html.\n');
      return EX_USAGE;
    }
    const report = await readReport(rooms);
    const lines = values.json ? [JSON.stringify(report)] : reportLines(report);
    // Who asked for a page reads it there.
    const isShort = values.html !== undefined && !values.json;
    for (const line of isShort ? lines.slice(0, lines.indexOf('')) : lines) rooms.out.write(`${line}\n`);
    if (values.html !== undefined && !(await writePage(values.html, report, rooms))) return 1;
    return report.brokenFiles.length > 0 ? 1 : 0;
  },
};

async function readReport({ folder, dataFolder, now, err }: CommandRooms): Promise<Report> {
  const [reading, history, { misses, unreadable }] = await Promise.all([
    readKnowledge(folder),
    readHistory(dataFolder),
    readMissFile(dataFolder),
  ]);
  if (!history.ok) err.write(`ponte report: the links are left out: ${history.problem}\n`);
  if (unreadable > 0) err.write(`ponte report: ${unreadable} lines of misses.jsonl cannot be read and are left out.\n`);
  return makeReport(reading, history.ok ? history.value : EMPTY_HISTORY, misses, now());
}

/** False when it could not be written; then whatever stood there still stands. */
async function writePage(path: string, report: Report, { err }: CommandRooms): Promise<boolean> {
  try {
    if ((await stat(path).catch(() => undefined))?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    await replaceFile(path, reportPage(report));
    err.write(`${path} written: open it in a browser\n`);
    return true;
  } catch (error) {
    err.write(`ponte report: ${path} cannot be written (${reasonOf(error)}). Name a file in a folder that exists and is yours.\n`);
    return false;
  }
}

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'fault';
