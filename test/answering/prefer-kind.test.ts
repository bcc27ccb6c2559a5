import { preferKind } from '../../src/answering/prefer-kind';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import type { AskedAbout } from '../../src/language/asking';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

describe('The kind of entry that is asked for', () => {
  const entries = [
    guideEntry({ id: 'guide' }),
    callEntry({ id: 'call' }),
    guideEntry({ id: 'where-published', events: ['where-calls-are-published'] }),
  ];
  const knowledge = makeKnowledgeBase(entries, SMALL_VOCABULARIES, 'a digest');
  /** For hits of equal score. */
  const preferred = (...asked: AskedAbout[]): readonly string[] =>
    preferKind(
      entries.map(({ id }) => ({ entry: id, score: 10, passages: [], likeness: 0 })),
      knowledge,
      new Set(asked),
    ).map(({ entry }) => entry);

  it('goes first', () => {
    expect(preferred('calls')[0]).toBe('call');
    expect(preferred('help')).toEqual(['guide', 'call', 'where-published']);
    expect(preferred('money')[0]).toBe('call');
  });

  it("is nobody's call where money is what somebody advises on", () => {
    expect(preferred('help', 'money')).toEqual(['guide', 'call', 'where-published']);
    expect(preferred('contact', 'money')).toEqual(['guide', 'call', 'where-published']);
  });

  it('is what tells where calls are published, when somebody looks for those', () => {
    expect(preferred('finding', 'calls')[0]).toBe('where-published');
    expect(preferred('finding', 'courses')).toEqual(['guide', 'call', 'where-published']);
  });
});
