/** What is answered without looking for anything, or not at all: too long, personal data, danger, insults, another subject. */
import { lengthSpelt } from '../language/fold';
import { MAX_QUESTION } from './answer';
import { type Draft, ended, type StepResult } from './draft';
import { holdsPersonalData } from './personal-data';

export function refuseTooLong(draft: Draft): StepResult {
  return lengthSpelt(draft.question.text) > MAX_QUESTION ? ended(draft, 'too-long') : draft;
}

export function refusePersonalData(draft: Draft): StepResult {
  return holdsPersonalData(draft.question.text) ? ended(draft, 'personal-data') : draft;
}

/** An insult alone; with a question after it, the question is answered. Words. */
const SHORT_INSULT = 5;

/** Somebody in danger is told where help is before anything is looked for; who a private person is, is looked for nowhere. */
export function hearPerson(draft: Draft): StepResult {
  if (draft.asked.has('crisis')) return ended(draft, 'crisis');
  if (draft.asked.has('persons')) return ended(draft, 'no-evidence');
  const isShort = draft.question.text.split(/\s+/).length <= SHORT_INSULT;
  return draft.asked.has('abuse') && isShort ? ended(draft, 'abuse') : draft;
}

/** Surer than this, and a word such as "football" belongs to a question of ours: a grant for a football school. */
const OURS_FROM = 0.99;

export function keepToOurSubject(draft: Draft): StepResult {
  return draft.asked.has('elsewhere') && draft.confidence < OURS_FROM ? ended(draft, 'out-of-scope') : draft;
}
