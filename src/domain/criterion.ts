/** One condition of a call, and what a profile makes of it. */
import { z } from 'zod';

/**
 * `applicant` and `topic` hold vocabulary ids, `area` NUTS codes. `needs-a-person` is a condition no machine can check:
 * it is shown as such, never counted as met.
 */
export const Criterion = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    about: z.enum(['applicant', 'area', 'topic', 'age', 'size', 'partners', 'registration', 'other']),
    operator: z.enum(['one-of', 'none-of', 'at-least', 'at-most', 'needs-a-person']),
    value: z.union([z.array(z.string().min(1)).min(1), z.number()]).optional(),
    /** Literal text of the entry's body. */
    quote: z.string().trim().min(1),
  })
  .superRefine((criterion, context) => {
    const wanted = { 'one-of': 'list', 'none-of': 'list', 'at-least': 'number', 'at-most': 'number', 'needs-a-person': 'none' }[
      criterion.operator
    ];
    const given = criterion.value === undefined ? 'none' : Array.isArray(criterion.value) ? 'list' : 'number';
    if (wanted !== given)
      context.addIssue({ code: 'custom', path: ['value'], message: `"${criterion.operator}" takes a value of this kind: ${wanted}` });
  });
export type Criterion = z.infer<typeof Criterion>;

/** What a profile makes of one criterion. */
export type VerdictState = 'met' | 'not-met' | 'unknown' | 'needs-a-person';

export interface Verdict {
  readonly criterion: Criterion;
  readonly state: VerdictState;
}
