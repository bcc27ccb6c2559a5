import type { Quad, Store } from 'n3';
import { toSchemaOrg } from '../../../src/staff/export/schema-org';
import { naughtyTitles } from '../../support/naughty-strings';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';
import { CALL, entryOf, FOLDER, HIDDEN, OPTIONS, SHOWN } from './sample-offer';
import { describeStandard, standardJson, triplesOf } from './standards';

const document = toSchemaOrg(FOLDER, SMALL_VOCABULARIES, OPTIONS);
const triples = triplesOf(document);
const SCHEMA = 'https://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const CALL_ADDRESS = 'https://ponte.example.org/entries/a-call';

const valuesOf = (store: Store, subject: Quad['object'] | string | null, property: string) =>
  store.getQuads(subject, SCHEMA + property, null, null).map(({ object }) => object);

describe('the schema.org export', () => {
  it('holds every entry that may be shown, and nothing else', async () => {
    const store = await triples;
    const entries = store.getQuads(null, `${SCHEMA}subjectOf`, null, null).map(({ subject }) => subject.value.split('/').at(-1));
    expect(entries).toEqual(SHOWN.map(({ id }) => id));
    for (const hidden of HIDDEN) expect(JSON.stringify(document)).not.toContain(hidden);
  });

  it('gives names in each language', async () => {
    const names = valuesOf(await triples, CALL_ADDRESS, 'name').map(({ language, value }) => [language, value]);
    expect(names).toEqual([
      ['en', 'Jobs nearby'],
      ['es', 'Empleo cerca'],
      ['el', 'Εργασία κοντά'],
    ]);
  });

  it('says of a call when it closes, whether it is open, and what it pays', async () => {
    const store = await triplesOf(toSchemaOrg([CALL], SMALL_VOCABULARIES, OPTIONS));
    const values = (property: string) => valuesOf(store, null, property).map(({ value }) => value);
    expect(values('availabilityEnds')).toEqual(['2026-12-01T14:00:00']);
    expect(values('value')).toEqual(expect.arrayContaining(['closing-soon', '2026-11-21', 'ESF+', 'Europe/Madrid']));
    expect(new Set(values('maxValue').map(Number))).toEqual(new Set([1_000_000, 7000, 20_000, 95]));
    expect(values('minPrice')).toEqual(['10']);
  });

  it('never gives the telephone of one organisation to another', async () => {
    const store = await triplesOf(toSchemaOrg([CALL], SMALL_VOCABULARIES, OPTIONS));
    const owners = store.getQuads(null, `${SCHEMA}telephone`, null, null).flatMap(({ subject }) => valuesOf(store, subject, 'name'));
    expect(owners.map(({ value }) => value)).toEqual(['Oficina "Uno"']);
    expect(valuesOf(store, CALL_ADDRESS, 'provider')).toHaveLength(2);
  });

  it('names the day of the check, the sources and the licence', async () => {
    const store = await triples;
    const [page] = valuesOf(store, CALL_ADDRESS, 'subjectOf');
    const values = (property: string) => valuesOf(store, page ?? '', property).map(({ value }) => value);
    expect([values('lastReviewed'), values('license'), values('citation').length]).toEqual([['2026-11-01'], [OPTIONS.licence], 2]);
  });

  it('keeps whatever people write in their fields, word for word', async () => {
    const naughty = naughtyTitles().map((text, n) =>
      entryOf({ kind: 'guide', id: `naughty-${n}`, title: { en: text }, otherNames: [text] }),
    );
    const store = await triplesOf(toSchemaOrg(naughty, SMALL_VOCABULARIES, OPTIONS));
    for (const { id, title } of naughty)
      expect(valuesOf(store, `https://ponte.example.org/entries/${id}`, 'name').map(({ value }) => value)).toEqual([title.en]);
  });
});

interface Definition {
  readonly '@id': string;
  readonly [property: string]: { readonly '@id': string } | readonly { readonly '@id': string }[] | string;
}

/** The vocabulary as a set of questions. */
function vocabulary() {
  const { '@graph': definitions } = standardJson('schemaorg', 'schemaorg-current-https.jsonld') as { '@graph': readonly Definition[] };
  const byId = new Map(definitions.map((one) => [one['@id'], one]));
  const idsOf = (id: string, property: string): string[] =>
    [byId.get(id)?.[property] ?? []].flat().flatMap((one) => (typeof one === 'string' ? [] : [one['@id']]));
  const widen = (type: string): string[] => [type, ...idsOf(type, 'rdfs:subClassOf').flatMap(widen)];
  return { isThere: (id: string) => byId.has(id), isOld: (id: string) => idsOf(id, 'schema:supersededBy').length > 0, idsOf, widen };
}

/** What the vocabulary has to say against these triples: types and properties it lacks, properties on things or of things they are not for. */
function complaintsOf(store: Store): string[] {
  const { isThere, isOld, idsOf, widen } = vocabulary();
  const short = (address: string) => address.replace(SCHEMA, 'schema:');
  const typesOf = (thing: Quad['subject']) => store.getQuads(thing, TYPE, null, null).map(({ object }) => short(object.value));
  const complaints = new Set<string>();
  for (const { subject, predicate, object } of store) {
    if (predicate.value === TYPE) {
      if (!isThere(short(object.value))) complaints.add(`there is no type ${object.value}`);
      continue;
    }
    const property = short(predicate.value);
    if (!isThere(property) || isOld(property)) complaints.add(`there is no property ${property}`);
    const owners = typesOf(subject).flatMap(widen);
    if (!idsOf(property, 'schema:domainIncludes').some((domain) => owners.includes(domain)))
      complaints.add(`${owners[0]} has no ${property}`);
    const given = typesOf(object).flatMap(widen);
    if (given.length > 0 && !idsOf(property, 'schema:rangeIncludes').some((range) => given.includes(range)))
      complaints.add(`${property} is no ${given[0]}`);
  }
  return [...complaints];
}

describeStandard('by the vocabulary of schema.org 30.0', () => {
  it('the export has nothing to complain of', async () => {
    expect(complaintsOf(await triples)).toEqual([]);
  });

  it('a property on the wrong thing would be complained of, and one that is not there', async () => {
    const wrong = { '@type': 'Course', areaServed: 'Spain', deadline: '2027', provider: { '@type': 'Offer' } };
    const store = await triplesOf({ ...document, '@graph': [wrong] });
    expect(complaintsOf(store)).toEqual([
      'schema:Course has no schema:areaServed',
      'there is no property schema:deadline',
      'schema:Course has no schema:deadline',
      'schema:provider is no schema:Offer',
    ]);
  });
});
