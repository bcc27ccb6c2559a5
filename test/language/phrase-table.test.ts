import { asFolded, PhraseTable, readWords } from '../../src/language/phrase-table';

const table = new PhraseTable([
  { about: 'deadline', phrase: 'when does * close' },
  { about: 'deadline', phrase: 'deadline' },
  { about: 'head', phrase: 'who is the boss' },
  { about: 'follow', phrase: 'and', isFirst: true },
]);
const found = (text: string) => [...table.findIn(readWords(text, asFolded))];

describe('Phrases in a text', () => {
  it('are found whatever the case, the accents and the punctuation', () => {
    expect(found('WHO, is the  bóss?')).toEqual([{ about: 'head', at: [0, 1, 2, 3] }]);
  });

  it('cover their own words, and not those a star stands for', () => {
    expect(found('so when does the call for mills close')).toEqual([{ about: 'deadline', at: [1, 2, 7] }]);
  });

  it('let a star stand for six words and no more', () => {
    expect(found('when does a b c d e f close')).toHaveLength(1);
    expect(found('when does a b c d e f g close')).toEqual([]);
  });

  it('are found once, where they stand first', () => {
    expect(found('deadline or deadline')).toEqual([{ about: 'deadline', at: [0] }]);
  });

  it('that must begin a text are not found further on', () => {
    expect(found('and in Spain')).toEqual([{ about: 'follow', at: [0] }]);
    expect(found('Italy and Spain')).toEqual([]);
  });

  it('are not found in a part of a word', () => {
    expect(found('deadlines')).toEqual([]);
  });
});
