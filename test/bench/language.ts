/**
 * `language`: how often the language of a question is heard rightly, with nothing known before, on a page in that language, in a
 * conversation in it, and on a page in another one. On the evaluation's questions, and on sentences of Tatoeba where `--tatoeba=FOLDER` names
 * a folder with `tatoeba.<ISO 639-3>`, a sentence a line (facebookresearch/LASER, data/tatoeba/v1; CC BY 2.0, not part of the project).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/domain/locale';
import type { Detector } from '../../src/language/detect';
import type { LanguagePriors } from '../../src/language/guesses';
import { languageCode } from '../../src/staff/export/authority-tables';
import { readQuestions } from '../eval/questions';
import { openStage } from '../support/stage';
import type { Numbers } from './baseline';
import { round } from './measure';

const TATOEBA_OPTION = '--tatoeba=';
interface Said {
  readonly text: string;
  readonly locale: Locale;
}

const CONTEXTS: Readonly<Record<string, (locale: Locale) => LanguagePriors>> = {
  'nothing known': () => ({}),
  'page in it': (page) => ({ page }),
  'conversation in it': (last) => ({ page: last === 'en' ? 'es' : 'en', last }),
  'page in another': (locale) => ({ page: locale === 'en' ? 'es' : 'en' }),
};

export async function benchLanguage(options: readonly string[]): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const folder = options.find((one) => one.startsWith(TATOEBA_OPTION))?.slice(TATOEBA_OPTION.length);
  const { detector, library } = await openStage();
  const sets = {
    questions: readQuestions().map(({ question, locale }) => ({ text: question, locale })),
    ...(folder ? { tatoeba: tatoebaIn(folder) } : {}),
  };
  const numbers: Record<string, Numbers> = {};
  for (const [name, said] of Object.entries(sets))
    for (const [context, priorsFor] of Object.entries(CONTEXTS)) numbers[`${name}, ${context}`] = shares(said, priorsFor, detector);
  await library.close();
  return { numbers, faults: [] };
}

function tatoebaIn(folder: string): Said[] {
  return LOCALES.flatMap((locale) => {
    const file = join(folder, `tatoeba.${languageCode(locale)?.toLowerCase()}`);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((text) => ({ text, locale }));
  });
}

function shares(said: readonly Said[], priorsFor: (locale: Locale) => LanguagePriors, detector: Detector): Numbers {
  const heard = said.map(({ text, locale }) => {
    const { locale: first, second } = detector.detect(text, priorsFor(locale));
    return { words: text.split(/\s+/).length, isFirst: first === locale, isEither: first === locale || second === locale };
  });
  const share = (some: typeof heard, what: 'isFirst' | 'isEither') =>
    round(some.filter((one) => one[what]).length / Math.max(1, some.length), 4);
  const short = heard.filter(({ words }) => words >= 3 && words <= 5);
  return {
    all: heard.length,
    right: share(heard, 'isFirst'),
    rightOrSecond: share(heard, 'isEither'),
    ofThreeToFiveWords: short.length,
    rightOfThese: share(short, 'isFirst'),
    rightOrSecondOfThese: share(short, 'isEither'),
  };
}
