import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import { type Reading, readKnowledge } from '../../src/knowledge/knowledge-base';
import { BODY, callText, guideText, translationText } from './entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

const SHIPPED = join(__dirname, '..', '..', 'knowledge');

afterAll(removeKnowledgeFolders);

let folder: KnowledgeFolder;
beforeEach(() => {
  folder = new KnowledgeFolder();
});

const read = (last?: KnowledgeBase): Promise<Reading> => readKnowledge(folder.path, last);
const idsOf = ({ knowledge }: Reading): string[] => knowledge.entries.map((entry) => entry.id);
/** `rule file` of each finding. */
const toldOf = ({ findings }: Reading): string[] => findings.map(({ rule, file }) => `${rule} ${file}`);
const titleOf = ({ knowledge }: Reading, id: string): string | undefined => knowledge.findEntry(id)?.title.en;

describe('The shipped folder', () => {
  it('has no error, and entries of every kind', async () => {
    const { knowledge, findings } = await readKnowledge(SHIPPED);
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(knowledge.entries.length).toBeGreaterThanOrEqual(60);
    expect(new Set(knowledge.entries.map((entry) => entry.kind)).size).toBe(8);
    expect(knowledge.findSite('demo')?.site.desks.length).toBeGreaterThan(0);
  });
});

describe('Reading a folder', () => {
  it('gives its entries in the order of their ids, with their passages', async () => {
    folder.write('guides/b-guide.md', guideText('b-guide'));
    folder.write('calls/a-call.md', callText('a-call'));
    const reading = await read();
    expect(toldOf(reading)).toEqual([]);
    expect(idsOf(reading)).toEqual(['a-call', 'b-guide']);
    expect(reading.knowledge.passages.map((passage) => passage.id)).toEqual(['a-call#0.en', 'a-call#1.en', 'b-guide#0.en', 'b-guide#1.en']);
  });

  it('finds an entry also by the id of a record merged into it, and nothing else', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', { also: '[old-guide]' }));
    const { knowledge } = await read();
    expect(knowledge.findEntry('old-guide')?.id).toBe('a-guide');
    expect(knowledge.findEntry('nothing')).toBeUndefined();
    expect(knowledge.findSite('a-guide')).toBeUndefined();
  });

  it('keeps an entry that waits for a second source to itself', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', { verified: 'false' }));
    expect(await read()).toMatchObject({ findings: [], knowledge: { entries: [], passages: [] } });
  });

  it('does not read READMEs, drafts of editors, or other kinds of file', async () => {
    for (const name of ['README.md', '.a-guide.md', '.#a-guide.md', 'a-guide.md~', 'a-guide.txt']) folder.write(`guides/${name}`, 'Text.');
    folder.write('recipes/a-guide.md', 'Text.');
    expect(await read()).toMatchObject({ findings: [], knowledge: { entries: [] } });
  });

  it('has a digest that changes with every byte that matters, and with no other', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide'));
    const digests = [(await read()).knowledge.digest];
    const change = async (file: string, text: string) => {
      folder.write(file, text);
      digests.push((await read()).knowledge.digest);
    };
    await change('guides/README.md', 'Text.');
    expect(digests[1]).toBe(digests[0]);
    await change('guides/a-guide.md', guideText('a-guide', {}, `${BODY}!`));
    await change('vocabularies/topics.yaml', '- { id: employment, name: { en: work } }\n- { id: care, name: { en: care } }\n');
    await change('guides/a-guide.el.md', translationText('a-guide', 'el', `${BODY}!`));
    expect(new Set(digests).size).toBe(4);
  });
});

describe('Two files of one id', () => {
  it('are told, and the first one serves', async () => {
    folder.write('calls/twin.md', callText('twin', [], { title: '{ en: "The call" }' }));
    folder.write('guides/twin.md', guideText('twin'));
    const reading = await read();
    expect(reading.findings).toMatchObject([
      { rule: 'duplicate-id', file: 'guides/twin.md', line: 2, what: '"twin" is also the id of calls/twin.md' },
    ]);
    expect(titleOf(reading, 'twin')).toBe('The call');
  });
});

describe('A word no vocabulary knows', () => {
  const CRITERION = (about: string, value: string) =>
    `criteria: [{ id: one, about: ${about}, operator: one-of, value: [${value}], quote: "Drama" }]`;

  it.each([
    ['an area', guideText('a-guide', { areas: '[ES999]' }), 'unknown area "ES999"'],
    ['a topic', guideText('a-guide', { topics: '[employment, jobs]' }), 'unknown topic "jobs"'],
    ['an applicant', guideText('a-guide', { audience: '[cooperatives]' }), 'unknown applicant "cooperatives"'],
    ['the area of a criterion', callText('a-guide', [CRITERION('area', 'FR1')]), 'unknown area "FR1"'],
    ['the applicant of a criterion', callText('a-guide', [CRITERION('applicant', 'firm')]), 'unknown applicant "firm"'],
    ['the topic of a criterion', callText('a-guide', [CRITERION('topic', 'art')]), 'unknown topic "art"'],
  ])('is told when it is %s, and the entry does not serve', async (_, text, what) => {
    folder.write('guides/a-guide.md', text);
    const reading = await read();
    expect(reading.findings).toMatchObject([{ rule: 'unknown-word', file: 'guides/a-guide.md', what }]);
    expect(idsOf(reading)).toEqual([]);
  });

  it('is not looked for in a vocabulary that cannot be read: that is told instead', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', { audience: '[anything]' }));
    folder.remove('vocabularies/applicants.yaml');
    const reading = await read();
    expect(toldOf(reading)).toEqual(['vocabulary vocabularies/applicants.yaml']);
    expect(idsOf(reading)).toEqual(['a-guide']);
  });
});

