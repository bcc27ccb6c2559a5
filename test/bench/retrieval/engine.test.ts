import { buildByLanguage, buildOnFolder, contentWords, documentsFor, type Engine, type Text } from './engine';

const aText = (entry: string, locale: Text['locale'], text: string, section = 0): Text => ({ entry, locale, text, section });

const TEXTS = [
  aText('grant', 'en', 'a grant for young people'),
  aText('grant', 'es', 'una ayuda para jóvenes'),
  aText('grant', 'es', 'la cuantía de la ayuda', 1),
  aText('shelter', 'es', 'un albergue'),
];

/** Finds what contains the first word of the question. */
const containing: Engine['build'] = async (texts) => async (question) =>
  texts
    .filter(({ text }) => text.includes(question.split(' ')[0] ?? ''))
    .map(({ entry, locale, section }) => `${entry} ${locale} ${section}`);

describe('an engine in a bench', () => {
  it('is asked without stop words, unless nothing else is left', () => {
    expect(contentWords('What is the grant for?', 'en')).toEqual(['grant']);
    expect(contentWords('What is the', 'en')).toEqual(['what', 'is', 'the']);
  });

  it('merges the lists of its languages by score, and names each entry once', async () => {
    const scores: Partial<Record<Text['locale'], readonly number[]>> = { en: [2], es: [3, 1, 2.5] };
    const search = await buildByLanguage(
      TEXTS,
      (_, locale) => () => (scores[locale] ?? []).map((score, document) => ({ document, score })),
    );
    expect(await search('grant', 'en')).toEqual(['grant', 'shelter']);
  });

  it('gets all an entry says in a language as one document, if that serves it', () => {
    const documents = documentsFor({ onFolder: { languages: 'own', document: 'entry' }, build: containing }, TEXTS);
    expect(documents.map(({ text }) => text)).toEqual([
      'a grant for young people',
      'una ayuda para jóvenes\nla cuantía de la ayuda',
      'un albergue',
    ]);
  });

  it('searches the language of the question alone, if that serves it', async () => {
    const own = await buildOnFolder({ onFolder: { languages: 'own', document: 'section' }, build: containing }, TEXTS);
    const all = await buildOnFolder({ onFolder: { languages: 'all', document: 'section' }, build: containing }, TEXTS);
    expect(await own('a', 'es')).toEqual(['grant es 0', 'grant es 1', 'shelter es 0']);
    expect(await all('a', 'es')).toEqual(['grant en 0', 'grant es 0', 'grant es 1', 'shelter es 0']);
    expect(await own('a', 'de')).toEqual([]);
  });
});
