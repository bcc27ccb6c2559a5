/** Every rule, in the order of the curators' list. */
import { READER_RULES } from './reader-rules';
import type { Rule } from './rule';
import { alsoOnce } from './rules/also-once';
import { amountsAgree } from './rules/amounts-agree';
import { areasHaveDesk } from './rules/areas-have-desk';
import { bodyClosingDay } from './rules/body-closing-day';
import { bodyContacts } from './rules/body-contacts';
import { bodyLanguages } from './rules/body-languages';
import { callDatesOnce } from './rules/call-dates-once';
import { callLinksHttps } from './rules/call-links-https';
import { checkedDay } from './rules/checked-day';
import { conceptBothWays } from './rules/concept-both-ways';
import { conceptLanguages } from './rules/concept-languages';
import { conceptWords } from './rules/concept-words';
import { datesAgree } from './rules/dates-agree';
import { deskServes } from './rules/desk-serves';
import { endKnown } from './rules/end-known';
import { entryIds } from './rules/entry-ids';
import { eventsTold } from './rules/events-told';
import { findable } from './rules/findable';
import { guideLanguages } from './rules/guide-languages';
import { headlineLanguages } from './rules/headline-languages';
import { hiddenCharacters } from './rules/hidden-characters';
import { rawHtml } from './rules/raw-html';
import { readable } from './rules/readable';
import { reviewPassed } from './rules/review-passed';
import { safeLinks } from './rules/safe-links';
import { shortBodies } from './rules/short-bodies';
import { shortHeadlines } from './rules/short-headlines';
import { shortSentences } from './rules/short-sentences';
import { sourceAddress } from './rules/source-address';
import { sourceDates } from './rules/source-dates';
import { summaryTellsEnd } from './rules/summary-tells-end';
import { translationAcronyms } from './rules/translation-acronyms';
import { translationFigures } from './rules/translation-figures';
import { translationLinks } from './rules/translation-links';
import { translationNames } from './rules/translation-names';
import { translationSections } from './rules/translation-sections';

export const RULES: readonly Rule[] = [
  ...READER_RULES,
  headlineLanguages,
  bodyLanguages,
  guideLanguages,
  shortHeadlines,
  shortBodies,
  shortSentences,
  readable,
  findable,
  datesAgree,
  callDatesOnce,
  bodyClosingDay,
  summaryTellsEnd,
  endKnown,
  amountsAgree,
  callLinksHttps,
  checkedDay,
  reviewPassed,
  sourceAddress,
  sourceDates,
  rawHtml,
  safeLinks,
  hiddenCharacters,
  bodyContacts,
  entryIds,
  alsoOnce,
  translationFigures,
  translationLinks,
  translationSections,
  translationAcronyms,
  translationNames,
  deskServes,
  areasHaveDesk,
  eventsTold,
  conceptLanguages,
  conceptWords,
  conceptBothWays,
];
