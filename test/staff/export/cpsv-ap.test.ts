import { toCpsvAp, withoutAuthority } from '../../../src/staff/export/cpsv-ap';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';
import { CALL, entryOf, FOLDER, HIDDEN, naughtyEntries, OPTIONS } from './sample-offer';
import { complaintsOf, describeStandard, triplesOf } from './standards';

const document = toCpsvAp(FOLDER, SMALL_VOCABULARIES, OPTIONS);
const triples = triplesOf(document);
const SHAPES = ['cpsv-ap-3.2.0', 'cpsv-ap-SHACL.ttl'];
const CPSV = 'http://purl.org/vocab/cpsv#PublicService';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DCT = 'http://purl.org/dc/terms/';
const CALL_ADDRESS = 'https://ponte.example.org/entries/a-call';

describe('the CPSV-AP export', () => {
  it('holds each call, service and training whose source names an authority, and tells the others', async () => {
    const services = (await triples).getQuads(null, TYPE, CPSV, null).map(({ subject }) => subject.value.split('/').at(-1));
    expect(services).toEqual(['a-call', 'year-call', 'a-service', 'a-training']);
    expect(withoutAuthority(FOLDER).map(({ id }) => id)).toEqual(['nameless-call', 'paid-training']);
  });

  it('shows nothing that is not verified, and no site', () => {
    for (const hidden of HIDDEN) expect(JSON.stringify(document)).not.toContain(hidden);
  });

  it('gives titles and summaries in each language, and quotes in the language of the entry', async () => {
    const store = await triples;
    const texts = (property: string) =>
      store.getQuads(CALL_ADDRESS, DCT + property, null, null).map(({ object }) => [object.language, object.value]);
    expect(texts('title')).toEqual([
      ['en', 'Jobs nearby'],
      ['es', 'Empleo cerca'],
      ['el', 'Εργασία κοντά'],
    ]);
    expect(texts('description')).toHaveLength(2);
    const [requirement] = store.getQuads(null, `${DCT}identifier`, '"a-call/who"', null);
    const [quote] = store.getQuads(requirement?.subject ?? null, `${DCT}title`, null, null);
    expect([quote?.object.language, quote?.object.value]).toEqual(['es', 'Quién puede']);
  });

  it('says of a call whether it is open at that instant', async () => {
    const stateAt = async (at: string) => {
      const store = await triplesOf(toCpsvAp([CALL], SMALL_VOCABULARIES, { ...OPTIONS, at: new Date(at) }));
      return store.getQuads(CALL_ADDRESS, 'http://www.w3.org/ns/adms#status', null, null)[0]?.object.value.split('#')[1];
    };
    expect(await stateAt('2026-09-01T09:00:00Z')).toBe('state-forthcoming');
    expect(await stateAt('2026-11-10T09:00:00Z')).toBe('state-open');
    expect(await stateAt('2026-12-01T12:00:00Z')).toBe('state-closing-soon');
    expect(await stateAt('2026-12-01T13:00:00Z')).toBe('state-closed');
    expect(await stateAt('2027-05-02T09:00:00Z')).toBe('state-closed');
  });

  it('is as exact about days as the source', async () => {
    const store = await triples;
    const time = (property: string) =>
      store.getQuads(null, `http://www.w3.org/2006/time#${property}`, null, null).map(({ object }) => object.value);
    expect([time('inXSDDate'), time('inXSDgYearMonth'), time('inXSDgYear')]).toEqual([['2026-12-01'], ['2026-10'], ['2026', '2027']]);
  });

  it('holds two organisations of one name in two countries apart', async () => {
    const twins = ['ES', 'IT'].map((country) =>
      entryOf({ kind: 'service', id: `in-${country.toLowerCase()}`, country, contact: { organisation: 'Ministry' } }),
    );
    const store = await triplesOf(toCpsvAp(twins, SMALL_VOCABULARIES, OPTIONS));
    expect(store.getQuads(null, TYPE, 'http://data.europa.eu/m8g/PublicOrganisation', null)).toHaveLength(2);
  });

  it('takes only addresses of the web for predicates and types, so that no prefix is forgotten', async () => {
    for (const { predicate } of await triples) expect(predicate.value).toMatch(/^https?:/);
  });

  it('keeps whatever people write in their fields, word for word', async () => {
    const naughty = naughtyEntries();
    const store = await triplesOf(toCpsvAp(naughty, SMALL_VOCABULARIES, OPTIONS));
    for (const { id, title } of naughty) {
      const [quad] = store.getQuads(`https://ponte.example.org/entries/${id}`, `${DCT}title`, null, null);
      expect(quad?.object.value).toBe(title.en);
    }
  });
});

describeStandard('by the shapes of CPSV-AP 3.2.0', () => {
  it('the export has nothing to complain of', async () => {
    expect(await complaintsOf(document, ...SHAPES)).toEqual([]);
  }, 30_000);

  it('an entry without an authority would be complained of, and so would a title without a language', async () => {
    const broken = document['@graph'].map((node) => {
      const { 'cv:hasCompetentAuthority': authority, ...rest } = node;
      return authority === undefined ? node : { ...rest, 'dct:title': 'no language' };
    });
    const complaints = await complaintsOf({ ...document, '@graph': broken }, ...SHAPES);
    expect(complaints).toContain('a-call hasCompetentAuthority MinCountConstraintComponent');
    expect(complaints).toContain('a-call title DatatypeConstraintComponent');
  }, 30_000);
});
