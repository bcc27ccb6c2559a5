import { yearsIn } from '../../src/answering/find-hits';

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
  ])('%s', (text, years) => expect(yearsIn(text)).toEqual(years));
});
