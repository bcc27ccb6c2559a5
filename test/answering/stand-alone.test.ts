import { join } from 'node:path';
import { standAlone } from '../../src/answering/stand-alone';
import type { Locale } from '../../src/domain/locale';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { makeAsking } from '../../src/language/asking';
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
const windmill = callEntry({ id: 'windmill', title: { en: 'Windmill repair grants', es: 'Ayudas para molinos' } });
const rooms = {
  knowledge: makeKnowledgeBase([windmill], vocabularies, 'a digest'),
  asking: makeAsking(new Languages(join(__dirname, '..', '..', 'locales'))),
  places: makePlaceFinder(vocabularies),
  applicants: makeTermFinder(vocabularies.applicants),
};
const follow = (question: string, said: string, locale: Locale = 'en') => standAlone(said, locale, { question, shown: 'windmill' }, rooms);

describe('an utterance that goes on from the last question', () => {
  it.each([
    [
      'en',
      'Which calls are there for cooperatives in Slovenia?',
      'and in Portugal?',
      'Which calls are there for cooperatives in ? and in Portugal?',
    ],
    ['en', 'Which calls are there for cooperatives in Slovenia?', 'Portugal', 'Which calls are there for cooperatives in ? Portugal'],
    [
      'en',
      'Which calls are there for cooperatives in Slovenia?',
      'and for associations?',
      'Which calls are there for in Slovenia? and for associations?',
    ],
    [
      'es',
      '¿Qué ayudas hay para cooperativas?',
      '¿y para asociaciones en Portugal?',
      '¿Qué ayudas hay para ? ¿y para asociaciones en Portugal?',
    ],
    ['el', 'Ποιες προσκλήσεις υπάρχουν στη Σλοβενία;', 'και στην Πορτογαλία;', 'Ποιες προσκλήσεις υπάρχουν στη ; και στην Πορτογαλία;'],
  ] as const)('is that question about another place or applicant (%s: %s %s)', (locale, question, said, expected) => {
    expect(follow(question, said, locale)).toBe(expected);
  });

  it('asks a fact of the entry that was shown', () => {
    expect(follow('windmills', 'until when?')).toBe('until when? Windmill repair grants');
    expect(follow('molinos', '¿hasta cuándo?', 'es')).toBe('¿hasta cuándo? Ayudas para molinos');
  });

  it.each(['cooperatives in Portugal', 'what is a windmill?', 'and what is a windmill in Portugal?', 'how much is paid for a windmill?'])(
    'stays a question of its own: %s',
    (said) => {
      expect(follow('Which calls are there in Slovenia?', said)).toBe(said);
    },
  );

  it('stands as it is when nothing was asked before', () => {
    expect(standAlone('and in Portugal?', 'en', undefined, rooms)).toBe('and in Portugal?');
  });
});
