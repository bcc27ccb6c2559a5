import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SAMPLE_FOLDER } from '../../src/staff/check/sample-folder';
import { reviewCommand } from '../../src/staff/review';
import { rooms } from './heard';

describe('`ponte review`', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-review-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  let made = 0;

  const makeFolder = (changes: Record<string, string> = {}) => {
    const folder = join(parent, `folder-${made++}`);
    const dataFolder = join(folder, 'data');
    for (const [file, text] of Object.entries({ ...SAMPLE_FOLDER, ...changes })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const heard = rooms({ folder, dataFolder });
    return {
      ...heard,
      review: (...args: string[]) => reviewCommand.run(args, heard.rooms),
      read: (file: string) => readFileSync(join(folder, file), 'utf8'),
      names: (inner: string) => readdirSync(join(folder, inner)),
    };
  };

  it('changes the two days of an entry and nothing else: a guide for six months', async () => {
    const { review, read, out, names } = makeFolder();
    expect(await review('example-guide')).toBe(0);
    const before = SAMPLE_FOLDER['guides/example-guide.md'] ?? '';
    const after = before.replace('checked: 2026-11-01', 'checked: 2026-11-22').replace('reviewBy: 2027-05-01', 'reviewBy: 2027-05-22');
    expect(read('guides/example-guide.md')).toBe(after);
    expect(out()).toContain('guides/example-guide.md: checked 2026-11-22, reviewBy 2027-05-22 (was 2026-11-01, 2027-05-01)');
    expect(names('guides')).toEqual(['example-guide.es.md', 'example-guide.md']);
  });

  it('asks for a call again after three months, which may be shorter ones', async () => {
    const { rooms: given, read } = makeFolder();
    expect(await reviewCommand.run(['example-call'], { ...given, now: () => new Date('2026-11-30T10:00:00Z') })).toBe(0);
    expect(read('calls/example-call.md')).toContain('checked: 2026-11-30\nreviewBy: 2027-02-28\n');
  });

  it('keeps comments, quotes and Windows line ends', async () => {
    const text = (SAMPLE_FOLDER['guides/example-guide.md'] ?? '')
      .replace('checked: 2026-11-01', 'checked: "2026-11-01" # by telephone')
      .replaceAll('\n', '\r\n');
    const { review, read } = makeFolder({ 'guides/example-guide.md': text });
    expect(await review('example-guide')).toBe(0);
    expect(read('guides/example-guide.md')).toContain('checked: "2026-11-22" # by telephone\r\nreviewBy: 2027-05-22\r\n');
  });

  it('keeps who it was, one line a review', async () => {
    const { review, read, names } = makeFolder();
    expect(await review('example-guide', 'example-call', '--by', 'Eleni "K."')).toBe(0);
    const lines = read('data/reviews.jsonl').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: '2026-11-22T10:00:00.000Z', entry: 'example-guide', by: 'Eleni "K."', checked: '2026-11-22', reviewBy: '2027-05-22' },
      { at: '2026-11-22T10:00:00.000Z', entry: 'example-call', by: 'Eleni "K."', checked: '2026-11-22', reviewBy: '2027-02-22' },
    ]);
    expect(names('data')).toEqual(['reviews.jsonl']);
  });

  it('tells of an id that is none, and still does the others', async () => {
    const { review, read, err } = makeFolder();
    expect(await review('../secret', 'no-such-entry', 'example-guide')).toBe(1);
    const said = err();
    expect(said).toContain('there is no entry "../secret"');
    expect(said).toContain('there is no entry "no-such-entry"');
    expect(read('guides/example-guide.md')).toContain('checked: 2026-11-22');
  });

  it('leaves a broken file as it is and says what is wrong with it', async () => {
    const broken = (SAMPLE_FOLDER['guides/example-guide.md'] ?? '').replace('country: EU', 'country: europe');
    const { review, read, err } = makeFolder({ 'guides/example-guide.md': broken });
    expect(await review('example-guide')).toBe(1);
    expect(read('guides/example-guide.md')).toBe(broken);
    expect(err()).toMatch(/nothing was changed[\s\S]*guides\/example-guide\.md:5:/);
  });

  it.each([[[]], [['example-guide', '--by', ' ']]])('asks for what is missing: %j', async (args: string[]) => {
    const { review, read } = makeFolder();
    expect(await review(...args)).toBe(64);
    expect(read('guides/example-guide.md')).toBe(SAMPLE_FOLDER['guides/example-guide.md']);
  });
});
