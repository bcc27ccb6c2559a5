import { addressesOf, linkedFrom } from '../../../src/staff/links/addresses';
import { callEntry, guideEntry } from '../../support/sample-entries';

describe('Addresses of an entry', () => {
  it('are those of sources, website, contact, applying, next calls and bodies, each once', () => {
    const entry = callEntry(
      {
        sources: [{ title: 'A', url: 'https://a.example.org/call' }],
        website: 'https://a.example.org/',
        contact: { website: 'https://contact.example.org/' },
        call: { apply: 'https://apply.example.org/', nextCalls: 'https://a.example.org/' },
      },
      {
        en: 'See [the call](https://a.example.org/call#dates) and https://b.example.org/x_(y).',
        es: 'Véase <https://b.example.org/x_(y)>, [aquí](https://c.example.org).',
      },
    );
    expect(Object.fromEntries([...addressesOf(entry)].map(([address, places]) => [address, [...places].join(' ')]))).toEqual({
      'https://a.example.org/call': 'source body',
      'https://a.example.org/': 'website nextCalls',
      'https://contact.example.org/': 'contact',
      'https://apply.example.org/': 'apply',
      'https://b.example.org/x_(y)': 'body',
      'https://c.example.org/': 'body',
    });
  });

  it('are told once for all entries that show them', () => {
    const sources = [{ title: 'A', url: 'https://a.example.org/' }];
    const linked = linkedFrom([
      guideEntry({ id: 'one-guide', sources }),
      guideEntry({ id: 'two-guide', sources, website: 'https://a.example.org/' }),
    ]);
    expect(linked).toEqual([
      { address: 'https://a.example.org/', host: 'a.example.org', stands: ['one-guide (source)', 'two-guide (source, website)'] },
    ]);
  });
});
