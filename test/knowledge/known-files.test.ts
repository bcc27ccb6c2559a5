import { statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { ParseMemo } from '../../src/knowledge/parse-memo';
import { guideText } from './entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

describe('Files that were read before', () => {
  afterAll(removeKnowledgeFolders);
  afterEach(() => jest.restoreAllMocks());

  /** So much later that no file is fresh. */
  const waitLong = () => {
    const later = Date.now() + 60_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
  };
  const stage = () => {
    const folder = new KnowledgeFolder();
    folder.write('guides/a-guide.md', guideText('a-guide'));
    folder.write('guides/b-guide.md', guideText('b-guide'));
    const memo = new ParseMemo();
    const read = async () => {
      const reading = await readKnowledge(folder.path, undefined, memo);
      memo.turnOver();
      return { ...reading, opened: [...reading.files.texts.keys()] };
    };
    return { folder, read };
  };

  it('are not opened again, and give the same version', async () => {
    waitLong();
    const { read } = stage();
    const first = await read();
    const again = await read();
    expect([first.opened.length, again.opened]).toEqual([2, []]);
    expect(again.knowledge.digest).toBe(first.knowledge.digest);
    expect(again.knowledge.entries).toEqual(first.knowledge.entries);
    expect(again.knowledge.passages[0]).toBe(first.knowledge.passages[0]);
    expect(again.knowledge.vocabularies).toBe(first.knowledge.vocabularies);
  });

  it('give the version that reading everything gives, after an edit too', async () => {
    waitLong();
    const { folder, read } = stage();
    await read();
    folder.write('guides/a-guide.md', `${guideText('a-guide')}\nOne line more.`);
    const edited = await read();
    expect(edited.opened).toEqual(['guides/a-guide.md']);
    const afresh = await readKnowledge(folder.path);
    expect(edited.knowledge.digest).toBe(afresh.knowledge.digest);
    expect(edited.knowledge.entries).toEqual(afresh.knowledge.entries);
    expect(edited.knowledge.passages).toEqual(afresh.knowledge.passages);
  });

  it('are opened when only their text differs, though size and day of change were put back', async () => {
    waitLong();
    const { folder, read } = stage();
    await read();
    const path = join(folder.path, 'guides', 'a-guide.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, guideText('a-guide').replace(/.\s*$/, '!'));
    utimesSync(path, atime, mtime);
    expect((await read()).opened).toEqual(['guides/a-guide.md']);
  });

  it('are opened when they were written just before they were read: they may be written again in the same instant', async () => {
    const { read } = stage();
    await read();
    expect((await read()).opened).toEqual(['guides/a-guide.md', 'guides/b-guide.md']);
  });

  it('are opened when they are links: what stands behind may be another file', async () => {
    waitLong();
    const { folder, read } = stage();
    symlinkSync(join(folder.path, 'guides', 'a-guide.md'), join(folder.path, 'guides', 'linked.md'));
    await read();
    expect((await read()).opened).toEqual(['guides/linked.md']);
  });
});
