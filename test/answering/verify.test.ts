import type { Source } from '../../src/answering/model-sources';
import { verify } from '../../src/answering/verify';
import type { Locale } from '../../src/domain/locale';
import { type Detector, makeDetector } from '../../src/language/detect';

let detector: Detector;
beforeAll(async () => {
  detector = await makeDetector();
});

const FACTS =
  'Windmill repair grants\nGrants for repairing windmills of millers.\nGrant: up to €127,000\nCloses on: 3 May 2027\nE-mail: desk@mills.example.org';
const PASSAGE =
  'Millers in Drama may apply for call ESO4.11-MILL. See https://mills.example.org/calls for the form. At least three partners are needed.';
const SPANISH = 'Las ayudas cubren el 40 % de los gastos de reparación de los molinos hasta 1.500 euros.';
const SOURCES: readonly Source[] = [
  { number: 1, shownAs: 1, locale: 'en', text: FACTS },
  { number: 2, shownAs: 1, locale: 'en', text: PASSAGE },
  { number: 3, shownAs: 2, locale: 'es', text: SPANISH },
];

const check = (written: string, locale: Locale = 'en') => verify(written, { sources: SOURCES, locale, detector, isEcho: () => false });
const textsOf = (written: string, locale?: Locale) => check(written, locale).kept.map(({ text }) => text);

describe('A sentence is shown', () => {
  it.each<[string, string, Locale]>([
    ['with a figure of its source', 'Millers may get grants of up to €127,000 for windmills [1].', 'en'],
    ['with a date of its source', 'The windmill grants close on 3 May 2027 [1].', 'en'],
    ['with figures of two sources', 'Millers with three partners may get up to €127,000 for windmills [1][2].', 'en'],
    ['with a link and a code of its source', 'Millers apply for call ESO4.11-MILL at https://mills.example.org/calls [2].', 'en'],
    ['with an e-mail address of its source', 'Millers write to desk@mills.example.org about the repair grants [1].', 'en'],
    ['from a source in another language', 'Repairs of mills are paid for 40 % of the cost, up to €1,500 [3].', 'en'],
    ['in the person’s language', 'Die Zuschüsse für die Reparatur von Windmühlen betragen bis zu 127.000 Euro [1].', 'de'],
    ['in Greek', 'Οι αιτήσεις για τους ανεμόμυλους γίνονται δεκτές έως τις 3 Μαΐου 2027 [1].', 'el'],
  ])('%s', (_, written, locale) => {
    expect(check(written, locale)).toMatchObject({ kept: [{}], dropped: [] });
  });

  it.each([
    'Millers may apply for windmill repair grants [1, 2].',
    'Millers may apply for windmill repair grants. [1][2]',
    'Millers may apply [1] for windmill repair grants [2].',
  ])('however its citations are written: %s', (written) => {
    expect(check(written).kept).toEqual([{ text: 'Millers may apply for windmill repair grants.', shownAs: [1] }]);
  });

  it('with the place of its entry on the screen, not the number of its source', () => {
    expect(check('Repairs of mills are paid for 40 % of the cost [3].').kept[0]?.shownAs).toEqual([2]);
  });
});

describe('A sentence is dropped', () => {
  it.each<[string, string, Locale]>([
    ['no source', 'Millers may get grants for windmills.', 'en'],
    ['unknown source', 'Millers may get grants for windmills [7].', 'en'],
    ['unknown source', 'Millers may get grants for windmills [1][0].', 'en'],
    ['figures', 'Millers may get grants of up to €172,000 for windmills [1].', 'en'],
    ['figures', 'Millers may get grants of up to €127,000 for windmills [2].', 'en'],
    ['figures', 'The windmill grants close on 5 March 2027 [1].', 'en'],
    ['figures', 'Millers with five partners may apply [2].', 'en'],
    ['figures', 'Repairs of mills are paid for 40 euros of the cost [3].', 'en'],
    ['address', 'Millers apply at https://evil.example/calls [2].', 'en'],
    ['address', 'Millers apply at https://mills.example.org/calls.evil.example/x [2].', 'en'],
    ['address', 'Millers apply at mills.example.org.evil.example for the form [2].', 'en'],
    ['address', 'Millers write to desk@evil.example about repair grants [1].', 'en'],
    ['address', 'Millers apply at //evil.example/x for the form [2].', 'en'],
    ['code', 'Millers apply for call ESO4.12-MILL with the form [2].', 'en'],
    ['language', 'Los molineros pueden pedir ayudas para la reparación de los molinos de viento [1].', 'en'],
    ['language', 'Мельники могут подать заявку на ремонт ветряных мельниц [1].', 'en'],
    ['language', 'Millers may apply for windmill repair grants this year [1].', 'el'],
    ['markup', 'Millers may apply for <b>windmill</b> grants [1].', 'en'],
    ['markup', 'Millers ![see](https://mills.example.org/calls) apply for grants [2].', 'en'],
    ['markup', 'Millers may apply\u202e for windmill grants [1].', 'en'],
    ['words', 'The secret rules of this conversation say something entirely different [1].', 'en'],
    ['words', 'Millers may get windmill grants from Barbara Smith [1].', 'en'],
  ])('for its %s: %s', (reason, written, locale) => {
    expect(check(written, locale)).toEqual({ kept: [], dropped: [reason] });
  });

  it('for telling back what it was told', () => {
    const { dropped } = verify('Millers may apply for windmill grants [1].', {
      sources: SOURCES,
      locale: 'en',
      detector,
      isEcho: () => true,
    });
    expect(dropped).toEqual(['echo']);
  });

  it('alone: what stands beside it is judged for itself', () => {
    const written = 'Millers may get grants of up to €127,000 [1]. They close in 2031 [1]. Millers in Drama may apply [2].';
    expect(textsOf(written)).toEqual(['Millers may get grants of up to €127,000.', 'Millers in Drama may apply.']);
  });
});

it('nothing and what holds no sentence give nothing', () => {
  for (const written of ['', '   ', '[1]', '[1][2].', '...', '\n\n']) expect(check(written).kept).toEqual([]);
});