describe('A file that is not what it seems', () => {
  const told = async (): Promise<string[]> => {
    const reading = await read();
    expect(idsOf(reading)).toEqual([]);
    return reading.findings.map(({ rule, file, what }) => `${rule} ${file}: ${what}`);
  };

  it('is refused when it is a link that leaves the folder', async () => {
    writeFileSync(join(folder.outside, 'a-guide.md'), guideText('a-guide'));
    folder.link('guides/a-guide.md', join(folder.outside, 'a-guide.md'));
    expect(await told()).toEqual(['unreadable guides/a-guide.md: the file is a link that leaves the folder']);
  });

  it('is refused when its whole folder is a link that leaves', async () => {
    writeFileSync(join(folder.outside, 'a-guide.md'), guideText('a-guide'));
    folder.link('guides', folder.outside);
    expect(await told()).toEqual(['unreadable guides/a-guide.md: the file is a link that leaves the folder']);
  });

  it('is refused when it is a link to nothing, or to itself', async () => {
    folder.link('guides/a-guide.md', 'nothing.md');
    folder.link('guides/b-guide.md', 'b-guide.md');
    expect(await told()).toEqual([expect.stringMatching(/^unreadable guides\/a-/), expect.stringMatching(/^unreadable guides\/b-/)]);
  });

  it('is read when it is a link inside the folder', async () => {
    folder.write('shelf/a-guide.md', guideText('a-guide'));
    folder.link('guides/a-guide.md', '../shelf/a-guide.md');
    expect(idsOf(await read())).toEqual(['a-guide']);
  });

  it('is refused when it is a folder', async () => {
    folder.write('guides/a-guide.md/file.txt', 'Text.');
    expect(await told()).toEqual(['unreadable guides/a-guide.md: this is not an ordinary file']);
  });

  it('is refused when it is not UTF-8', async () => {
    folder.write('guides/a-guide.md', Buffer.from(guideText('a-guide', {}, 'Caf\u00e9'), 'latin1'));
    expect(await told()).toEqual(['unreadable guides/a-guide.md: the file is not UTF-8']);
  });

  it('is refused when it has 300 KB', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', {}, 'a'.repeat(300 * 1024)));
    expect(await told()).toEqual(['unreadable guides/a-guide.md: the file is larger than 256 KB']);
  });
});

describe('A folder that is edited while it serves', () => {
  let first: Reading;
  beforeEach(async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', { title: '{ en: "First" }' }));
    folder.write('guides/b-guide.md', guideText('b-guide', { title: '{ en: "First" }' }));
    first = await read();
  });

  it.each([
    ['broken YAML', '---\nid: a-guide\ntitle: "\n---\n'],
    ['no front matter', 'Text.'],
    ['an unknown topic', guideText('a-guide', { topics: '[art]' })],
    ['an id that is not its name', guideText('another')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['nothing at all', ''],
  ])('serves the last good version of an entry that has %s, and lets other edits through', async (_, broken) => {
    folder.write('guides/a-guide.md', broken);
    folder.write('guides/b-guide.md', guideText('b-guide', { title: '{ en: "Second" }' }));
    folder.write('guides/c-guide.md', guideText('c-guide'));
    const second = await read(first.knowledge);
    expect(new Set(toldOf(second).map((told) => told.split(' ')[1]))).toEqual(new Set(['guides/a-guide.md']));
    expect([titleOf(second, 'a-guide'), titleOf(second, 'b-guide')]).toEqual(['First', 'Second']);
    expect(idsOf(second)).toEqual(['a-guide', 'b-guide', 'c-guide']);
  });

  it('goes on with the last good version through several readings, until the file is mended', async () => {
    folder.write('guides/a-guide.md', 'Text.');
    const second = await read(first.knowledge);
    const third = await read(second.knowledge);
    expect(titleOf(third, 'a-guide')).toBe('First');
    folder.write('guides/a-guide.md', guideText('a-guide', { title: '{ en: "Mended" }' }));
    const fourth = await read(third.knowledge);
    expect(toldOf(fourth)).toEqual([]);
    expect(titleOf(fourth, 'a-guide')).toBe('Mended');
  });

  it('forgets an entry whose file is deleted', async () => {
    folder.remove('guides/a-guide.md');
    const second = await read(first.knowledge);
    expect(second).toMatchObject({ findings: [] });
    expect(idsOf(second)).toEqual(['b-guide']);
    expect(second.knowledge.findEntry('a-guide')).toBeUndefined();
  });

  it('forgets the old id of an entry that is renamed', async () => {
    folder.remove('guides/a-guide.md');
    folder.write('guides/new-guide.md', guideText('new-guide', { title: '{ en: "First" }' }));
    expect(idsOf(await read(first.knowledge))).toEqual(['b-guide', 'new-guide']);
  });

  it('forgets an entry whose source was withdrawn', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', { verified: 'false' }));
    expect(idsOf(await read(first.knowledge))).toEqual(['b-guide']);
  });

  it('does not serve a broken entry that was never good', async () => {
    folder.write('guides/c-guide.md', 'Text.');
    expect(idsOf(await read(first.knowledge))).toEqual(['a-guide', 'b-guide']);
  });

  it.each(['areas', 'applicants', 'topics'] as const)('goes on with the last good words when those of %s are broken', async (name) => {
    for (const broken of ['- { code: [', `${'['.repeat(20_000)}`, '', '- just text']) {
      folder.write(`vocabularies/${name}.yaml`, broken);
      const second = await read(first.knowledge);
      expect(toldOf(second)[0]).toMatch(`vocabularies/${name}.yaml`);
      expect(second.knowledge.vocabularies).toEqual(first.knowledge.vocabularies);
      expect(idsOf(second)).toEqual(['a-guide', 'b-guide']);
    }
  });

  it('takes new words at once', async () => {
    folder.write('vocabularies/topics.yaml', '- { id: employment, name: { en: jobs } }\n- { id: art, name: { en: art } }\n');
    folder.write('guides/c-guide.md', guideText('c-guide', { topics: '[art]' }));
    const second = await read(first.knowledge);
    expect(toldOf(second)).toEqual([]);
    expect([...second.knowledge.vocabularies.topics.keys()]).toEqual(['employment', 'art']);
  });
});

