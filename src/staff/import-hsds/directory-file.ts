/** A file in Open Referral HSDS 3 → its services and organisations, as they stand there. */
import { readFile, stat } from 'node:fs/promises';
import { FileRefused } from '../import/table';
import { type Directory, isObject, recordsOf } from './directory-records';

/** Bytes and records; a national directory of 20,000 services is about 40 MB. */
const MAX_FILE = 64 * 1024 * 1024;
const MAX_RECORDS = 20_000;
const MEGABYTE = 1024 * 1024;

/** Fields that HSDS 1 and 2 had under these names and HSDS 3 has not (HSDS changelog, 3.0). */
const OLDER_FIELDS = [
  'eligibility',
  'taxonomy_ids',
  'service_taxonomies',
  'service_taxonomy',
  'regular_schedules',
  'regular_schedule',
  'physical_addresses',
  'physical_address',
  'holiday_schedules',
  'services_at_location',
  'eligibilities',
  'payments_accepted',
];

const OTHER_VERSION =
  'Ask the directory for HSDS 3 in JSON (its API answers GET /services with it), or convert the file with the tools of Open Referral.';

/** Throws FileRefused. */
export async function readDirectoryFile(path: string): Promise<Directory> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new FileRefused('there is no such file', 'Check the name and the folder.');
  if (!stats.isFile()) throw new FileRefused('this is not an ordinary file', 'Name a JSON file.');
  if (stats.size > MAX_FILE)
    throw new FileRefused(
      `the file has ${Math.round(stats.size / MEGABYTE)} MB; up to ${MAX_FILE / MEGABYTE} MB are read`,
      'Ask for it in pages, and import one after the other.',
    );
  return readDirectory(await readFile(path));
}

function readDirectory(bytes: Uint8Array): Directory {
  const json = parse(bytes);
  refuseOtherVersions(json);
  const directory = recordsOf(json);
  const records = [...directory.services, ...directory.organisations];
  if (records.length === 0)
    throw new FileRefused(
      'it holds no services and no organisations of HSDS 3',
      `HSDS 3 is a service, a list of them, or a page with "contents". ${OTHER_VERSION}`,
    );
  if (records.length > MAX_RECORDS)
    throw new FileRefused(`it holds ${records.length} records; up to ${MAX_RECORDS} are read`, 'Import it in pages.');
  const old = records.flatMap((record) => OLDER_FIELDS.filter((field) => Object.hasOwn(record, field)))[0];
  if (old !== undefined) throw new FileRefused(`it has the field "${old}", which HSDS 1 and 2 had`, OTHER_VERSION);
  return directory;
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('it is not UTF-8', 'Fetch it again; JSON is always UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = /position (\d+)/.exec(String(error))?.[1];
    const line = where === undefined ? '' : ` (line ${text.slice(0, Number(where)).split('\n').length})`;
    throw new FileRefused(
      `it is no JSON${line}`,
      /^\s*</.test(text) ? 'It is a web page: save the data, not the page.' : 'Fetch it again: it may have broken off.',
    );
  }
}

function refuseOtherVersions(json: unknown): void {
  if (!isObject(json)) return;
  const said = ['version', 'hsds_version', 'schema_version']
    .map((name) => json[name])
    .find((value) => typeof value === 'string' || typeof value === 'number');
  const version = said === undefined ? undefined : /(\d+)(\.\d+)*/.exec(String(said))?.[0];
  if (version !== undefined && !/^3(\.|$)/.test(version))
    throw new FileRefused(`it says that it is version ${version} of HSDS; only 3 is read`, OTHER_VERSION);
  if (Array.isArray(json.resources))
    throw new FileRefused('it is the description of a package of tables, as HSDS 1 and 2 are', OTHER_VERSION);
}
