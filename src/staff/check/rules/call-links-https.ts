import { isCall } from '../../../domain/entry';
import type { Rule } from '../rule';

export const callLinksHttps: Rule = {
  id: 'call-links-https',
  severity: 'warning',
  must: 'The addresses apply and nextCalls begin with https://.',
  why: 'People type personal data where they apply; without https others in the same network can read or change the page.',
  fix: 'Try the address with https://. If the authority has none, ask it for the page that has.',
  ok: [{ file: 'calls/example-call.md', replace: '  nextCalls', by: '  apply: "https://apply.example.org/"\n  nextCalls' }],
  notOk: [
    { file: 'calls/example-call.md', replace: 'https://calls.example.org/', by: 'http://calls.example.org/' },
    { file: 'calls/example-call.md', replace: '  nextCalls', by: '  apply: "http://apply.example.org/"\n  nextCalls' },
  ],
  *find({ files }) {
    for (const { file, call } of files.entries.filter(isCall))
      for (const field of ['apply', 'nextCalls'] as const)
        if (call[field]?.startsWith('http:')) yield { file, path: ['call', field], what: `${field} is not protected: ${call[field]}` };
  },
};
