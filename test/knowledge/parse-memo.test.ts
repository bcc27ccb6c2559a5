import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { MemoFile } from '../../src/knowledge/memo-file';
import { ParseMemo } from '../../src/knowledge/parse-memo';
import { guideText } from './entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

describe('What was parsed last time', () => {
  afterAll(removeKnowledgeFolders);

  const stage = () => {
    const folder = new KnowledgeFolder();
    folder.write('guides/a-guide.md', guideText('a-guide'));
    folder.write('guides/broken.md', 'no facts');
    const path = join(folder.path, '..', `${Math.random()}.json`);
    const read = async (build = 'one') => {
      const file = new MemoFile(path, build);
      const memo = await file.read();
      const reading = await readKnowledge(folder.path, undefined, memo);
      const isChanged = memo.turnOver();
      await file.write(memo);
      return { ...reading, isChanged };
    };
    return { folder, path, read };
  };

  it('gives the same folder, words and findings as parsing', async () => {
    const { path, read } = stage();
    const parsed = await read();
    expect(existsSync(path)).toBe(true);
    const again = await read();
    expect(again.knowledge.entries).toEqual(parsed.knowledge.entries);
    expect(again.knowledge.passages).toEqual(parsed.knowledge.passages);
    expect(again.knowledge.vocabularies).toEqual(parsed.knowledge.vocabularies);
    expect([again.knowledge.digest, again.findings]).toEqual([parsed.knowledge.digest, parsed.findings]);
    expect([parsed.isChanged, again.isChanged]).toEqual([true, false]);
  });

  it('is what is read, not parsed again, file by file', async () => {
    const { folder, path, read } = stage();
    await read();
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"id":"a-guide"', '"id":"as-kept"'));
    folder.write('guides/b-guide.md', guideText('b-guide'));
    const { knowledge, isChanged } = await read();
    expect(knowledge.entries.map(({ id }) => id)).toEqual(['as-kept', 'b-guide']);
    expect(isChanged).toBe(true);
  });

  it('is not used for a file that was edited, by another build, or when it is damaged', async () => {
    const { folder, path, read } = stage();
    await read();
    const spoil = () => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"id":"a-guide"', '"id":"spoilt"'));
    spoil();
    expect((await read()).knowledge.findEntry('spoilt')).toBeDefined();
    expect((await read('two')).knowledge.findEntry('a-guide')).toBeDefined();
    spoil();
    folder.write('guides/a-guide.md', `${guideText('a-guide')}\nOne line more.`);
    expect((await read('two')).knowledge.findEntry('a-guide')).toBeDefined();
    writeFileSync(path, '{"build":');
    expect((await read('two')).knowledge.findEntry('a-guide')).toBeDefined();
  });

  it('forgets files that are gone', async () => {
    const { folder, path, read } = stage();
    await read();
    folder.remove('guides/a-guide.md');
    expect((await read()).isChanged).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain('guides/a-guide.md');
  });

  it('adds a line for a file that was saved, and is written anew when lines add up', async () => {
    const { folder, path, read } = stage();
    await read();
    const lines = () => readFileSync(path, 'utf8').split('\n').length - 2;
    const whole = lines();
    for (let n = 1; n <= whole; n++) {
      folder.write('guides/a-guide.md', `${guideText('a-guide')}\nLine ${n}.`);
      await read();
      expect(lines()).toBe(whole + n);
    }
    folder.write('guides/a-guide.md', `${guideText('a-guide')}\nThe last line.`);
    await read();
    expect(lines()).toBe(whole);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('The last line', 'As kept'));
    expect((await read()).knowledge.findEntry('a-guide')?.bodies.en).toContain('As kept');
  });

  it('does without a last line that was cut off, and mends the file at the next change', async () => {
    const { folder, path, read } = stage();
    await read();
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    expect((await read()).isChanged).toBe(true);
    for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) JSON.parse(line);
    folder.write('guides/b-guide.md', guideText('b-guide'));
    expect((await read()).knowledge.entries.map(({ id }) => id)).toEqual(['a-guide', 'b-guide']);
  });

  it('starts empty without a file', async () => {
    expect(await new MemoFile('/nowhere/at/all.json', 'one').read()).toEqual(new ParseMemo());
  });
});
