import { openLanguages } from '../../../src/compose';
import { askOne } from '../../../src/staff/ask';
import type { OpenedFolder } from '../../../src/staff/diff/open-folder';
import { makeFolderOpener } from '../../../src/staff/diff/open-folders';
import { TwoFolders } from './two-folders';

describe('Two folders opened one after the other', () => {
  const two = new TwoFolders();
  afterAll(() => two.close());
  const opener = () => makeFolderOpener({ openLanguages, defaultSite: () => 'example-site' });
  const QUESTIONS = [
    'How much is the grant and until when may associations apply?',
    'Jobs nearby',
    '¿Dónde preguntar?',
    'Are orchards and vineyards paid?',
  ];
  const answers = async (side: OpenedFolder) => {
    const asked = [];
    for (const question of QUESTIONS) {
      const { ms: _, ...answer } = await askOne({ id: 1, question }, { ...side, now: () => new Date('2026-11-21T12:00:00Z') });
      asked.push(answer);
    }
    return asked;
  };

  it('answer as if each were alone, also after the second was opened', async () => {
    two.edit('guides/example-guide.md', 'The grant is up to 50 000 euros', 'Orchards and vineyards are paid up to 70 000 euros');
    const open = opener();
    const [base, edited] = await Promise.all([open(two.base), open(two.edited)]);
    expect(await answers(base)).toEqual(await answers(await opener()(two.base)));
    expect(await answers(edited)).not.toEqual(await answers(base));
    expect((await answers(edited))[3]).toMatchObject({ outcome: 'answered', citations: [{ entry: 'example-guide' }] });
    expect((await answers(base))[3]).not.toMatchObject({ citations: [{ entry: 'example-guide' }] });
  });

  it('go on with the second when the first cannot be opened', async () => {
    const open = opener();
    const [empty, edited] = await Promise.allSettled([open(two.parent), open(two.edited)]);
    expect(empty).toMatchObject({ status: 'rejected', reason: { code: 'KNOWLEDGE_EMPTY' } });
    expect(edited.status).toBe('fulfilled');
  });
});
