import { FolderCopy, piecesOf } from '../../../src/staff/live/served-folder';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../../support/sample-entries';

const entries = Array.from({ length: 40 }, (_, n) => guideEntry({ id: `guide-${n}` }, { en: `Body ${n}.`, el: `Σώμα ${n}.` }));
const FOLDER = {
  knowledge: { digest: 'one', entries: [...entries, callEntry()], vocabularies: SMALL_VOCABULARIES },
  unshown: [guideEntry({ id: 'waiting', verified: false })],
  brokenFiles: ['guides/broken.md'],
};

describe('the folder on its way to another thread', () => {
  it('arrives as it was, whatever order its pieces come in', () => {
    const copy = new FolderCopy('one', ['guides/broken.md']);
    const pieces = [...piecesOf(FOLDER)];
    for (const piece of pieces) copy.add(piece);
    expect(copy.folder()).toEqual(FOLDER);
    const other = new FolderCopy('one', ['guides/broken.md']);
    for (const piece of pieces.reverse()) other.add(piece);
    expect(new Set(other.folder().knowledge.entries)).toEqual(new Set(FOLDER.knowledge.entries));
  });

  it('goes in pieces that are small', () => {
    const counts = [...piecesOf(FOLDER)].map(({ json }) => (JSON.parse(json) as unknown[]).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(16);
    expect(counts.length).toBeGreaterThan(3);
  });
});
