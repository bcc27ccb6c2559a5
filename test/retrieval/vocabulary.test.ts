import { VocabularyBuilder } from '../../src/retrieval/vocabulary';

function vocabularyOf(...words: string[]) {
  const builder = new VocabularyBuilder();
  for (const [term, word] of words.entries()) builder.add(word, term);
  const vocabulary = builder.build();
  return (word: string, least = 0.5, most = 3) => vocabulary.like(word, least, most).map(({ term }) => words[term]);
}

describe('Vocabulary', () => {
  it('finds a misspelt word', () => {
    const like = vocabularyOf('cooperative', 'corporation', 'operation', 'training');
    expect(like('coperative')[0]).toBe('cooperative');
    expect(like('coopertaive')[0]).toBe('cooperative');
  });

  it('finds the cognate, also across alphabets', () => {
    expect(vocabularyOf('europa', 'demokratie', 'steuer')('δημοκρατια')[0]).toBe('demokratie');
    expect(vocabularyOf('filozofija', 'filatelija')('philosophy')[0]).toBe('filozofija');
  });

  it('finds nothing when nothing is like', () => {
    expect(vocabularyOf('training', 'shelter')('cooperativa')).toEqual([]);
  });

  it('takes numbers and codes at their word', () => {
    const like = vocabularyOf('2024', '2025', 'eso4');
    expect(like('2024')).toEqual(['2024']);
    expect(like('2026')).toEqual([]);
    expect(like('eso5')).toEqual([]);
  });

  it('takes the shortest words at their word', () => {
    const like = vocabularyOf('eu', 'ue');
    expect(like('eu')).toEqual(['eu']);
    expect(like('it')).toEqual([]);
  });

  it('gives at most what is wanted, best first, and each term once', () => {
    const builder = new VocabularyBuilder();
    builder.add('cooperativa', 0);
    builder.add('cooperativas', 0);
    builder.add('cooperacion', 1);
    const likes = builder.build().like('cooperativa', 0.2, 5);
    expect(likes.map(({ term }) => term)).toEqual([0, 1]);
    expect(likes[0]?.likeness).toBe(1);
  });
});
