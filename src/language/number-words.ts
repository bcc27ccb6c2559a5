/**
 * Small numbers written as words, in the forms people write. Left out: one, which is an article in most languages, and words that
 * mean something else more often (French "neuf", Catalan "nou", Italian "sei").
 */
import type { Locale } from '../domain/locale';
import { fold } from './fold';

/** `<number> <words>`, separated by commas. Cardinals of Unicode CLDR's spell-out rules with their genders and cases. */
const WORDS: Record<Locale, string> = {
  en: '2 two both, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve dozen, 15 fifteen, 20 twenty, 30 thirty, 50 fifty, 100 hundred',
  es: '2 dos ambos ambas, 3 tres, 4 cuatro, 5 cinco, 6 seis, 7 siete, 8 ocho, 9 nueve, 10 diez, 11 once, 12 doce docena, 15 quince, 20 veinte, 30 treinta, 50 cincuenta, 100 cien ciento',
  ca: '2 dos dues ambdós ambdues, 3 tres, 4 quatre, 5 cinc, 6 sis, 7 set, 8 vuit, 10 deu, 11 onze, 12 dotze dotzena, 15 quinze, 20 vint, 30 trenta, 50 cinquanta, 100 cent',
  fr: '2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 10 dix, 11 onze, 12 douze douzaine, 15 quinze, 20 vingt, 30 trente, 50 cinquante, 100 cent',
  it: '2 due entrambi entrambe, 3 tre, 4 quattro, 5 cinque, 7 sette, 8 otto, 9 nove, 10 dieci, 11 undici, 12 dodici dozzina, 15 quindici, 20 venti, 30 trenta, 50 cinquanta, 100 cento',
  pt: '2 dois duas ambos ambas, 3 três, 4 quatro, 5 cinco, 6 seis, 7 sete, 8 oito, 9 nove, 10 dez, 11 onze, 12 doze dúzia, 15 quinze, 20 vinte, 30 trinta, 50 cinquenta, 100 cem cento',
  de: '2 zwei zweier beide beiden, 3 drei dreier, 4 vier, 5 fünf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf Dutzend, 15 fünfzehn, 20 zwanzig, 30 dreißig, 50 fünfzig, 100 hundert einhundert',
  el: '2 δύο δυο, 3 τρία τρεις τριών, 4 τέσσερα τέσσερις τεσσάρων, 5 πέντε, 6 έξι, 7 επτά εφτά, 8 οκτώ οχτώ, 9 εννέα εννιά, 10 δέκα, 11 έντεκα, 12 δώδεκα ντουζίνα, 15 δεκαπέντε, 20 είκοσι, 30 τριάντα, 50 πενήντα, 100 εκατό',
  sl: '2 dva dve dveh dvema oba obe, 3 tri trije treh trem tremi, 4 štiri štirje štirih štirim štirimi, 5 pet petih petim petimi, 6 šest šestih, 7 sedem sedmih, 8 osem osmih, 9 devet devetih, 10 deset desetih, 11 enajst, 12 dvanajst ducat, 15 petnajst, 20 dvajset, 30 trideset, 50 petdeset, 100 sto',
  hr: '2 dva dvije dvoje dviju oba obje, 3 tri troje triju, 4 četiri četvero, 5 pet petero, 6 šest šestero, 7 sedam, 8 osam, 9 devet, 10 deset, 11 jedanaest, 12 dvanaest tucet, 15 petnaest, 20 dvadeset, 30 trideset, 50 pedeset, 100 sto stotinu',
  sq: '2 dy, 3 tre tri, 4 katër, 5 pesë, 6 gjashtë, 7 shtatë, 8 tetë, 9 nëntë, 10 dhjetë, 11 njëmbëdhjetë, 12 dymbëdhjetë duzinë, 15 pesëmbëdhjetë, 20 njëzet, 30 tridhjetë, 50 pesëdhjetë, 100 njëqind',
};

const NUMBERS = new Map<Locale, ReadonlyMap<string, number>>();

/** The numbers that stand in a text as words, each once. */
export function numberWordsIn(text: string, locale: Locale): number[] {
  const numbers = numbersOf(locale);
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  return [...new Set(words.flatMap((word) => numbers.get(word) ?? []))];
}

function numbersOf(locale: Locale): ReadonlyMap<string, number> {
  const known = NUMBERS.get(locale);
  if (known) return known;
  const numbers = new Map<string, number>();
  for (const row of WORDS[locale].split(', ')) {
    const [number, ...words] = row.split(' ');
    for (const word of words) numbers.set(fold(word), Number(number));
  }
  NUMBERS.set(locale, numbers);
  return numbers;
}
