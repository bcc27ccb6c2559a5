import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { toHsds } from '../../../src/staff/export/hsds';
import { uuidOf } from '../../../src/staff/export/hsds-record';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';
import { CALL, FOLDER, HIDDEN, naughtyEntries, OPTIONS } from './sample-offer';
import { describeStandard, standardJson } from './standards';

interface Page {
  readonly total_items: number;
  readonly contents: readonly Record<string, unknown>[];
  readonly organizations: readonly Record<string, unknown>[];
}
const pageOf = (...given: Parameters<typeof toHsds>): Page => JSON.parse(JSON.stringify(toHsds(...given)));
const page = pageOf(FOLDER, SMALL_VOCABULARIES, OPTIONS);
const [call] = pageOf([CALL], SMALL_VOCABULARIES, OPTIONS).contents;

describe('the HSDS export', () => {
  it('is one page of calls, services and trainings, with the organisations beside it', () => {
    expect(page).toMatchObject({ total_items: 6, total_pages: 1, first_page: true, last_page: true, empty: false });
    expect(page.contents.map(({ id }) => id)).toEqual(
      ['a-call', 'year-call', 'nameless-call', 'a-service', 'a-training', 'paid-training'].map((id) =>
        uuidOf(`https://ponte.example.org/entries/${id}`),
      ),
    );
    expect(page.organizations).toHaveLength(2);
    for (const hidden of HIDDEN) expect(JSON.stringify(page)).not.toContain(uuidOf(`https://ponte.example.org/entries/${hidden}`));
    expect(JSON.stringify(page)).not.toContain('secret-desk');
  });

  it('gives a thing the same id in each export', () => {
    // What uuid5(NAMESPACE_URL, …) of Python's library gives.
    expect(uuidOf('www.example.com')).toBe('b63cdfa4-3df9-568e-97ae-006c5b8fd652');
    expect(pageOf(FOLDER, SMALL_VOCABULARIES, OPTIONS)).toEqual(page);
  });

  it('writes the first language asked for in the fields, and each language beside them', () => {
    const [greek] = pageOf([CALL], SMALL_VOCABULARIES, { ...OPTIONS, languages: ['el', 'en'] }).contents;
    expect([greek?.name, greek?.description]).toEqual(['Εργασία κοντά', 'Grants for jobs.']);
    const attributes = greek?.attributes as { link_type: string; value: string; taxonomy_term: { code: string; language: string } }[];
    const translations = attributes.filter(({ link_type: type }) => type === 'translation');
    expect(translations.map(({ value, taxonomy_term: { code, language } }) => [code, language, value])).toEqual([
      ['title.el', 'el', 'Εργασία κοντά'],
      ['title.en', 'en', 'Jobs nearby'],
      ['summary.en', 'en', 'Grants for jobs.'],
    ]);
  });

  it.each([
    ['2026-09-01T09:00:00Z', 'inactive', 'forthcoming'],
    ['2026-11-10T09:00:00Z', 'active', 'open'],
    ['2026-12-01T13:00:00Z', 'inactive', 'closed'],
  ])('at %s calls the call %s (%s)', (at, status, state) => {
    const [one] = pageOf([CALL], SMALL_VOCABULARIES, { ...OPTIONS, at: new Date(at) }).contents;
    expect(one).toMatchObject({
      status,
      attributes: expect.arrayContaining([expect.objectContaining({ link_type: 'state', value: state })]),
    });
  });

  it('calls nothing active that may be closed', () => {
    expect(page.contents.map(({ status }) => status)).toEqual(['active', 'inactive', 'inactive', 'active', 'active', 'active']);
  });

  it('writes as days only what the source gives as days', () => {
    expect(call?.schedules).toEqual([{ id: expect.any(String), valid_to: '2026-12-01', notes: '2026-10' }]);
    expect(call).toMatchObject({ application_process: 'https://call.example.org/apply', funding: [{ source: 'ESF+' }] });
  });
});

/** The schemas name each property they know; with this what they do not know is a mistake, as a misspelt field would be. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in parts && parts.type === 'object' ? { ...parts, additionalProperties: false } : parts;
}

describeStandard('by the JSON Schemas of HSDS 3', () => {
  let service: ValidateFunction;
  let organisation: ValidateFunction;
  beforeAll(() => {
    // The schemas carry words of their own, such as "core" and "constraints".
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
    service = ajv.compile(closed(standardJson('hsds-3', 'service.json')) as object);
    organisation = ajv.compile(closed(standardJson('hsds-3', 'organization.json')) as object);
  }, 60_000);
  const complaints = (check: ValidateFunction, record: unknown) =>
    check(record) ? [] : check.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);

  it('the export has nothing to complain of', () => {
    for (const record of page.contents) expect(complaints(service, record)).toEqual([]);
    for (const record of page.organizations) expect(complaints(organisation, record)).toEqual([]);
  });

  it('a wrong status, an address that is none and a misspelt field would be complained of', () => {
    const wrong = { ...page.contents[0], status: 'open', url: 'not an address', titel: 'x' };
    expect(complaints(service, wrong)).toEqual(
      expect.arrayContaining([' must NOT have additional properties', expect.stringContaining('/status'), expect.stringContaining('/url')]),
    );
  });

  it('whatever people write in their fields changes nothing of that', () => {
    const naughty = naughtyEntries();
    for (const record of pageOf(naughty, SMALL_VOCABULARIES, OPTIONS).contents) expect(complaints(service, record)).toEqual([]);
  });
});
