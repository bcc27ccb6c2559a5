import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { ParsedCache } from '../../src/knowledge/parsed-cache';
import { guideText } from './entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

describe('What was parsed last time', () => {
  afterAll(removeKnowledgeFolders);

  const stage = () => {
    const folder = new KnowledgeFolder();
    folder.write('guides/a-guide.md', guideText('a-guide'));
    const file = join(folder.path, '..', `${Math.random()}.json`);
    return { folder, file, read: (build = 'one') => readKnowledge(folder.path, undefined, new ParsedCache(file, build)) };
  };

  it('gives the same folder, words and findings as parsing', async () => {
    const { folder, file, read } = stage();
    folder.write('guides/broken.md', 'no facts');
    const parsed = await read();
    expect(existsSync(file)).toBe(true);
    const again = await read();
    expect(again.knowledge.entries).toEqual(parsed.knowledge.entries);
    expect(again.knowledge.passages).toEqual(parsed.knowledge.passages);
    expect(again.knowledge.vocabularies).toEqual(parsed.knowledge.vocabularies);
    expect([again.knowledge.digest, again.findings]).toEqual([parsed.knowledge.digest, parsed.findings]);
  });

  it('is what is read, not parsed again', async () => {
    const { file, read } = stage();
    await read();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('a-guide', 'b-guide'));
    expect((await read()).knowledge.findEntry('b-guide')).toBeDefined();
  });

  it('is not used after an edit, nor by another build, nor when it is damaged', async () => {
    const { folder, file, read } = stage();
    await read();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('a-guide', 'b-guide'));
    expect((await read('two')).knowledge.findEntry('a-guide')).toBeDefined();
    await read();
    folder.write('guides/c-guide.md', guideText('c-guide'));
    expect((await read()).knowledge.findEntry('c-guide')).toBeDefined();
    writeFileSync(file, '{"key":');
    expect((await read()).knowledge.findEntry('c-guide')).toBeDefined();
  });
});
