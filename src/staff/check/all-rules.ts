/** Every rule, in the order of the curators' list. */
import type { Rule } from './rule';
import { bodyLanguages } from './rules/body-languages';
import { guideLanguages } from './rules/guide-languages';
import { headlineLanguages } from './rules/headline-languages';
import { summaryTellsEnd } from './rules/summary-tells-end';
import { translationFigures } from './rules/translation-figures';
import { translationLinks } from './rules/translation-links';
import { translationSections } from './rules/translation-sections';

export const RULES: readonly Rule[] = [
  headlineLanguages,
  bodyLanguages,
  guideLanguages,
  summaryTellsEnd,
  translationFigures,
  translationLinks,
  translationSections,
];
