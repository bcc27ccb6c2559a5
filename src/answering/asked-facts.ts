/** The facts of an entry that a question asks for: "how much", "until when", "who may". They are data, so they are told in any language. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { AskedAbout } from '../language/asking';
import type { Speech } from '../language/speech';
import { type Fact, factsOf } from './entry-facts';

/** Names of facts that answer what is asked about, as `factsOf` gives them. */
const FACTS: Partial<Record<AskedAbout, readonly string[]>> = {
  amount: ['amount.total', 'amount.grant', 'amount.loan', 'amount.per-person', 'amount.prize', 'amount.fee', 'support-rate', 'cost'],
  rate: ['support-rate'],
  each: ['amount.per-person'],
  deadline: ['opened', 'will-open', 'closes-on', 'closed-on', 'duration'],
  applicant: ['who-may-apply', 'for-whom'],
  place: ['where', 'address'],
  authority: ['authority', 'organisation', 'fund'],
  contact: ['phone', 'email', 'address', 'hours'],
  price: ['amount.fee', 'cost'],
  times: ['hours'],
  spoken: ['languages'],
  span: ['duration'],
  apply: ['organisation', 'phone', 'email', 'address'],
};

/** In the order of the card; empty when the entry does not say what is asked. */
export function askedFacts(
  asked: ReadonlySet<AskedAbout>,
  entry: Entry,
  speech: Speech,
  knowledge: KnowledgeBase,
  at: Date,
): readonly Fact[] {
  const wanted = new Set([...asked].flatMap((about) => FACTS[about] ?? []));
  // Whom a guide is written for is not who may do what it tells of.
  if (entry.kind === 'guide') wanted.delete('for-whom');
  return wanted.size === 0 ? [] : factsOf(entry, speech, knowledge, at).filter(({ key }) => wanted.has(key));
}
