/**
 * Questions without what could tell who asked. What is masked: links, e-mail addresses, handles, references and secrets, runs of four
 * digits and more, signs that mix letters with digits, and names after "my name is" or a title. What stays: years from 2010 and round
 * amounts, which say what was asked. A name that nothing announces cannot be told from an organisation's, and stays too.
 */
import { dayIn } from '../domain/day';
import type { Locale } from '../domain/locale';
import { isMissOutcome, LONGEST_MISS, type Miss } from '../domain/miss';
import type { Outcome } from '../domain/outcome';
import { tidy } from '../language/fold';
import { maskNames } from './mask-names';

const MAX_SCANNED = 2_000;

/** What to keep of a question that found nothing. Undefined when its outcome is no gap of the folder, or nothing of it is left. */
export function missOf(said: string, locale: Locale, outcome: Outcome, at: Date): Miss | undefined {
  if (!isMissOutcome(outcome)) return undefined;
  const question = maskQuestion(said, locale);
  return /\p{L}/u.test(question.replace(/\[[a-z-]+\]/g, '')) ? { day: dayIn(at, 'UTC'), locale, outcome, question } : undefined;
}

export function maskQuestion(said: string, locale: Locale): string {
  const text = tidy(said.slice(0, MAX_SCANNED)).replace(/\s+/g, ' ');
  const masked = MASKS.reduce((left, mask) => mask(left), text);
  return maskNames(masked, locale).slice(0, LONGEST_MISS).trim();
}

const MASKS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/(?:[a-z]{2,10}:\/\/|www\.)\S{1,2000}/gi, '[link]'),
  // Blanks around the @ are how people hide an address from machines. An @ with nothing before it begins a handle.
  (text) => text.replace(/[^\s@]{1,64} ?@ ?[^\s@]{1,200}\.[^\s@]{1,50}|[^\s@]{1,64}@ ?[^\s@]{1,250}/g, '[e-mail]'),
  (text) => text.replace(/@ ?[^\s@]{1,250}/g, '[name]'),
  (text) => text.replace(/\bPO-\w{8}\b/gi, '[code]').replace(/\b\w{4}-\w{4}-\w{4}\b/g, '[code]'),
  (text) => text.replace(/[\p{L}\p{Nd}]{6,}/gu, maskMixed),
  (text) => text.replace(/\+?\p{Nd}(?:[ ()./:-]{0,3}\p{Nd}){3,}/gu, maskNumber),
];

/** Letters and a year are the name of a programme: portugal2020, PESSOAS2030. */
function maskMixed(word: string): string {
  const digits = word.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 3 && /\p{L}/u.test(word) && !/^\p{L}+20[1-3]\d$/u.test(word) ? '[code]' : word;
}

/** Years, and amounts of at most three digits that are followed by naughts only: no telephone number is so round. */
function maskNumber(written: string): string {
  const digits = written.replace(/\P{Nd}/gu, '');
  const isYears = /^20[1-3]\d(?: ?[-/] ?20[1-3]\d)?$/.test(written);
  const isRound = /^[1-9]\d{0,2}0{3,7}$/.test(digits) && !written.startsWith('+');
  return isYears || isRound ? written : '[number]';
}
