import { isCall } from '../../../domain/entry';
import type { Rule } from '../rule';

export const amountsAgree: Rule = {
  id: 'amounts-agree',
  severity: 'error',
  must: 'The least amount is not more than the most.',
  why: 'People are told a range that nothing can lie in.',
  fix: 'Compare min and max with the source; one of them has a digit too many, or they changed places.',
  ok: [{ file: 'calls/example-call.md', replace: 'what: grant, max: 50000', by: 'what: grant, min: 50000, max: 50000' }],
  notOk: [
    { file: 'calls/example-call.md', replace: 'what: grant, max: 50000', by: 'what: grant, min: 500000, max: 50000' },
    { file: 'calls/example-call.md', replace: '  nextCalls', by: '  supportRate: { min: 80, max: 8 }\n  nextCalls' },
  ],
  *find({ files }) {
    for (const { file, call } of files.entries.filter(isCall)) {
      for (const [n, { min, max }] of call.amounts.entries())
        if (min !== undefined && max !== undefined && min > max)
          yield { file, path: ['call', 'amounts', n], what: `the amount has min ${min} and max ${max}` };
      const { min, max } = call.supportRate ?? {};
      if (min !== undefined && max !== undefined && min > max)
        yield { file, path: ['call', 'supportRate'], what: `supportRate has min ${min} and max ${max}` };
    }
  },
};
