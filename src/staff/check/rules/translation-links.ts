import { bodyPairs } from '../bodies';
import type { Rule } from '../rule';

const ADDRESS = /https?:\/\/[^\s)<>"\]]+/g;
const addressesOf = (text: string): Set<string> => new Set([...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;]+$/, '')));

export const translationLinks: Rule = {
  id: 'translation-links',
  severity: 'error',
  must: 'A translation links to the same addresses as its source.',
  why: 'A link that one language lacks, or has mistyped, sends its readers nowhere.',
  fix: 'Copy the address from the source.',
  ok: [],
  notOk: [
    { file: 'guides/example-guide.es.md', replace: 'https://desk.example.org/', by: 'https://desks.example.org/' },
    { file: 'guides/example-guide.es.md', replace: '[oficina de ejemplo](https://desk.example.org/)', by: 'oficina de ejemplo' },
  ],
  *find({ files }) {
    for (const { source, translation } of bodyPairs(files.entries, files.translations)) {
      const there = addressesOf(source);
      const here = addressesOf(translation.body);
      for (const address of there) if (!here.has(address)) yield { file: translation.file, what: `the link to ${address} is missing` };
      for (const address of here)
        if (!there.has(address)) yield { file: translation.file, near: address, what: `the source has no link to ${address}` };
    }
  },
};
