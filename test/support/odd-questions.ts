/** Questions that nobody should ask and somebody will, beside the naughty strings. */

/** Longer than a question may be; the longest that may be; and one that an honest story has. Characters. */
const LENGTHS = [10_000, 1_000, 999];

/** What is written again and again up to each length. */
const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'a wish': 'grant money for people in my town ',
  'a wish in Greek': 'επιδότηση για συνεταιρισμό στη Δράμα ',
  'a wish in capitals': 'ΕΠΙΔΟΤΗΣΗ GRANT ',
  'a wish with hidden signs': 'gr\u200bant gr\u00adant ',
  'three scripts at once': 'grant επιδότηση ayuda زه 資 ',
  'right to left': 'كم يبلغ مبلغ المنحة ',
  'words that part nowhere': 'förderungsberatungsstelle',
  'letters parted by points': 'a.b@c.',
  'apostrophes and middle dots': "l'l·l'",
  emoji: '🌉',
  'flags and families': '🇪🇸👩‍👩‍👧‍👦',
  accents: '\u0301',
  'a sign that stands for eighteen': 'ﷺ',
  digits: '1234567890',
  dates: '31/12/2027 ',
  numbers: '+34 ',
  code: 'for (let i=0;i<n;i++){ x[i]=y[i]; }\n',
  'a query': "'; DROP TABLE x;-- ",
  markup: '<script>alert(1)</script>',
  'a link': 'https://example.org/a/b?c=d&',
  brackets: '[](',
  'line ends': '\n',
  names: 'John Smith Maria Lopez ',
  'stop words': 'the of and in for ',
  'question marks': '?',
};

/** Words of which no two are the same. */
const different = (length: number): string =>
  Array.from({ length: Math.ceil(length / 4) }, (_, n) => `w${n.toString(36)}`)
    .join(' ')
    .slice(0, length);

const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** By what they are. */
export function oddQuestions(): ReadonlyMap<string, string> {
  const once = Object.entries(UNITS).map(([name, unit]) => [name, unit] as const);
  const long = LENGTHS.flatMap((length) => [
    [`${length} characters of different words`, different(length)] as const,
    ...once.map(([name, unit]) => [`${length} characters of ${name}`, filled(unit, length)] as const),
  ]);
  return new Map([...once, ...long]);
}
