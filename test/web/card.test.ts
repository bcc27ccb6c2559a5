import fc from 'fast-check';
import { type CardNode, readCard } from '../../src/web/card';

const card = (body: unknown, actions?: unknown) => readCard({ type: 'AdaptiveCard', body, ...(actions !== undefined && { actions }) });
const open = (url: unknown) => card([], [{ type: 'Action.OpenUrl', title: 'Go', url }])?.actions;

describe('a card', () => {
  it('keeps title, badge, facts and verdicts of an entry', () => {
    const read = card([
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Κλήση', weight: 'Bolder', style: 'heading' }] },
          { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: 'Ανοιχτή', color: 'Good', weight: 'Bolder' }] },
        ],
      },
      { type: 'FactSet', facts: [{ title: 'Ποσό', value: '100.000 €' }, { title: 'x' }] },
      { type: 'Container', id: 'verdicts', items: [{ type: 'TextBlock', text: '✗ όρος', color: 'Attention', lang: 'el' }] },
    ]);
    const plain = { isHeading: false, isStrong: false, isSubtle: false, size: 'normal' };
    expect(read?.body).toEqual([
      {
        kind: 'columns',
        columns: [
          {
            isNarrow: false,
            items: [{ ...plain, kind: 'text', runs: [{ text: 'Κλήση' }], tone: 'plain', isHeading: true, isStrong: true }],
          },
          { isNarrow: true, items: [{ ...plain, kind: 'text', runs: [{ text: 'Ανοιχτή' }], tone: 'good', isStrong: true }] },
        ],
      },
      { kind: 'facts', facts: [{ title: 'Ποσό', value: '100.000 €' }] },
      { kind: 'group', id: 'verdicts', items: [{ ...plain, kind: 'text', runs: [{ text: '✗ όρος' }], tone: 'bad', lang: 'el' }] },
    ]);
  });

  it('keeps the language of each part of a rich text', () => {
    const read = card([
      {
        type: 'RichTextBlock',
        inlines: ['plain ', { type: 'TextRun', text: '“cita”', lang: 'es' }, { type: 'TextRun', text: 'x', lang: '"><b' }, 7],
      },
    ]);
    expect(read?.body).toMatchObject([{ runs: [{ text: 'plain ' }, { text: '“cita”', lang: 'es' }, { text: 'x' }] }]);
  });

  it('leaves out what it does not know', () => {
    expect(
      card([
        { type: 'Media' },
        { type: 'Image', url: 'https://x/' },
        { type: 'Input.Text' },
        3,
        null,
        'text',
        { type: 'TextBlock', text: 5 },
      ]),
    ).toBeUndefined();
  });

  it.each(['https://ec.europa.eu/x?y=1', 'http://example.org/'])('opens %s and shows its host', (url) => {
    expect(open(url)).toEqual([{ kind: 'link', title: 'Go', url, host: new URL(url).host }]);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    '//example.org',
    '/entries/x',
    'https://ec.europa.eu@evil.example/',
    'https://user:pass@example.org/',
    'https://',
    '',
    null,
    7,
    {},
  ])('does not open %p', (url) => {
    expect(open(url)).toBeUndefined();
  });

  it('shows an address that only looks like another in its true form', () => {
    expect(open('https://еxample.org/')?.[0]).toMatchObject({ host: 'xn--xample-2of.org' });
  });

  it('says what a button says, and knows no other submissions', () => {
    const actions = [
      { type: 'Action.Submit', title: 'Yes', data: { say: 'yes' } },
      { type: 'Action.Submit', title: 'No', data: { evil: 'no' } },
      { type: 'Action.Submit', title: 'No', data: 'no' },
      { type: 'Action.Execute', title: 'No', data: { say: 'no' } },
    ];
    expect(card([], actions)?.actions).toEqual([{ kind: 'say', title: 'Yes', say: 'yes' }]);
  });

  it('is not fooled by words every object knows', () => {
    const read = card([{ type: 'TextBlock', text: 'x', color: 'constructor', size: '__proto__' }]);
    expect(read?.body).toMatchObject([{ tone: 'plain', size: 'normal' }]);
  });

  it('knows the entry it shows, and nothing that leads elsewhere', () => {
    const shown = (id: unknown) => readCard({ id, body: [{ type: 'TextBlock', text: 'x' }] })?.entry;
    expect(shown('gr-call-epirus-kalo-2025')).toBe('gr-call-epirus-kalo-2025');
    for (const id of ['../staff', '//example.org', 'a/b', 'a?b', 'A', '-a', '', 7, undefined]) expect(shown(id)).toBeUndefined();
  });

  it('stops at a nesting nobody writes', () => {
    let bomb: unknown = { type: 'TextBlock', text: 'deep' };
    for (let n = 0; n < 5000; n++) bomb = { type: 'Container', items: [bomb] };
    expect(card([bomb])).toBeUndefined();
  });

  it('stops at a size nobody reads', () => {
    const block = { type: 'TextBlock', text: 'x' };
    const wide = Array.from({ length: 100 }, () => ({ type: 'Container', items: Array.from({ length: 100 }, () => block) }));
    const count = (nodes: readonly CardNode[]): number =>
      nodes.reduce((sum, node) => sum + 1 + (node.kind === 'group' ? count(node.items) : 0), 0);
    expect(count(card(wide)?.body ?? [])).toBeLessThanOrEqual(400);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (body, actions) => void card([body], [actions])));
    fc.assert(fc.property(fc.anything(), (content) => void readCard(content)));
  });
});
