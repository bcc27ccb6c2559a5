/** A managing authority's timetable of calls as long as wanted, with rows as authorities write them. */
import { writeFileSync } from 'node:fs';

const THEMES = [
  'Giovani',
  'Donne e lavoro',
  'Inclusione sociale',
  'Cura e assistenza',
  'Economia sociale',
  'Competenze digitali',
  'Alloggio',
];
const HEADINGS = ['Codice', 'Titolo', 'Obiettivo specifico', 'Apertura', 'Chiusura', 'Dotazione finanziaria', 'Beneficiari'];
const OBJECTIVES = ['a', 'c', 'f', 'g', 'h', 'k', 'l'];

export function writeCalendar(path: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      `ES-${String(n + 1).padStart(5, '0')}`,
      `${THEMES[n % THEMES.length]}: avviso ${n + 1}`,
      `${OBJECTIVES[n % OBJECTIVES.length]})`,
      dayOf(n, 2027),
      dayOf(n + 60, n % 12 > 8 ? 2028 : 2027),
      `${(n % 90) + 10}0.000,00`,
      n % 3 === 0 ? 'Imprese sociali; cooperative' : 'Enti pubblici',
    ].join(';'),
  );
  writeFileSync(path, `${[HEADINGS.join(';'), ...lines].join('\n')}\n`);
}

/** Italian days: 1.3.2027 is the first of March. */
const dayOf = (n: number, year: number): string =>
  `${String((n % 28) + 1).padStart(2, '0')}/${String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')}/${year}`;

/** What is given with it on the command line. */
export const CALENDAR_GIVEN = [
  ...['--authority', 'Regione esempio', '--country', 'IT', '--locale', 'it'],
  ...['--source', 'https://calendar.example.org/', '--topic', 'employment', '--json'],
];
