/** Profile × call → a verdict for each criterion. Three-valued: what was not told stays unknown, what a machine cannot check says so. */
import { type AreaCode, areaServes, isOutsideEu } from '../domain/area';
import type { Criterion, Verdict, VerdictState } from '../domain/criterion';
import type { CallEntry } from '../domain/entry';
import type { Profile } from '../domain/profile';
import { type Term, type Vocabularies, widenTerm } from '../domain/vocabulary';

/** The written criteria, plus area and audience of the entry where no criterion states them. Those have an empty quote. */
export function criteriaOf(entry: CallEntry): readonly Criterion[] {
  const written = entry.call.criteria;
  const states = (about: Criterion['about']) => written.some((one) => one.about === about && one.operator !== 'needs-a-person');
  const implied: Criterion[] = [];
  if (!states('area')) implied.push({ id: 'entry-area', about: 'area', operator: 'one-of', value: [...entry.areas], quote: '' });
  if (!states('applicant') && entry.audience.length > 0)
    implied.push({ id: 'entry-audience', about: 'applicant', operator: 'one-of', value: [...entry.audience], quote: '' });
  return [...implied, ...written];
}

export function judge(entry: CallEntry, profile: Profile, vocabularies: Vocabularies): readonly Verdict[] {
  return criteriaOf(entry).map((criterion) => ({ criterion, state: judgeOne(criterion, profile, vocabularies) }));
}

function judgeOne(criterion: Criterion, profile: Profile, vocabularies: Vocabularies): VerdictState {
  if (criterion.operator === 'needs-a-person') return 'needs-a-person';
  const listed = Array.isArray(criterion.value) ? criterion.value : undefined;
  // Numbers (age, size) are not asked for yet: they stay unknown until a person says them.
  if (!listed) return 'unknown';
  const isListed = membership(criterion.about, listed, profile, vocabularies);
  if (isListed === 'unknown' || isListed === 'needs-a-person') return isListed;
  return (isListed === 'yes') === (criterion.operator === 'one-of') ? 'met' : 'not-met';
}

type Membership = 'yes' | 'no' | 'unknown' | 'needs-a-person';

function membership(about: Criterion['about'], listed: readonly string[], profile: Profile, vocabularies: Vocabularies): Membership {
  if (about === 'area') return areaMembership(listed, profile.area);
  if (about === 'applicant') return termMembership(listed, profile.applicant, vocabularies.applicants);
  if (about === 'topic') return termMembership(listed, profile.topic, vocabularies.topics);
  return 'unknown';
}

/** Somebody "in Spain" may or may not be in Aragón; what is for the Union is for Albania only where an agreement says so. */
function areaMembership(listed: readonly string[], area: AreaCode | null | undefined): Membership {
  if (!area) return 'unknown';
  const serving = listed.filter((one) => areaServes(one, area));
  if (serving.length > 0) return isOutsideEu(area) && serving.every((one) => one === 'EU') ? 'needs-a-person' : 'yes';
  return listed.some((one) => areaServes(area, one)) ? 'unknown' : 'no';
}

/** A company may or may not be a cooperative; an insertion company is a social enterprise. */
function termMembership(listed: readonly string[], id: string | null | undefined, terms: ReadonlyMap<string, Term>): Membership {
  if (!id) return 'unknown';
  if (widenTerm(terms, id).some((one) => listed.includes(one))) return 'yes';
  return listed.some((one) => widenTerm(terms, one).includes(id)) ? 'unknown' : 'no';
}
