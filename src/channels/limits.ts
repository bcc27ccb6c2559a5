/** How fast callers may be, by what they do. */
import type { Pace } from '../domain/rate-limit';

export interface Limits {
  /** New tokens, per address of the caller. */
  readonly tokens: Pace;
  /** Messages, per conversation. */
  readonly activities: Pace;
  /** Attempts to sign in to the staff pages, per address of the caller. */
  readonly signIns: Pace;
}

/** An office behind one address may open many conversations; a person types one message a second at most. */
export const DEFAULT_LIMITS: Limits = {
  tokens: { burst: 120, perSecond: 2 },
  activities: { burst: 30, perSecond: 1 },
  signIns: { burst: 5, perSecond: 0.1 },
};
const NO_LIMIT: Pace = { burst: Infinity, perSecond: 0 };
export const NO_LIMITS: Limits = { tokens: NO_LIMIT, activities: NO_LIMIT, signIns: NO_LIMIT };
