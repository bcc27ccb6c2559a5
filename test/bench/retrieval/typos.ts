/** Misspellings as fingers make them, the same each time. */

const SHORTEST = 4;
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

/**
 * The question with so many of its words misspelt, each once: two letters exchanged, one lost, one added or another one taken; never the
 * first. Words of four letters or more. `random` gives [0, 1).
 */
export function withTypos(question: string, count: number, random: () => number): string {
  const parts = question.split(/(\s+)/);
  const open = [...parts.keys()].filter((at) => [...(parts[at] ?? '')].length >= SHORTEST && /\p{L}{4}/u.test(parts[at] ?? ''));
  for (let n = 0; n < count && open.length > 0; n++) {
    const [at = 0] = open.splice(Math.floor(random() * open.length), 1);
    parts[at] = misspell(parts[at] ?? '', random);
  }
  return parts.join('');
}

function misspell(word: string, random: () => number): string {
  const letters = [...word];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const kind = Math.floor(random() * 4);
  const alphabet = /\p{Script=Greek}/u.test(word) ? GREEK : LATIN;
  const other = alphabet[Math.floor(random() * alphabet.length)] ?? '';
  const [here = '', next = ''] = letters.slice(at, at + 2);
  if (kind === 0) letters.splice(at, 2, next, here);
  else if (kind === 1) letters.splice(at, 1);
  else if (kind === 2) letters.splice(at, 0, other);
  else letters[at] = other;
  return letters.join('');
}
