/** Answers → the text of a new entry's file. Nothing stands in it that was not answered, but for the days and what keeps it from being shown. */
import type { Day } from '../domain/day';
import { monthsAfter } from './day-steps';
import { flow } from './import/edit-front-matter';
import { slug } from './import/slug';
import type { Answers, NewKind } from './new-entry-fields';
import type { FieldValue } from './read-answers';
import { reviewMonths } from './review';

const SHORT: Readonly<Record<NewKind, string>> = { call: 'call', service: 'svc', training: 'trn', organisation: 'org', guide: 'guide' };
/** Characters of the title that go into an id. */
const LONGEST_SLUG = 48;

const wordOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** The id given, or one made of country, kind and title, as the folder's ids are. */
export function idOf(kind: NewKind, answers: Answers): string {
  if (typeof answers.id === 'string') return answers.id;
  const title = slug(wordOf(answers.title), LONGEST_SLUG);
  return kind === 'guide' ? `guide-${title}` : `${wordOf(answers.country).toLowerCase()}-${SHORT[kind]}-${title}`;
}

export function newEntryText(kind: NewKind, id: string, answers: Answers, today: Day): string {
  const locale = wordOf(answers.locale);
  const source = {
    url: answers.source ?? '',
    title: answers['source-title'] ?? '',
    ...(answers['source-date'] ? { date: answers['source-date'] } : {}),
  };
  return [
    '---',
    `id: ${id}`,
    `kind: ${kind}`,
    `locale: ${locale}`,
    `country: ${wordOf(answers.country)}`,
    `areas: ${words(answers.areas)}`,
    'title:',
    `  ${locale}: ${flow(wordOf(answers.title))}`,
    'summary:',
    `  ${locale}: ${flow(wordOf(answers.summary))}`,
    `topics: ${words(answers.topics)}`,
    ...(answers.audience ? [`audience: ${words(answers.audience)}`] : []),
    ...(answers.website ? [`website: ${flow(answers.website)}`] : []),
    'sources:',
    `  - ${flow(source)}`,
    `checked: ${today}`,
    `reviewBy: ${monthsAfter(today, reviewMonths(kind))}`,
    'verified: false',
    ...ownFacts(kind, answers),
    '---',
    '',
    ...(answers.text ? [wordOf(answers.text).replace(/^---/gm, '- - -'), ''] : []),
  ].join('\n');
}

const words = (value: FieldValue | undefined): string => `[${[value ?? []].flat().join(', ')}]`;

const CALL_FIELDS: Readonly<Record<string, string>> = {
  fund: 'fund',
  programme: 'programme',
  authority: 'authority',
  reference: 'reference',
  opens: 'opens',
  closes: 'closes',
  'time-zone': 'timeZone',
  apply: 'apply',
  'next-calls': 'nextCalls',
};

function ownFacts(kind: NewKind, answers: Answers): string[] {
  if (kind === 'call') {
    const lines = Object.entries(CALL_FIELDS).flatMap(([name, key]) => {
      const value = answers[name];
      return value === undefined ? [] : [`  ${key}: ${flow(value)}`];
    });
    return lines.length > 0 ? ['call:', ...lines] : ['call: {}'];
  }
  if (kind !== 'training') return [];
  const facts = {
    ...answered('format', answers),
    ...(answers.free ? { free: answers.free === 'yes' } : {}),
    ...answered('duration', answers),
  };
  return Object.keys(facts).length > 0 ? [`training: ${flow(facts)}`] : [];
}

const answered = (name: string, answers: Answers): Record<string, FieldValue> => {
  const value = answers[name];
  return value === undefined ? {} : { [name]: value };
};
