import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { saidTexts } from '../../src/retrieval/said-texts';
import { guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const LOAN = guideEntry({ id: 'loan', title: { en: 'Microcredit' }, said: { en: ['borrow a little to start'], es: ['me prestan algo'] } });
const KILN = guideEntry({ id: 'kiln', title: { en: 'Pottery' } });
const knowledge = makeKnowledgeBase([LOAN, KILN], SMALL_VOCABULARIES, 'a digest');

describe('What people say for an entry', () => {
  it('is one text in each language that it is told in', () => {
    expect(saidTexts(knowledge)).toEqual([
      { locale: 'en', text: 'borrow a little to start', entries: ['loan'] },
      { locale: 'es', text: 'me prestan algo', entries: ['loan'] },
    ]);
  });

  it('finds the entry whose own text has none of these words', async () => {
    const retriever = await buildRetriever(knowledge, { log: silentLog });
    const { entries } = await retriever.search({ text: 'can I borrow something to start with', locale: 'en' });
    expect(entries[0]?.entry).toBe('loan');
  });

  it('finds it no more when it is left out', async () => {
    const retriever = await buildRetriever(knowledge, { log: silentLog });
    const { entries } = await retriever.search({ text: 'can I borrow something to start with', locale: 'en', without: ['loan'] });
    expect(entries.map(({ entry }) => entry)).not.toContain('loan');
  });
});
