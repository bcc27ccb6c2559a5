import { type Entry, isSite } from '../../../domain/entry';
import type { Rule } from '../rule';
import { bodyTexts, withoutAddresses } from '../texts';

/** Begins where a word begins and is bounded (RFC 5321): a body of one long word must not be read from each of its letters. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}/gu;
/** With a + or a first 0, or after the word for telephone. */
const PHONE =
  /(?<![\p{L}\p{N}.,/-])(?:\+|0)\d[\d ()/.-]{5,20}\d|(?<=(?<!\p{L})(?:tel|tél|telefon[oe]?|telèfon|téléphone|phone|τηλ|τηλέφωνο)[.: ]{1,3})\d[\d ()/.-]{5,20}\d/giu;
/** Digits; E.164 allows fifteen. */
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Shorter than every number looked for, a leading zero or two left out. */
const LEAST_TAIL = 5;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;

export const bodyContacts: Rule = {
  id: 'body-contacts',
  severity: 'warning',
  must: 'An e-mail address or telephone number of a text stands in the contact of an entry too.',
  why: 'Cards show the contact, and staff update it there; a number that only a text has goes out of date unseen, in eleven languages.',
  fix: 'Write it under contact of this entry, or of the organisation it belongs to.',
  ok: [
    { file: 'sites/example-site.md', replace: '\n---\n', by: '\n---\n\nWrite to info@desks.example.org. Open from 01/02/2027.\n' },
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'In 2021-2027 it was 1 866 357 euros. The grant is' },
  ],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'Write to ask@desk.example.org. The grant is' },
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'Call +34 555 010 203. The grant is' },
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'Tel. 555 010 203. The grant is' },
  ],
  *find({ files }) {
    const known = new Set(files.entries.flatMap(contactsOf));
    const isKnownPhone = phoneTest(known);
    for (const { entry, file, locale, body } of bodyTexts(files)) {
      // A translation repeats its source, where it is told.
      if (locale !== entry.locale) continue;
      const text = withoutAddresses(body);
      const emails = (text.match(EMAIL) ?? []).filter((one) => !known.has(one.toLowerCase()));
      const phones = (text.match(PHONE) ?? []).filter((one) => isPhone(one) && !isKnownPhone(one));
      for (const one of new Set([...emails, ...phones])) yield { file, near: one, what: `no entry has "${one}" as its contact` };
    }
  },
};

function contactsOf(entry: Entry): string[] {
  const desks = isSite(entry) ? entry.site.desks.map(({ email }) => email) : [];
  const { email, phone } = entry.contact ?? {};
  // Some write several numbers into one field.
  const phones = (phone ?? '').split(/[,;]|\s\/\s/).map(digitsOf);
  return [...desks, ...(email ? [email] : [])].map((one) => one.toLowerCase()).concat(phones.filter(Boolean));
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function isPhone(text: string): boolean {
  const { length } = digitsOf(text);
  return !DATE.test(text.trim()) && length >= LEAST_DIGITS && length <= MOST_DIGITS;
}

/** Tells whether a number is among the known ones, with or without the code of its country or a leading zero. */
function phoneTest(known: ReadonlySet<string>): (text: string) => boolean {
  const numbers = new Map<string, string[]>();
  for (const one of known) if (/^\d+$/.test(one)) numbers.set(tailOf(one), [...(numbers.get(tailOf(one)) ?? []), one]);
  return (text) => {
    const own = digitsOf(text).replace(/^0+/, '');
    return (numbers.get(tailOf(own)) ?? []).some((one) => one.endsWith(own) || own.endsWith(one.replace(/^0+/, '')));
  };
}

/** Numbers that end alike have the same. Contacts with fewer digits are short numbers, which nobody writes with a code. */
const tailOf = (digits: string): string => digits.replace(/^0+/, '').slice(-LEAST_TAIL);
