/**
 * XQuAD: 240 paragraphs and 1,190 questions, parallel in several languages (Artetxe, Ruder and Yogatama, ACL 2020). Its licence is
 * CC BY-SA 4.0, so that it is no part of the project: whoever runs the bench says where it lies.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../../../src/domain/locale';
import { makeRandom } from '../../../src/retrieval/random';
import type { Text } from './engine';
import { withTypos } from './typos';

export const XQUAD_LOCALES = ['en', 'es', 'de', 'el'] as const satisfies readonly Locale[];
export type XquadLocale = (typeof XQUAD_LOCALES)[number];

const TYPOS = 2;
/** Those of the measurements that the goals were set from. */
const TYPO_SEED = 42;
const FOLDER_SEED = 11;
/** Section 0 would be a headline. */
const BODY = 1;

const File = z.object({
  data: z.array(z.object({ paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })) })),
});

export interface XquadQuestion {
  readonly question: string;
  /** The same with two of its words misspelt. */
  readonly misspelt: string;
  /** Entry of the paragraph that answers. */
  readonly right: string;
}

export interface Xquad {
  /** Entry n in each language is the same paragraph. */
  readonly texts: Readonly<Record<XquadLocale, readonly Text[]>>;
  readonly questions: Readonly<Record<XquadLocale, readonly XquadQuestion[]>>;
}

const nameOf = (locale: XquadLocale): string => `xquad.${locale}.json`;

/** Undefined when all is there; else what is missing and the remedy. */
export function findXquadProblem(folder: string | undefined): string | undefined {
  const names = XQUAD_LOCALES.map(nameOf).join(', ');
  const remedy = `Give the folder that holds ${names} with --xquad FOLDER (repository google-deepmind/xquad, CC BY-SA 4.0).`;
  if (!folder) return `XQuAD is no part of the project. ${remedy}`;
  const missing = XQUAD_LOCALES.map(nameOf).filter((name) => !existsSync(join(folder, name)));
  return missing.length === 0 ? undefined : `${folder} lacks ${missing.join(', ')}. ${remedy}`;
}

/** Every `step`-th question. Throws for a file that is not XQuAD. */
export function readXquad(folder: string, step: number): Xquad {
  const read = XQUAD_LOCALES.map((locale) => {
    const paragraphs = File.parse(JSON.parse(readFileSync(join(folder, nameOf(locale)), 'utf8'))).data.flatMap((one) => one.paragraphs);
    const random = makeRandom(TYPO_SEED);
    const questions = paragraphs.flatMap(({ qas }, n) =>
      qas.map(({ question }) => ({ question, misspelt: withTypos(question, TYPOS, random), right: entryOf(n) })),
    );
    const texts = paragraphs.map(({ context }, n) => ({ entry: entryOf(n), locale, section: BODY, text: context }));
    return { locale, texts, questions: questions.filter((_, n) => n % step === 0) };
  });
  return {
    texts: Object.fromEntries(read.map(({ locale, texts }) => [locale, texts])) as Record<XquadLocale, Text[]>,
    questions: Object.fromEntries(read.map(({ locale, questions }) => [locale, questions])) as Record<XquadLocale, XquadQuestion[]>,
  };
}

const entryOf = (paragraph: number): string => `p${paragraph}`;

/** Each entry in one to `most` languages drawn at random, the same each time. */
export function mixedFolder(texts: Xquad['texts'], most: number): Text[] {
  const random = makeRandom(FOLDER_SEED);
  return texts.en.flatMap((_, n) => {
    const drawn = XQUAD_LOCALES.map((locale) => ({ locale, at: random() })).sort((a, b) => a.at - b.at);
    const count = 1 + Math.floor(random() * most);
    return drawn.slice(0, count).flatMap(({ locale }) => texts[locale][n] ?? []);
  });
}
