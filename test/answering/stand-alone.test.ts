import { join } from 'node:path';
import { standAlone } from '../../src/answering/stand-alone';
import type { Locale } from '../../src/domain/locale';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import type { AskedAbout } from '../../src/language/asking';
import { makeAsking } from '../../src/language/make-asking';
import { makePlaceFinder } from '../../src/language/places';
import { Languages } from '../../src/language/speech';
import { makeTermFinder } from '../../src/language/terms';
import { callEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const area = (code: string, name: Record<string, string>) => [code, { code, name, also: [] }] as const;
const vocabularies = {
  ...SMALL_VOCABULARIES,
  areas: new Map([
    area('ES', { en: 'Spain', es: 'España' }),
    area('PT', { en: 'Portugal', es: 'Portugal', el: 'Πορτογαλία' }),
    area('SI', { en: 'Slovenia', el: 'Σλοβενία' }),
  ]),
  applicants: new Map([
    ['cooperative', { id: 'cooperative', name: { en: 'a cooperative' }, is: [], said: { en: ['cooperatives'], es: ['cooperativas'] } }],
    ['association', { id: 'association', name: { en: 'an association' }, is: [], said: { en: ['associations'], es: ['asociaciones'] } }],
  ]),
};
const NOW = new Date('2026-11-21T11:00:00Z');
const windmill = callEntry({ id: 'windmill', title: { en: 'Windmill repair grants', es: 'Ayudas para molinos' } });
const rooms = {
  knowledge: makeKnowledgeBase([windmill], vocabularies, 'a digest'),
  asking: makeAsking(new Languages(join(__dirname, '..', '..', 'locales'))),
  places: makePlaceFinder(vocabularies),
  applicants: makeTermFinder(vocabularies.applicants),
};
const goOn = (question: string, said: string, locale: Locale = 'en') =>
  standAlone(
    { text: said, locale, at: NOW, area: rooms.places.find(said, locale), before: { question, locale, shown: 'windmill' } },
    rooms,
  );
const follow = (question: string, said: string, locale?: Locale) => goOn(question, said, locale).text;

describe('an utterance that goes on from the last question', () => {
  it.each([
    [
      'en',
      'Which calls are there for cooperatives in Slovenia?',
      'and in Portugal?',
      'Which calls are there for cooperatives in Portugal?',
    ],
    ['en', 'Which calls are there for cooperatives in Slovenia?', 'Portugal', 'Which calls are there for cooperatives in Portugal?'],
    ['en', 'We, a cooperative in Slovenia, look for a loan', 'and in Portugal?', 'We, a cooperative in Portugal, look for a loan'],
    ['en', 'Calls in Slovenia, Spain', 'and in Portugal?', 'Calls in Portugal'],
    ['en', 'Which calls are there for cooperatives?', 'and in Portugal?', 'Which calls are there for cooperatives? and in Portugal?'],
    ['el', 'Ποιες προσκλήσεις υπάρχουν στη Σλοβενία;', 'και στην Πορτογαλία;', 'Ποιες προσκλήσεις υπάρχουν στη Πορτογαλία;'],
  ] as const)('is that question, whole, about another place (%s: %s %s)', (locale, question, said, expected) => {
    expect(follow(question, said, locale)).toBe(expected);
  });

  it('asks for another kind of applicant when nothing shown lists them', () => {
    const question = 'Which calls are there for cooperatives in Slovenia?';
    const nothingShown = { question, locale: 'en' as const };
    const text = (said: string) => standAlone({ text: said, locale: 'en', at: NOW, before: nothingShown }, rooms).text;
    expect(text('and for associations?')).toBe('Which calls are there for associations in Slovenia?');
    expect(text('and for associations in Portugal?')).toBe('Which calls are there for associations in Portugal?');
  });

  it('keeps the place of the question for what comes after', () => {
    expect(goOn('Which calls are there in Slovenia?', 'who may?').area).toBe('SI');
    expect(goOn('Which calls are there in Slovenia?', 'and in Portugal?')).toMatchObject({ area: 'PT', elsewhere: { isOfCalls: true } });
  });

  it.each<[Locale, string, AskedAbout]>([
    ['en', 'until when?', 'deadline'],
    ['en', 'who may?', 'applicant'],
    ['en', 'in which language?', 'spoken'],
    ['es', '¿hasta cuándo?', 'deadline'],
    ['es', 'quien puede?', 'applicant'],
    ['ca', 'quant dura?', 'span'],
    ['fr', "c'est gratuit ?", 'price'],
    ['fr', 'où candidater ?', 'apply'],
    ['it', 'quanti soci', 'members'],
    ['pt', 'quantos temos de ser?', 'members'],
    ['de', 'wo beantragen?', 'apply'],
    ['el', 'ποιος μπορεί;', 'applicant'],
    ['el', 'ποσες πρεπει να ειμαστε;', 'members'],
    ['el', 'poios mporei', 'applicant'],
    ['sl', 'koliko?', 'amount'],
    ['hr', 'tko može?', 'applicant'],
    ['sq', 'kush vendos?', 'authority'],
  ])('asks a detail of the entry that was shown (%s: %s)', (locale, said, about) => {
    const { ofShown, text } = goOn('windmills', said, locale);
    expect(text).toBeUndefined();
    expect(ofShown?.entry.id).toBe('windmill');
    expect([...(ofShown?.about ?? [])]).toContain(about);
  });

  it('asks of a call shown whether others may apply, or for another year of it', () => {
    expect(goOn('windmills', 'and for associations?').ofShown).toMatchObject({ applicant: 'association', isOfYear: false });
    expect(goOn('windmills', 'and in 2026?').ofShown).toMatchObject({ isOfYear: true });
  });

  it.each(['cooperatives in Portugal', 'what is a windmill?', 'and what is a windmill in Portugal?', 'how much is paid for a windmill?'])(
    'stays a question of its own: %s',
    (said) => {
      expect(goOn('Which calls are there in Slovenia?', said)).toEqual({});
    },
  );

  it('stands as it is when nothing was asked before', () => {
    expect(standAlone({ text: 'and in Portugal?', locale: 'en', at: NOW }, rooms)).toEqual({});
  });
});
