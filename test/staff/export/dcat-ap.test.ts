import { toDcatAp } from '../../../src/staff/export/dcat-ap';
import { FORMATS } from '../../../src/staff/export/formats';
import type { Node } from '../../../src/staff/export/linked-data';
import { FOLDER, OPTIONS } from './sample-offer';
import { complaintsOf, describeStandard, triplesOf } from './standards';

const document = toDcatAp(FOLDER, OPTIONS);
const SHAPES = ['dcat-ap-3', 'dcat-ap-SHACL.ttl'];
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';

describe('the DCAT-AP catalogue', () => {
  it('lists each other export, with the address where it is served', async () => {
    const addresses = (await triplesOf(document)).getQuads(null, `${DCAT}downloadURL`, null, null).map(({ object }) => object.value);
    const others = FORMATS.filter((format) => format !== 'dcat-ap');
    expect(addresses).toEqual(others.map((format) => `https://ponte.example.org/open-data/${format}`));
  });

  it('says under which licence, and when an entry was checked last', async () => {
    const store = await triplesOf(document);
    const of = (property: string) => new Set(store.getQuads(null, DCT + property, null, null).map(({ object }) => object.value));
    expect([of('license'), of('modified')]).toEqual([new Set([OPTIONS.licence]), new Set(['2026-11-01'])]);
    expect(of('language').size).toBe(11);
  });

  it('of an empty folder has no day', () => {
    expect(JSON.stringify(toDcatAp([], OPTIONS))).not.toContain('modified');
  });
});

describeStandard('by the shapes of DCAT-AP 3.0.1', () => {
  it('the catalogue has nothing to complain of', async () => {
    expect(await complaintsOf(document, ...SHAPES)).toEqual([]);
  }, 30_000);

  it('a distribution without an address would be complained of, and a licence that is only text', async () => {
    const broken = document['@graph'].map((node) => {
      if (!('dcat:distribution' in node)) return node;
      const { 'dcat:accessURL': _address, ...rest } = node['dcat:distribution'] as Node;
      return { ...node, 'dcat:distribution': { ...rest, 'dct:license': 'free' } };
    });
    const complaints = await complaintsOf({ ...document, '@graph': broken }, ...SHAPES);
    expect(complaints.some((line) => line.endsWith('accessURL MinCountConstraintComponent'))).toBe(true);
    expect(complaints.some((line) => line.endsWith('license NodeKindConstraintComponent'))).toBe(true);
  }, 30_000);
});
