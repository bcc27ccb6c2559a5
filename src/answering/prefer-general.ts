/**
 * Puts the entry about a thing before entries that mention it. "What is ESF+?" holds one word of content, and every call of the fund
 * says it; the guide has it in its title, is a guide, and is for nobody's country in particular.
 */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { AskedAbout } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import type { EntryHit } from '../retrieval/retriever';
import { nameShare } from './title-share';
import { isBesideMoney, speaksOfMoney } from './where-published';

export interface Asked {
  readonly text: string;
  readonly locale: Locale;
  /** The question names a place, or the enquirer's is known. */
  readonly hasPlace: boolean;
  readonly asked: ReadonlySet<AskedAbout>;
}

/** Weights chosen on the tuning half of test/eval (every second question). */
const TITLE = 1;
const GUIDE = 0.6;
/** Somebody who names no place and asks for "funding" does not mean Ireland. */
const GUIDE_OF_COUNTRY = 0.3;
const EVERYWHERE = 0.15;
/** What is for the place asked about goes before what is for all of Europe. */
const NEAR = 0.2;
/** Guides say everything in every language, so that their words meet any longer question. */
const GUIDE_ASIDE = 0.88;
/** Content words up to which a question asks what something is, rather than something about it. */
const SHORT_QUESTION = 3;

/** Asks what something is, rather than something about it. */
export const isDefinition = (text: string, locale: Locale): boolean => isShort(new Set(contentStems(text, locale)));

const isShort = (stems: ReadonlySet<string>): boolean => stems.size > 0 && stems.size <= SHORT_QUESTION;

/** Best first; the order of entries without such a claim stays. */
export function preferGeneral(hits: readonly EntryHit[], knowledge: KnowledgeBase, asked: Asked): readonly EntryHit[] {
  const stems = new Set(contentStems(asked.text, asked.locale));
  const scored = hits.map((hit) => {
    const entry = knowledge.findEntry(hit.entry);
    return { ...hit, score: entry ? hit.score * claimOf(entry, stems, asked) : hit.score };
  });
  return scored.sort((a, b) => b.score - a.score);
}

function claimOf(entry: Entry, stems: ReadonlySet<string>, { locale, hasPlace, asked }: Asked): number {
  // "A social cooperative in Kavala, is there money" is as short as "what is a social cooperative", and asks for a call.
  const asksWhat = isShort(stems) && !speaksOfMoney(asked);
  const title = isShort(stems) && !(hasPlace && isBesideMoney(entry, asked)) ? nameShare(entry, stems, locale) : 0;
  const guide = asksWhat && entry.kind === 'guide' ? (hasPlace || entry.areas.includes('EU') ? GUIDE : GUIDE_OF_COUNTRY) : 0;
  const everywhere = !hasPlace && entry.areas.includes('EU') ? EVERYWHERE : 0;
  const near = hasPlace && !entry.areas.includes('EU') ? NEAR : 0;
  const aside = entry.kind === 'guide' && !asksWhat ? GUIDE_ASIDE : 1;
  return (1 + TITLE * title + guide + everywhere + near) * aside;
}
