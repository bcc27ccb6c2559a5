/** What `ponte new` needs to know, how it asks, and how it reads an answer. */
import { nutsOf } from '../domain/area';
import { PartialDay, TimeZone } from '../domain/day';
import { EntryId, type Kind, WebAddress } from '../domain/entry';
import { LOCALES } from '../domain/locale';
import type { Vocabularies } from '../domain/vocabulary';
import { as, country, type FieldValue, findArea, listOf, oneOf, type ReadAnswer, text } from './read-answers';

export const NEW_KINDS = ['call', 'service', 'training', 'organisation', 'guide'] as const satisfies readonly Kind[];
export type NewKind = (typeof NEW_KINDS)[number];

export type Answers = Readonly<Partial<Record<string, FieldValue>>>;

export interface Field {
  /** Name of the option: `--source-title`. */
  readonly name: string;
  readonly ask: string;
  readonly isNeeded: boolean;
  /** Kinds that have it; absent for all. */
  readonly kinds?: readonly NewKind[];
  read(text: string, words: Vocabularies): ReadAnswer;
  /** Taken when nothing is answered. */
  assume?(answers: Answers): string | undefined;
}

export const FIELDS: readonly Field[] = [
  {
    name: 'locale',
    ask: `Language of its text (${LOCALES.join(' ')})`,
    isNeeded: true,
    read: (value) => oneOf(...LOCALES)(value.toLowerCase()),
  },
  { name: 'country', ask: 'Country (ES, GR …; EU for the Union)', isNeeded: true, read: (value) => country(value.toUpperCase()) },
  {
    name: 'areas',
    ask: 'Areas it serves, parted by commas (codes such as ES523, or names)',
    isNeeded: true,
    read: listOf('area', (words) => words.areas, findArea),
    assume: ({ country: of }) => (typeof of === 'string' && of.length === 2 ? nutsOf(of) : undefined),
  },
  { name: 'title', ask: 'Title, in that language', isNeeded: true, read: text },
  { name: 'summary', ask: 'Summary: one or two plain sentences, in that language', isNeeded: true, read: text },
  {
    name: 'topics',
    ask: 'Topics, parted by commas',
    isNeeded: true,
    read: listOf(
      'topic',
      (words) => words.topics,
      (word, words) => (words.topics.has(word) ? word : undefined),
    ),
  },
  {
    name: 'audience',
    ask: 'Whom it is for, parted by commas; nothing for everybody',
    isNeeded: false,
    read: listOf(
      'applicant',
      (words) => words.applicants,
      (word, words) => (words.applicants.has(word) ? word : undefined),
    ),
  },
  { name: 'source', ask: 'Address of the page the facts come from', isNeeded: true, read: as(WebAddress) },
  { name: 'source-title', ask: 'Title of that page', isNeeded: true, read: text },
  { name: 'source-date', ask: 'Its date (YYYY-MM-DD, YYYY-MM or YYYY), if it says one', isNeeded: false, read: as(PartialDay) },
  { name: 'website', ask: 'Website for people, if there is one', isNeeded: false, read: as(WebAddress) },
  {
    name: 'opens',
    ask: 'It opens on (YYYY-MM-DD, YYYY-MM or YYYY), if the source says',
    isNeeded: false,
    kinds: ['call'],
    read: as(PartialDay),
  },
  { name: 'closes', ask: 'It closes on, if the source says', isNeeded: false, kinds: ['call'], read: as(PartialDay) },
  {
    name: 'time-zone',
    ask: 'Time zone of these days (Europe/Brussels when nothing is written)',
    isNeeded: false,
    kinds: ['call'],
    read: as(TimeZone),
  },
  { name: 'authority', ask: 'Who publishes the call', isNeeded: false, kinds: ['call'], read: text },
  { name: 'fund', ask: 'Fund, such as ESF+', isNeeded: false, kinds: ['call'], read: text },
  { name: 'programme', ask: 'Programme', isNeeded: false, kinds: ['call'], read: text },
  { name: 'reference', ask: "The call's own code", isNeeded: false, kinds: ['call'], read: text },
  { name: 'apply', ask: 'Address where one applies', isNeeded: false, kinds: ['call'], read: as(WebAddress) },
  { name: 'next-calls', ask: 'Address where this authority publishes its calls', isNeeded: false, kinds: ['call'], read: as(WebAddress) },
  {
    name: 'format',
    ask: 'online, in-person or blended',
    isNeeded: false,
    kinds: ['training'],
    read: oneOf('online', 'in-person', 'blended'),
  },
  { name: 'free', ask: 'Is it free? yes or no', isNeeded: false, kinds: ['training'], read: oneOf('yes', 'no') },
  { name: 'duration', ask: 'How long it takes', isNeeded: false, kinds: ['training'], read: text },
  { name: 'text', ask: 'First paragraph of its text, in its language', isNeeded: false, read: text },
  { name: 'id', ask: 'Id: lower-case letters, digits and hyphens', isNeeded: false, read: as(EntryId) },
];

export const fieldsOf = (kind: NewKind): readonly Field[] => FIELDS.filter(({ kinds }) => !kinds || kinds.includes(kind));
