/** `budgetOverview`: JSON in a string, with the budgets of every topic of a call. */
import { z } from 'zod';
import type { Amount } from '../../domain/entry';

const Action = z.looseObject({ action: z.string().optional(), budgetYearMap: z.record(z.string(), z.unknown()).optional() });
const Overview = z.looseObject({ budgetTopicActionMap: z.record(z.string(), z.array(Action)) });

/** What the topic can give in all; undefined when the overview does not say it for certain. */
export function readBudget(text: string | undefined, identifier: string): Amount | undefined {
  const overview = Overview.safeParse(jsonOf(text));
  if (!overview.success) return undefined;
  const wanted = identifier.toUpperCase();
  const actions = Object.values(overview.data.budgetTopicActionMap)
    .flat()
    .filter(({ action }) => new RegExp(`^${wanted.replace(/[^A-Z0-9]/g, '\\$&')}(?![A-Z0-9-])`).test((action ?? '').toUpperCase()));
  const sums = actions
    .flatMap(({ budgetYearMap }) => Object.values(budgetYearMap ?? {}))
    .map((sum) => Number(String(sum).replace(/[ ,]/g, '')));
  const max = sums.reduce((all, one) => all + one, 0);
  return Number.isFinite(max) && max > 0 ? { what: 'total', max, currency: 'EUR', about: false } : undefined;
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
