import { WebAddress } from '../../../domain/entry';
import type { Rule } from '../rule';
import { bodyTexts } from '../texts';

/** Where a link, an image, a reference or an address in angle brackets leads; then what would run wherever it stands. */
const LINKS = [
  /\]\(\s*<?([^)>\s]*)/g,
  /^[^\S\n]*\[[^\]]{1,999}\]:\s*<?([^>\s]+)/gm,
  /<([a-z][a-z0-9+.-]{0,99}:[^<>\s]*)>/gi,
  /\b((?:java|vb)script:[^\s)>]*|data:[\w-]+\/[^\s)>]*)/gi,
];
const OWN_PAGE = /^\/entries\/[a-z0-9-]+$/;

export const safeLinks: Rule = {
  id: 'safe-links',
  severity: 'error',
  must: 'A link leads to an ordinary web address, or to /entries/<id>.',
  why: 'An address that runs a script, hides its goal or leads nowhere must never reach a person who trusts the answer.',
  fix: 'Write the whole address as the browser shows it, beginning with https://, and see where it leads.',
  ok: [
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: '/entries/example-call' },
    { file: 'guides/example-guide.md', replace: 'The grant is', by: 'Official data: see there. The grant is' },
  ],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: 'javascript:alert(1)' },
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: 'data:text/html,hello' },
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: 'https://bank.example.org@desk.example.org/' },
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: 'desk.example.org' },
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: 'https://localhost/' },
  ],
  *find({ files }) {
    for (const { file, body } of bodyTexts(files)) {
      const addresses = new Set(LINKS.flatMap((pattern) => [...body.matchAll(pattern)].map(([, address = '']) => address)));
      for (const address of addresses)
        if (!OWN_PAGE.test(address) && !isOrdinary(address))
          yield { file, near: address === '' ? '](' : address, what: `the link leads to "${address.slice(0, SHOWN)}"` };
    }
  },
};

/** Characters of an address that a finding repeats. */
const SHOWN = 80;

const isOrdinary = (address: string): boolean => WebAddress.safeParse(address).success && new URL(address).hostname.includes('.');
