/** Which words of a topic are taken, and in what language they really are. Labels are not believed: half of the "translations" are English. */
import { findLocale, type Locale } from '../../domain/locale';
import type { Detector } from '../../language/detect';
import { wordsOf } from '../../language/fold';
import { htmlToWords, plainWords } from './plain-words';
import type { PortalRow } from './read-page';

export interface TopicTexts {
  readonly locale: Locale;
  readonly title: string;
  /** Absent when there is none in that language. */
  readonly description?: string;
  readonly notes: readonly string[];
}

/** Characters of a title as the folder takes it, and of a description that tells its language. */
const MAX_TITLE = 250;
const SAMPLE = 2_000;
/** A title of fewer words says little of its language; its description does. */
const TITLE_WORDS = 4;

/** Best first: English, then the languages of Ponte. Undefined when no row has words whose language is sure. */
export function chooseTexts(rows: readonly PortalRow[], detector: Detector): TopicTexts | undefined {
  const read = rows.flatMap((row) => readTexts(row, detector) ?? []);
  return read.find(({ locale }) => locale === 'en') ?? read[0];
}

function readTexts({ title: given, description: html, label }: PortalRow, detector: Detector): TopicTexts | undefined {
  const title = plainWords(given ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_TITLE);
  if (title === '') return undefined;
  const description = htmlToWords(html ?? '');
  const ofDescription = languageOf(description, detector);
  const ofTitle = wordsOf(title).length >= TITLE_WORDS ? languageOf(title, detector) : ofDescription;
  // What both say together, when the title alone does not tell.
  const locale = ofTitle ?? languageOf(`${title}. ${description}`, detector);
  if (!locale) return undefined;
  const labelled = findLocale(label);
  const isOther = description !== '' && ofDescription !== undefined && ofDescription !== locale;
  const notes = [
    ...(label !== undefined && labelled !== locale ? [`labelled "${label.slice(0, 12)}", its words are ${locale}`] : []),
    ...(isOther ? [`the description is ${ofDescription}, not ${locale}: left out`] : []),
  ];
  return { locale, title, notes, ...(description !== '' && !isOther && { description }) };
}

function languageOf(text: string, detector: Detector): Locale | undefined {
  const heard = detector.detect(text.slice(0, SAMPLE), {});
  return heard.sure ? heard.locale : undefined;
}
