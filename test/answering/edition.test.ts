import { yearsIn } from '../../src/answering/edition';
import { isEditionAsked, tellsYears } from '../../src/answering/entry-edition';
import { callEntry, guideEntry } from '../support/sample-entries';

describe('The years of a question', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['the call of 2024', [['2024']]],
    ['2024 or 2025', [['2024'], ['2025']]],
    ['the call 2024-2025', [['2024', '2025']]],
    ['2024/2025', [['2024', '2025']]],
    ['the programme 2021-2027', []],
    ['2014–2020 and the call of 2026', [['2026']]],
    ['CENTRO2030-2025-38', []],
    ['ESF-SI-2024-UA-01', []],
    ['no year at all, 20 240 euros', []],
    ['2000 euros, €2020 or 2015 EUR', []],
    ['2000 ευρώ, 2020 evrov, 2015 eura, 2010 lekë', []],
    ['Was kann ich 2025 erhalten?', [['2025']]],
    ['desde 2020 tenemos una cooperativa, la convocatoria de 2024', [['2024']]],
    ['λειτουργούμε από το 2019', []],
  ])('%s', (text, years) => expect(yearsIn(text)).toEqual(years));

  it.each([
    'since 2020',
    'desde 2020',
    'des de 2020',
    'des del 2020',
    'depuis 2020',
    'dal 2020',
    'seit 2020',
    'από το 2020',
    'apo to 2020',
    'od 2020',
    'od leta 2020',
    'që nga 2020',
    'që nga viti 2020',
  ])('are none that tell since when somebody exists: %s', (text) => expect(yearsIn(text)).toEqual([]));
});

describe('A round', () => {
  const third = callEntry({ title: { de: 'rückenwind³ – 3. Förderaufruf', en: 'rückenwind³ – 3rd call' } });

  it.each<[string, boolean]>([
    ['rückenwind 3. Aufruf', true],
    ['rückenwind 8. Aufruf', false],
    ['the 8th call of rückenwind', false],
    ['la 3ª convocatoria de rückenwind', true],
    ['8η πρόσκληση rückenwind', false],
    ['rückenwind for 8 people', true],
  ])('of its number: %s', (text, is) => expect(isEditionAsked(third, text)).toBe(is));

  it.each([
    '3rd round of rückenwind',
    '3a convocatòria de rückenwind',
    '3è edició de rückenwind',
    '3ème appel rückenwind',
    '3º bando rückenwind',
    '3.º aviso rückenwind',
    '3. Förderrunde rückenwind',
    '3ος κύκλος rückenwind',
    '3. razpisa rückenwind',
    '3. natječaj rückenwind',
    '3. thirrjes rückenwind',
  ])('is named in any language: %s', (text) => {
    expect(isEditionAsked(third, text)).toBe(true);
    expect(isEditionAsked(third, text.replace('3', '4'))).toBe(false);
  });

  it('is not judged of an entry that tells no number', () => {
    expect(isEditionAsked(callEntry({}), 'rückenwind 8. Aufruf')).toBe(true);
  });
});

describe('An edition', () => {
  const call = callEntry({
    id: 'al-call-18-2025',
    title: { en: 'Call no. 18 of the agency' },
    summary: { en: 'Up to 2,000 euros.' },
    call: { closes: '2025-06-30', reference: 'PESSOAS-2025-28' },
  });
  const law = guideEntry({ title: { en: 'Law 65/2016' }, summary: { en: 'Article 12 of law no. 65/2016.' } });

  it.each<[string, boolean]>([
    ['until when is call no. 18', true],
    ['afati i thirrjes nr 18', true],
    ['do kdaj je razpis št. 22', false],
    ['afati i thirrjes nr. 22', false],
    ['o aviso n.º 22', false],
    ['la convocatoria núm. 22', false],
    ['l’appel nº 22', false],
    ['η πρόσκληση αριθ. 22', false],
    ['javni poziv br. 22', false],
    ['Aufruf Nr 22', false],
    ['what is paid by PESSOAS-2025-28', true],
    ['what is paid by PESSOAS 2025 28?', true],
    ['what is paid by PESSOAS-2025-17', false],
    ['and SF.2.4.06.02?', false],
    ['the one of 2025', true],
    ['the one of 2024', false],
    ['those of 2024 and 2025', true],
    ['those of 2023 and 2024', false],
    ['we are no 20 people, it stood on www.example.org/a-b-2030-c and in ana-2-b-3@example.org', true],
    ['a 57-year-old who is out of work', true],
    ['no aviso 22', true],
  ])('%s', (text, isIt) => expect(isEditionAsked(call, text)).toBe(isIt));

  it('may tell of a year that is not its own', () => {
    const afterFires = callEntry({
      title: { en: 'Call of 2018' },
      summary: { en: 'After the fires of 2017.' },
      call: { closes: '2018-06-30' },
    });
    expect(isEditionAsked(afterFires, 'the call after the fires of 2017')).toBe(false);
    expect(tellsYears(afterFires, 'the call after the fires of 2017')).toBe(true);
    expect(tellsYears(afterFires, 'the call of 2016')).toBe(false);
    expect(tellsYears(afterFires, 'the call')).toBe(false);
  });

  it('is of every number named', () => {
    expect(isEditionAsked(law, 'article 12 of law no. 65')).toBe(true);
    expect(isEditionAsked(law, 'law no. 65 and law nr. 66')).toBe(false);
  });
});
