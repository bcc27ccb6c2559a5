/** Calls that are open to others, or at another time, than before the edit. */
import { type AreaCode, narrowness } from '../../domain/area';
import { type CallState, stateOfCall } from '../../domain/call-state';
import { type CallEntry, isCall } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { textIn } from '../../domain/locale';
import type { Profile, ProfilePart } from '../../domain/profile';
import { matchCalls } from '../../eligibility/match-calls';
import type { Versions } from './open-folder';

/** Ids that fit a call now and did not, and the reverse. */
export interface Flip {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

export interface CallChange {
  readonly id: string;
  readonly title: string;
  /** Absent for a call that is not there. */
  readonly before?: CallState;
  readonly after?: CallState;
  readonly flips: Readonly<Record<ProfilePart, Flip>>;
  /** Sample profiles (area × applicant × topic) that are shown this call on one side only, of how many. */
  readonly profiles: { readonly flipped: number; readonly of: number };
}

type Samples = Readonly<Record<ProfilePart, readonly string[]>>;
type Fits = Readonly<Record<ProfilePart, ReadonlySet<string>>>;

/** Countries and groups of regions (NUTS level 1): 1 and 2 in `narrowness`. */
const NARROWEST_SAMPLE = 2;

export function compareCalls({ base, edited }: Versions, at: Date): CallChange[] {
  const samples = samplesOf(base, edited);
  const before = callsOf(base);
  const after = callsOf(edited);
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    // Folders that were opened together share what is the same in both.
    if (was === is && base.vocabularies === edited.vocabularies) return [];
    const change = describe(was, is, at, flipsOf(fitsOf(was, base, samples, at), fitsOf(is, edited, samples, at), samples));
    return change && (change.before !== change.after || change.profiles.flipped > 0) ? [change] : [];
  });
}

const callsOf = (knowledge: KnowledgeBase): Map<string, CallEntry> =>
  new Map(knowledge.entries.filter(isCall).map((call) => [call.id, call]));

/** Every area of a country or wider group of regions, and the applicants and topics that calls name on either side. */
function samplesOf(...versions: readonly KnowledgeBase[]): Samples {
  const calls = versions.flatMap(({ entries }) => entries.filter(isCall));
  const areas = versions.flatMap(({ vocabularies }) =>
    [...vocabularies.areas.keys()].filter((code) => narrowness(code) <= NARROWEST_SAMPLE),
  );
  const listed = (about: 'applicant' | 'topic') =>
    calls.flatMap(({ call }) =>
      call.criteria.filter((one) => one.about === about).flatMap(({ value }) => (Array.isArray(value) ? value : [])),
    );
  const unique = (ids: readonly string[]) => [...new Set(ids)].sort();
  return {
    area: unique(areas),
    applicant: unique([...calls.flatMap(({ audience }) => audience), ...listed('applicant')]),
    topic: unique([...calls.flatMap(({ topics }) => topics), ...listed('topic')]),
  };
}

/**
 * Which samples of each part the call is shown to. Each criterion looks at one part of a profile alone, so a whole profile fits when
 * each of its parts does: 88 + 50 + 60 looks instead of 88 × 50 × 60.
 */
function fitsOf(call: CallEntry | undefined, { vocabularies }: KnowledgeBase, samples: Samples, at: Date): Fits {
  const isShown = (profile: Profile) => call !== undefined && matchCalls([call], profile, vocabularies, at, 1).length > 0;
  return {
    area: new Set(samples.area.filter((area: AreaCode) => isShown({ area }))),
    applicant: new Set(samples.applicant.filter((applicant) => isShown({ applicant }))),
    topic: new Set(samples.topic.filter((topic) => isShown({ topic }))),
  };
}

const PARTS: readonly ProfilePart[] = ['area', 'applicant', 'topic'];

function flipsOf(before: Fits, after: Fits, samples: Samples): Pick<CallChange, 'flips' | 'profiles'> {
  const flip = (part: ProfilePart): Flip => ({
    gained: [...after[part]].filter((id) => !before[part].has(id)),
    lost: [...before[part]].filter((id) => !after[part].has(id)),
  });
  const product = (count: (part: ProfilePart) => number) => PARTS.reduce((all, part) => all * count(part), 1);
  const both = product((part) => [...before[part]].filter((id) => after[part].has(id)).length);
  const flipped = product((part) => before[part].size) + product((part) => after[part].size) - 2 * both;
  return {
    flips: { area: flip('area'), applicant: flip('applicant'), topic: flip('topic') },
    profiles: { flipped, of: product((part) => samples[part].length) },
  };
}

function describe(
  was: CallEntry | undefined,
  is: CallEntry | undefined,
  at: Date,
  flips: Pick<CallChange, 'flips' | 'profiles'>,
): CallChange | undefined {
  const call = is ?? was;
  if (!call) return undefined;
  return {
    id: call.id,
    title: textIn(call.title, 'en', call.locale).text,
    ...(was && { before: stateOfCall(was.call, was.reviewBy, at) }),
    ...(is && { after: stateOfCall(is.call, is.reviewBy, at) }),
    ...flips,
  };
}
