/** Sentences as a reader can follow them: begun where their subject is named, a list with what leads to it, and no colon before nothing. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Passage } from '../domain/passage';
import type { Asking } from '../language/asking';
import type { Sentence } from './answer';
import { isItem, leadsToList } from './at-a-glance';
import { lastOf } from './passage-worth';
import { HEADING, type PlacedSentence, sentencesIn } from './sentences';

interface Rooms {
  readonly knowledge: KnowledgeBase;
  readonly asking: Asking;
}

/** In the same order; sentences that stand in no passage stay as they are. */
export function followable(sentences: readonly Sentence[], rooms: Rooms): Sentence[] {
  return runsOf(sentences).flatMap((run) => {
    const passage = rooms.knowledge.passages.find(({ id }) => id === run[0]?.at?.passage);
    return passage ? ended(begun(run, passage, rooms), sentencesIn(passage)) : run;
  });
}

/** What is of one passage and stands together. */
function runsOf(sentences: readonly Sentence[]): Sentence[][] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.at?.passage === sentence.at?.passage) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs;
}

const placeOf = (all: readonly PlacedSentence[], one: Sentence | undefined): number =>
  all.findIndex(({ text, at }) => text === one?.text && at.line === one.at?.line);

function begun(run: readonly Sentence[], passage: Passage, { asking }: Rooms): Sentence[] {
  const all = sentencesIn(passage);
  let from = placeOf(all, run[0]);
  const first = all[from];
  if (!first) return [...run];
  if (isItem(first)) {
    const whole = all.slice(0, from).filter(({ at }) => at.line === first.at.line);
    return [...leadOf(passage, all, from - whole.length, run.length), ...whole, ...run];
  }
  const before: Sentence[] = [];
  while (dangles(all[from], asking)) {
    const one = all[--from];
    if (!one || isItem(one) || before.length === MOST_BEFORE) return [...headingOf(passage), ...before, ...run];
    before.unshift(one);
  }
  return [...before, ...run];
}

/** Nobody reads three sentences for the sake of a fourth. */
const MOST_BEFORE = 1;

/** "It lasts four months", or the "Yes." to what the heading asks. */
function dangles(sentence: PlacedSentence | undefined, asking: Asking): boolean {
  if (!sentence) return false;
  const { text, locale } = sentence;
  const [, reply] = /^(\p{L}+)[.,!;:·]/u.exec(text) ?? [];
  return asking.tells('onward', text, locale) || (reply !== undefined && asking.tells('reply', reply, locale));
}

const headingOf = ({ id, entry, locale, heading }: Passage): Sentence[] =>
  heading === '' || id.includes('#0.') ? [] : [{ text: lastOf(heading), locale, entry, at: { passage: id, line: HEADING, mark: '' } }];

/** What an item begins with when it says itself what it is of: "Slovenia: three." */
const OWN_LABEL = /^[^:.]{2,40}:\s/u;

/** The sentence that leads to the list of an item, or the heading right above it; what is left out between the two is marked. */
function leadOf(passage: Passage, all: readonly PlacedSentence[], item: number, length: number): Sentence[] {
  if (length === 1 && OWN_LABEL.test(all[item]?.text ?? '')) return [];
  let first = item;
  while (isItem(all[first - 1])) first--;
  const lead = all[first - 1];
  if (!lead) return headingOf(passage);
  if (!leadsToList(lead)) return [];
  return [item > first ? { ...lead, at: { ...lead.at, goesOn: true } } : lead];
}

/** A colon whose list is not shown is none. */
function ended(run: readonly Sentence[], all: readonly PlacedSentence[]): Sentence[] {
  return run.map((sentence, n) => {
    const next = run[n + 1];
    const isCut = sentence.text.endsWith(':') && isItem(all[placeOf(all, sentence) + 1]) && !next?.at?.mark;
    return isCut ? { ...sentence, text: sentence.text.replace(/\s*:$/, '.') } : sentence;
  });
}
