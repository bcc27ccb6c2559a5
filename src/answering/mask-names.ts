/** Names that are announced: "my name is Maria", "Frau Müller". */
import type { Locale } from '../domain/locale';
import { isStopWord } from '../retrieval/stop-words';
import { foldWord } from '../retrieval/words';

/** A name follows, however it is written. */
const SURE = `my name is|my name's|i am called|i'm called|me llamo|mi nombre es|em dic|el meu nom és|je m'appelle|mon nom est|mi chiamo|
il mio nome è|chamo-me|me chamo|meu nome é|ich heiße|ich heisse|mein name ist|με λένε|με λενε|λέγομαι|ονομάζομαι|το όνομά μου είναι|
το όνομα μου είναι|ime mi je|moje ime je|imenujem se|pišem se|zovem se|quhem|më quajnë|me quajne|emri im është|emri im eshte`;

/** A name follows if it begins with a capital letter: "I am Maria", not "I am unemployed". German writes all nouns so: no "ich bin". */
const WITH_CAPITAL = `i am|i'm|this is|soy|se llama|sóc|soc|es diu|je suis|s'appelle|sono|si chiama|sou|chama-se|se chama|er heißt|sie heißt|
είμαι|είμαι ο|είμαι η|τον λένε|την λένε|sem|jaz sem|ja sam|zove se|jam|unë jam|quhet|called|named|
mr|mrs|ms|miss|dr|prof|sr|sra|señor|señora|don|doña|senyor|senyora|m|mme|monsieur|madame|herr|herrn|frau|signor|signora|sig|dott|
senhor|senhora|κ|κος|κα|κύριος|κυρία|κύριο|gospod|gospa|gospodin|gospođa|zoti|zonja|z|znj`;

const announcing = (phrases: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${phrases
      .split(/\s*\|\s*/)
      .sort((a, b) => b.length - a.length)
      .join('|')})(?:\\.?:? )`,
    'giu',
  );

const ANNOUNCED: readonly (readonly [RegExp, isSure: boolean])[] = [
  [announcing(SURE), true],
  [announcing(WITH_CAPITAL), false],
];

const PARTICLES = /^(?:de|da|do|dos|das|del|della|di|la|le|van|von|der|den|i|y|e)$/;
/** First name, second name, two family names, a particle. */
const LONGEST_NAME = 5;
/** Somebody who writes no capitals: first name and family name. */
const LONGEST_LOWER = 2;

export function maskNames(text: string, locale: Locale): string {
  const plain = text.replace(/[’ʼ`´]/g, "'");
  // Who writes all in capitals announces no name with them.
  const hasLowerCase = /\p{Ll}/u.test(plain);
  return ANNOUNCED.reduce((left, [pattern, isSure]) => (isSure || hasLowerCase ? maskAfter(left, pattern, isSure, locale) : left), plain);
}

function maskAfter(text: string, pattern: RegExp, isSure: boolean, locale: Locale): string {
  let masked = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].length;
    const length = nameLength(text.slice(start), isSure, locale);
    if (start < from || length === 0) continue;
    masked += `${text.slice(from, start)}[name]`;
    from = start + length;
  }
  return masked + text.slice(from);
}

/** How many characters at the beginning are a name. A full stop ends it, unless it follows an initial. */
function nameLength(text: string, isSure: boolean, locale: Locale): number {
  const words = [...text.slice(0, 200).matchAll(/([\p{L}\p{M}'-]+)(\.?)( ?)/guy)].slice(0, LONGEST_NAME);
  let length = 0;
  let end = 0;
  for (const [n, [whole, word = '', stop, blank]] of words.entries()) {
    const isLower = isSure && n < LONGEST_LOWER && !isStopWord(foldWord(word), locale);
    // A particle counts when a name comes after it: "Juan de la Cruz".
    if (!isCapital(word) && !isLower && !PARTICLES.test(word)) break;
    if (isCapital(word) || isLower) end = length + word.length;
    length += whole.length;
    if (!blank || (stop && word.length > 2)) break;
  }
  return end;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
