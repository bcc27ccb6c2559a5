/** The difference in words for staff: sections of items, the same for the terminal and the page. */
import type { KnowledgeBase } from '../../domain/knowledge-base';
import type { ProfilePart } from '../../domain/profile';
import type { AnswerChange, GoldenAnswer } from './compare-answers';
import type { CallChange, Flip } from './compare-calls';
import type { DeskLoss } from './compare-desks';
import type { EntryChange } from './compare-entries';
import type { LanguageChange } from './compare-languages';
import type { Difference } from './difference';
import type { Item, Section, Tone } from './section';

/** Ids, and addresses, listed before the rest is counted. */
const LISTED = 12;
const CITED = 3;

export function tellDifference(difference: Difference, knowledge: KnowledgeBase): Section[] {
  const { answers, asked, calls, desks, languages, entries } = difference;
  const questions =
    asked.of === 0
      ? 'No golden questions were given.'
      : asked.count === 0
        ? `None of ${asked.of} golden questions was asked: nothing changed, or --limit is 0.`
        : `None of ${asked.count} golden questions is answered otherwise.`;
  const note =
    0 < asked.count && asked.count < asked.of ? { note: `${asked.count} of ${asked.of} questions were asked; --limit asks more.` } : {};
  return [
    { title: 'Answers', ...note, empty: questions, items: answers.map(tellAnswer) },
    { title: 'Calls', empty: 'No call is open to others, or at another time.', items: calls.map((call) => tellCall(call, knowledge)) },
    { title: 'Desks', empty: 'No area is left without a desk.', items: desks.map((loss) => tellDesk(loss, knowledge)) },
    { title: 'Languages', empty: 'No language falls behind.', items: languages.map(tellLanguage) },
    { title: 'Entries', empty: 'Nothing people can see was changed.', items: entries.map(tellEntry) },
  ];
}

function tellAnswer({ id, question, before, after, verdict }: AnswerChange): Item {
  const tone = ({ worse: 'bad', better: 'good', other: 'warn' } as const)[verdict];
  const gone = before.citations.filter((one) => !after.citations.includes(one));
  const fresh = after.citations.filter((one) => !before.citations.includes(one));
  const lines = [
    `before: ${brief(before)}`,
    `after: ${brief(after)}`,
    ...(gone.length > 0 ? [`no longer cited: ${list(gone, CITED)}`] : []),
    ...(fresh.length > 0 ? [`now cited: ${list(fresh, CITED)}`] : []),
  ];
  return { tone, mark: verdict, head: `${id}: ${question}`, lines };
}

const brief = ({ outcome, first }: GoldenAnswer): string => (first === undefined ? outcome : `${outcome}, ${first}`);

const PART_NAMES: Readonly<Record<ProfilePart, string>> = { area: 'areas', applicant: 'applicants', topic: 'topics' };
const PARTS = ['area', 'applicant', 'topic'] as const satisfies readonly ProfilePart[];

function tellCall({ id, title, before, after, flips, profiles }: CallChange, knowledge: KnowledgeBase): Item {
  const isLoss = after === undefined || (before !== after && after === 'closed');
  const state = before === after ? `stays ${after}` : `${before ?? 'not there'} → ${after ?? 'not there'}`;
  const share = `${profiles.flipped.toLocaleString('en')} of ${profiles.of.toLocaleString('en')} sample profiles see it otherwise`;
  const lines = PARTS.flatMap((part) => tellFlip(PART_NAMES[part], flips[part], (code) => nameOf(part, code, knowledge)));
  return {
    tone: isLoss ? 'bad' : 'warn',
    mark: state,
    head: `${id}: ${title}`,
    lines: [...(profiles.flipped > 0 ? [share] : []), ...lines],
  };
}

const tellFlip = (what: string, { gained, lost }: Flip, name: (id: string) => string): string[] => [
  ...(gained.length > 0 ? [`now shown to ${what}: ${list(gained.map(name))}`] : []),
  ...(lost.length > 0 ? [`no longer shown to ${what}: ${list(lost.map(name))}`] : []),
];

function nameOf(part: ProfilePart, id: string, { vocabularies: { areas } }: KnowledgeBase): string {
  const name = part === 'area' ? areas.get(id)?.name.en : undefined;
  return name ? `${name} (${id})` : id;
}

function tellDesk({ site, areas, topics, kept }: DeskLoss, { vocabularies }: KnowledgeBase): Item {
  const names = areas.map((code) =>
    code === 'EU' ? 'people who name no place' : `${vocabularies.areas.get(code)?.name.en ?? code} (${code})`,
  );
  const about =
    kept.length === 0 ? 'whatever the topic' : kept.length < topics.length ? `for every topic but ${list(kept)}` : `for ${list(topics)}`;
  const lines = [`${about}; they fall to the last desk of the site.`, 'Name the areas at one of its desks, or give the last one EU.'];
  return { tone: 'bad', mark: 'no desk', head: `${site}: ${list(names)}`, lines };
}

const LANGUAGE_LINES: Readonly<Record<LanguageChange['problem'], string>> = {
  stale: 'Translated from the text before the edit, so it is not served. Read it again; "check" prints the digest to write.',
  lost: 'The translation is gone: these languages get the card, not the text.',
  missing: 'Other languages have it, these do not.',
  behind: "Changed in the entry's own language, unchanged in these.",
};

const tellLanguage = ({ id, problem, what, locales }: LanguageChange): Item => ({
  tone: problem === 'behind' || problem === 'missing' ? 'warn' : 'bad',
  mark: problem,
  head: `${id}: ${what} in ${locales.join(' ')}`,
  lines: [LANGUAGE_LINES[problem]],
});

const ENTRY_TONES: Readonly<Record<EntryChange['change'], Tone>> = {
  'not-served': 'bad',
  removed: 'warn',
  added: 'good',
  changed: 'plain',
};

function tellEntry({ id, title, file, change, parts }: EntryChange): Item {
  const lines = change === 'not-served' ? [`${file} is broken or not verified: "npm run ponte -- check ${file}" says what.`] : [];
  const what = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  return { tone: ENTRY_TONES[change], mark: change.replace('-', ' '), head: `${id}${what || `: ${title}`}`, lines };
}

const list = (ids: readonly string[], atMost = LISTED): string =>
  ids.length <= atMost ? ids.join(', ') : `${ids.slice(0, atMost).join(', ')} and ${ids.length - atMost} more`;
