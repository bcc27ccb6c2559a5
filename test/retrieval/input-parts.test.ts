import type { IndexInput } from '../../src/retrieval/index-image';
import { inputOf, inputPartsOf } from '../../src/retrieval/input-parts';

describe('What the indexing thread is sent of a folder', () => {
  const text = (locale: 'en' | 'es', words: string) => ({ locale, text: words });
  const inputWith = (...passages: IndexInput['passages']): IndexInput => ({ passages, entries: [[0]], concepts: [], isLatent: true });
  const FIRST = inputWith(text('en', 'one'), text('es', 'one'), text('en', 'two'));

  it('is everything the first time', () => {
    const parts = inputPartsOf(FIRST, undefined);
    expect(parts.fresh).toEqual(FIRST.passages);
    expect(inputOf(parts, undefined)).toEqual(FIRST);
  });

  it('is only the new texts after that, wherever the others have moved to', () => {
    const next = inputWith(text('en', 'new'), text('en', 'two'), text('es', 'one'), text('es', 'two'), text('en', 'two'));
    const parts = inputPartsOf(next, FIRST);
    expect(parts.fresh).toEqual([text('en', 'new'), text('es', 'two')]);
    expect(inputOf(structuredClone(parts), FIRST)).toEqual(next);
  });

  it('is refused by whoever does not know what it takes for known', () => {
    expect(() => inputOf(inputPartsOf(FIRST, FIRST), undefined)).toThrow(RangeError);
    expect(() => inputOf(inputPartsOf(FIRST, FIRST), inputWith(text('en', 'one')))).toThrow(RangeError);
  });
});
