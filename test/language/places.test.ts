import type { Locale } from '../../src/domain/locale';
import { readVocabularies } from '../../src/knowledge/read-vocabularies';
import { makePlaceFinder, type PlaceFinder } from '../../src/language/places';
import { SMALL_VOCABULARIES } from '../support/sample-entries';
import { readSharedMemo, SHIPPED } from '../support/shipped-folder';

describe('The places people speak of', () => {
  let places: PlaceFinder;
  beforeAll(async () => {
    const { vocabularies } = await readVocabularies(SHIPPED, await readSharedMemo());
    places = makePlaceFinder(vocabularies);
  });

  it.each<[Locale, string, string]>([
    ['el', 'στη Δράμα', 'EL514'],
    ['el', 'από τη Δράμα έχουμε συνεταιρισμό', 'EL514'],
    ['el', 'ΔΡΑΜΑ', 'EL514'],
    ['el', 'της Δράμας', 'EL514'],
    ['el', 'στη Θεσσαλονίκη', 'EL522'],
    ['el', 'meno stin kavala', 'EL515'],
    ['el', 'meno stin Paro', 'EL422'],
    ['el', 'meno sto argos', 'EL651'],
    ['hr', 'u rijeci', 'HR031'],
    ['fr', 'a la reunion', 'FRY40'],
    ['es', 'vivo en La Reunión', 'FRY40'],
    ['el', 'sti thessaloniki', 'EL522'],
    ['el', 'είμαι στην Ελλάδα', 'EL'],
    ['el', 'στην Ισπανία', 'ES'],
    ['sl', 'v Mariboru', 'SI032'],
    ['sl', 'smo iz Maribora', 'SI032'],
    ['sl', 'v Ljubljani', 'SI041'],
    ['sl', 'v Sloveniji', 'SI'],
    ['hr', 'u Zagrebu', 'HR050'],
    ['hr', 'iz Zagreba', 'HR050'],
    ['hr', 'u Hrvatskoj', 'HR'],
    ['es', 'en Valencia', 'ES523'],
    ['es', 'somos de la Comunidad Valenciana', 'ES52'],
    ['es', 'vivo en Zaragoza, España', 'ES243'],
    ['ca', 'a València', 'ES523'],
    ['ca', 'visc a Barcelona', 'ES511'],
    ['fr', 'à Marseille', 'FRL04'],
    ['fr', 'j’habite en France', 'FR'],
    ['it', 'a Treviso', 'ITH34'],
    ['it', 'la nostra cooperativa è di Como', 'ITC42'],
    ['it', 'in Veneto', 'ITH3'],
    ['pt', 'no Alentejo', 'PT18'],
    ['pt', 'em Portugal', 'PT'],
    ['de', 'in Deutschland', 'DE'],
    ['de', 'in Hannover', 'DE929'],
    ['sq', 'në Tiranë', 'AL022'],
    ['sq', 'jam nga Shqipëria', 'AL'],
    ['en', 'We are a cooperative in Drama, Greece', 'EL514'],
    ['en', 'anywhere in the European Union', 'EU'],
    ['fr', 'une asbl à Charleroi', 'BE3'],
    ['fr', 'une coopérative à Liège', 'BE3'],
    ['hr', 'zadruga u Beču', 'AT13'],
    ['sq', 'një shoqatë në Prishtinë', 'XK'],
    ['en', 'a community group in Kilkenny', 'IE'],
    ['en', 'carers in Cork', 'IE'],
    ['sl', 'naša fundacija v Krakovu', 'PL'],
    ['el', 'ο σύλλογός μας στο Γκρατς', 'AT22'],
    ['sq', 'një grup në Tartu', 'EE'],
    ['pt', 'moro em Vila Real', 'PT11D'],
    ['es', 'vivo en Vila Real', 'ES522'],
    ['es', 'vivo en Vila Real, Portugal', 'PT11D'],
    ['en', 'a club in Vila Real in Spain', 'ES522'],
  ])('%s: "%s" is in %s', (locale, said, code) => {
    expect(places.find(said, locale)).toBe(code);
  });

  it.each<[Locale, string, string]>([
    ['it', 'Roma', 'ITI43'],
    ['it', 'roma', 'ITI43'],
    ['fr', 'lyon', 'FRK26'],
    ['es', 'León', 'ES413'],
    ['hr', 'Split', 'HR035'],
    ['pt', 'Norte', 'PT11'],
    ['fr', 'Lot', 'FRJ25'],
  ])('%s: "%s" as the whole answer is in %s', (locale, said, code) => {
    expect(places.find(said, locale)).toBe(code);
  });

  it.each<[Locale, string]>([
    ['es', 'como puedo pedir la ayuda'],
    ['es', 'Como puedo pedir la ayuda'],
    ['es', 'COMO PUEDO PEDIR LA AYUDA'],
    ['es', '¿Cómo?'],
    ['fr', 'Quel est le lot'],
    ['fr', 'QUEL EST LE LOT'],
    ['fr', 'au centre de mon projet'],
    ['en', 'nice idea'],
    ['en', 'a cork floor for our meeting room'],
    ['sl', 'rešiti težavo v štirih mesecih'],
    ['pt', 'micro, pequenas e médias empresas'],
    ['en', 'Nice idea'],
    ['en', 'we split the costs'],
    ['en', 'what is ESF+?'],
    ['pt', 'como posso pedir o apoio'],
    ['pt', 'este apoio é para quem'],
    ['de', 'wir kochen und essen zusammen'],
    ['it', 'come funziona il bando'],
    ['hr', 'kako se prijaviti'],
    ['el', 'πώς κάνω αίτηση'],
    ['sq', 'si të aplikoj'],
    ['ca', 'com puc demanar l’ajut'],
    ['sl', 'kako se prijavim na razpis'],
    ['sl', 'tečaj za štiri člane'],
    ['sl', 'kupili smo pet kosov opreme'],
    ['de', 'ich liege unter der Einkommensgrenze'],
    ['el', 'poia einai i aksia timis'],
    ['el', 'thelo na paro epidotisi'],
    ['el', 'menoume konta, me polla xartia kai monaxia'],
    ['el', 'μολις απολυθηκα, μενω κοντα'],
    ['hr', 'opcina daje sest mjeseci'],
    ['sl', 'kakšen je dohodkovni prag'],
    ['es', 'cuando es la reunion'],
    ['fr', 'quand est la réunion'],
    ['it', 'quando è la riunione'],
  ])('%s: "%s" names no place', (locale, said) => {
    expect(places.find(said, locale)).toBeUndefined();
  });

  it.each<[Locale, string, string | undefined]>([
    ['es', 'dinero de Bruselas', undefined],
    ['el', 'λεφτά από τις Βρυξέλλες', undefined],
    ['fr', 'demander directement à Bruxelles', undefined],
    ['de', 'Geld aus Brüssel für einen Verein in Graz', 'AT22'],
    ['fr', 'nous sommes à Bruxelles', 'BE1'],
    ['en', 'ESF+ calls in Brussels', 'BE1'],
    ['de', 'Brüssel', 'BE1'],
    ['it', 'Bruxelles?', 'BE1'],
  ])('in %s: the seat of the Union in "%s"', (locale, text, code) => expect(places.find(text, locale)).toBe(code));

  it('are told by the narrowest one named', () => {
    expect(places.find('en Valencia, España, Unión Europea', 'es')).toBe('ES523');
    expect(places.find('in Greece, in the region of Drama', 'en')).toBe('EL514');
  });

  it.each<[Locale, string, string[]]>([
    ['de', 'Kurse in Italien oder Spanien', ['ES']],
    ['en', 'calls in Poland or the Czech Republic', ['CZ']],
    ['el', 'στη Δράμα, στην Ελλάδα', []],
    ['sl', 'v Mariboru ali Ljubljani', ['SI041']],
    ['en', 'calls in Spain', []],
    ['it', 'chi consiglia in Slovenia uno di Gorizia', ['SI']],
    ['es', 'una asociación de Teruel, en Aragón', []],
  ])('in %s: beside the narrowest of "%s" stand %j', (locale, text, codes) => {
    const found = [places.find(text, locale), ...places.findOthers(text, locale)];
    expect(places.findOthers(text, locale)).toHaveLength(codes.length);
    for (const code of codes) expect(found).toContain(code);
  });
});

describe('A name with a stroke', () => {
  it('is two names', () => {
    const places = makePlaceFinder(SMALL_VOCABULARIES);
    expect([places.find('a València', 'ca'), places.find('en Valencia', 'es')]).toEqual(['ES523', 'ES523']);
  });
});

describe('ordinary words', () => {
  const areas = new Map(
    [
      ['HR031', 'Rijeka'],
      ['FRG05', 'Vendée'],
    ].map(([code = '', name = '']) => [code, { code, name: { en: name, hr: name, sq: name }, also: [] }]),
  );
  const places = makePlaceFinder({ ...SMALL_VOCABULARIES, areas });

  it('in lower case are no place, with a capital or alone they are', () => {
    expect(places.find('što znači riječ natječaj', 'hr')).toBeUndefined();
    expect(places.find('në gjashtë vende të Ballkanit', 'sq')).toBeUndefined();
    expect(places.find('tko pomaže, Rijeka', 'hr')).toBe('HR031');
  });

  it('are left out of a text by name', () => {
    expect(places.cut('kurs u Rijeka za zadruge', 'hr')).toBe('kurs u za zadruge');
  });
});
