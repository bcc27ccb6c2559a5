/** A folder whose texts say the same in English and in Spanish, for one test. */
import { guideText, translationText } from '../../knowledge/entry-files';
import { KnowledgeFolder } from '../../knowledge/knowledge-folder';

const WHO = [
  ['beekeeper', 'apicultor'],
  ['baker', 'panadero'],
] as const;
const DOES = [
  ['sells', 'vende'],
  ['borrows', 'presta'],
] as const;
const WHAT = [
  ['honey', 'miel'],
  ['wax', 'cera'],
  ['2027', '2027'],
] as const;

/** Each with each: no sentence alone tells which word is which. */
const SENTENCES = WHO.flatMap((who) => DOES.flatMap((does) => WHAT.map((what) => [who, does, what] as const)));
const bodyIn = (language: 0 | 1): string =>
  SENTENCES.map(([who, does, what]) => `- ${language === 0 ? 'The' : 'El'} ${who[language]} ${does[language]} ${what[language]}.`).join(
    '\n',
  );

export const ENGLISH = `## Europa\n\n${bodyIn(0)}`;
export const SPANISH = `## Europa\n\n${bodyIn(1)}`;

export function parallelFolder(): KnowledgeFolder {
  const folder = new KnowledgeFolder();
  folder.write('guides/guide-trade.md', guideText('guide-trade', {}, ENGLISH));
  folder.write('guides/guide-trade.es.md', translationText('guide-trade', 'es', ENGLISH, SPANISH));
  return folder;
}
