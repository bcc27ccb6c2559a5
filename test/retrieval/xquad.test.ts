/**
 * Quality on XQuAD (CC BY-SA 4.0), which may not be committed: measured where `PONTE_CORPORA` names a folder that has it, skipped elsewhere.
 * Mean reciprocal rank of the right paragraph among 240, over 1,190 questions in each language.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/domain/locale';
import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { findCorpus } from '../support/corpora';
import { aFolder, aPassage, NO_VOCABULARIES } from './small-folder';

const CORPUS = findCorpus('retrieval');
const fileOf = (locale: Locale): string => join(CORPUS ?? '', `xquad.${locale}.json`);
const LANGUAGES: readonly Locale[] = ['en', 'es', 'de', 'el'];

interface XQuad {
  readonly data: readonly {
    readonly paragraphs: readonly { readonly context: string; readonly qas: readonly { readonly question: string }[] }[];
  }[];
}

const paragraphsOf = (locale: Locale) =>
  (JSON.parse(readFileSync(fileOf(locale), 'utf8')) as XQuad).data.flatMap(({ paragraphs }) => paragraphs);

/** Every `step`-th question. */
async function meanReciprocalRank(asked: Locale, indexed: Locale, step: number): Promise<number> {
  const passages = paragraphsOf(indexed).map(({ context }, n) => aPassage(`p${n}`, indexed, context, 1));
  const retriever = await buildRetriever(aFolder(passages, [], NO_VOCABULARIES), { log: silentLog });
  const questions = paragraphsOf(asked).flatMap(({ qas }, n) => qas.map(({ question }) => ({ question, entry: `p${n}` })));
  const some = questions.filter((_, n) => n % step === 0);
  let sum = 0;
  for (const { question, entry } of some) {
    const { entries } = await retriever.search({ text: question, locale: asked });
    const rank = entries.findIndex((one) => one.entry === entry);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return sum / some.length;
}

// Told as skipped, not passed: without XQuAD, which may not be shipped, nothing was measured. CI names it.
(CORPUS ? describe : describe.skip)(`on XQuAD${CORPUS ? '' : ' (PONTE_CORPORA names no folder with retrieval)'}`, () => {
  // Measured with all questions: 0.968, 0.959, 0.960, 0.962; the best engine compared had 0.937, 0.941, 0.924, 0.930.
  it.each(LANGUAGES)('the right paragraph comes first in %s', async (locale) => {
    expect(await meanReciprocalRank(locale, locale, 3)).toBeGreaterThan(0.945);
  });

  // Measured without any glossary: 0.80, 0.69, 0.51; the best engine compared has a mean of 0.38 over the twelve pairs.
  it.each([
    ['es', 'en', 0.76],
    ['en', 'de', 0.64],
    ['el', 'es', 0.47],
  ] as const)('cognates and names alone carry a question from %s to %s', async (asked, indexed, least) => {
    expect(await meanReciprocalRank(asked, indexed, 3)).toBeGreaterThan(least);
  });
});