describe('A translation', () => {
  beforeEach(() => {
    folder.write('guides/a-guide.md', guideText('a-guide'));
    folder.write('guides/a-guide.el.md', translationText('a-guide', 'el'));
  });

  it('is a body of its entry', async () => {
    const { knowledge, findings } = await read();
    expect(findings).toEqual([]);
    expect(knowledge.findEntry('a-guide')?.bodies).toEqual({ en: BODY, el: 'Text in el.' });
  });

  it('does not serve once the text it was made from has changed, and staff learn the new digest', async () => {
    folder.write('guides/a-guide.md', guideText('a-guide', {}, 'Another deadline in Drama.'));
    const { knowledge, findings } = await read();
    expect(findings).toMatchObject([{ rule: 'translation-stale', severity: 'warning', file: 'guides/a-guide.el.md' }]);
    expect(knowledge.findEntry('a-guide')?.bodies).toEqual({ en: 'Another deadline in Drama.' });
    const digest = /translates: ([0-9a-f]{12})$/.exec(findings[0]?.fix ?? '')?.[1];
    folder.write('guides/a-guide.el.md', translationText('a-guide', 'el').replace(/translates: .*/, `translates: "${digest}"`));
    expect((await read()).knowledge.findEntry('a-guide')?.bodies.el).toBe('Text in el.');
  });

  it('is told when its entry is gone', async () => {
    folder.remove('guides/a-guide.md');
    const reading = await read();
    expect(toldOf(reading)).toEqual(['translation-alone guides/a-guide.el.md']);
    expect(idsOf(reading)).toEqual([]);
  });

  it('is not to be removed because its entry is broken', async () => {
    folder.write('guides/a-guide.md', 'Text.');
    const { findings } = await read();
    expect(findings.find(({ rule }) => rule === 'translation-alone')).toMatchObject({
      what: 'its entry guides/a-guide.md has errors',
      fix: expect.stringContaining('Mend the entry first'),
    });
  });

  it('goes on with the last good version of its entry', async () => {
    const first = await read();
    folder.write('guides/a-guide.md', 'Text.');
    expect((await read(first.knowledge)).knowledge.findEntry('a-guide')?.bodies).toEqual({ en: BODY, el: 'Text in el.' });
  });

  it('that is broken takes nothing from its entry', async () => {
    const first = await read();
    folder.write('guides/a-guide.el.md', 'Text.');
    const second = await read(first.knowledge);
    expect(toldOf(second)).toEqual(['front-matter guides/a-guide.el.md']);
    expect(second.knowledge.findEntry('a-guide')?.bodies.en).toBe(BODY);
  });
});

describe('The digest', () => {
  afterAll(removeKnowledgeFolders);

  it('is the same for the same folder, whatever was read before', async () => {
    const folder = new KnowledgeFolder();
    folder.write('guides/a-guide.md', guideText('a-guide'));
    for (const locale of ['es', 'el', 'fr'] as const) folder.write(`guides/a-guide.${locale}.md`, translationText('a-guide', locale));
    const first = (await readKnowledge(folder.path)).knowledge;
    const again = (await readKnowledge(folder.path, first)).knowledge;
    expect(again.digest).toBe(first.digest);
  });
});
