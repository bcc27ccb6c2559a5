/** What `ponte links` prints, for people. */
import type { Linked } from './addresses';
import type { LinkResult, LinkRun } from './check-all';
import { DAYS_TO_GONE, type LinkCheck, type LinkHistory, type LinkState, stateOfLink } from './history';

interface Row extends Linked {
  readonly state: LinkState | undefined;
  readonly checks: readonly LinkCheck[];
}

/** Gone first, then uncertain, then moved for good; then the sum. `history` holds what this run found. */
export function linkLines(all: readonly Linked[], run: LinkRun, history: LinkHistory): string[] {
  const found = new Map(run.results.flatMap((result) => ('check' in result ? [[result.linked.address, result.check] as const] : [])));
  const rows = all.map((linked): Row => {
    const fresh = found.get(linked.address);
    const checks = history.links[linked.address] ?? (fresh ? [fresh] : []);
    return { ...linked, checks, state: stateOfLink(checks) };
  });
  const of = (state: LinkState | undefined) => rows.filter((row) => row.state === state);
  const moved = of('valid').filter(({ checks }) => checks.at(-1)?.movedTo !== undefined);
  const gone = of('gone');
  return [
    ...section('gone', gone),
    ...section('uncertain', of('uncertain')),
    ...section('moved', moved),
    `${all.length} addresses: ${of('valid').length} valid (${moved.length} of them moved for good), ${gone.length} gone, ${of('uncertain').length} uncertain, ${of(undefined).length} never asked. Asked now: ${found.size}.`,
    ...waitingLine(run.results),
    ...(gone.length > 0 ? ['Gone addresses are still shown to people: replace them in the entries named, then run "ponte check".'] : []),
  ];
}

const section = (name: string, rows: readonly Row[]): string[] =>
  rows.flatMap(({ address, checks, stands }) => [
    `${name.padEnd(10)} ${address}`,
    `           ${noteOf(checks)}`,
    ...stands.map((stand) => `           in ${stand}`),
  ]);

function noteOf(checks: readonly LinkCheck[]): string {
  const last = checks.at(-1);
  if (!last) return '';
  if (last.found === 'there') return last.movedTo === undefined ? last.why : `now ${last.movedTo}`;
  const missing = checks.slice(checks.findLastIndex(({ found }) => found === 'there') + 1).filter(({ found }) => found !== 'unsure');
  const days = missing.map(({ day, why }) => `${why} on ${day}`).join(', ');
  if (last.found === 'unsure') return [`${last.why} on ${last.day}`, days].filter(Boolean).join('; before: ');
  return `${days}${missing.length < DAYS_TO_GONE ? ` (gone after ${DAYS_TO_GONE} different days)` : ''}`;
}

function waitingLine(results: readonly LinkResult[]): string[] {
  const until = new Map(results.flatMap((result) => ('waits' in result ? [[result.linked.host, result.waits] as const] : [])));
  if (until.size === 0) return [];
  const hosts = [...until].map(([host, waits]) => `${host} until ${waits.slice(0, 16).replace('T', ' ')} UTC`);
  return [`Left in peace, because they had trouble: ${hosts.join(', ')}.`];
}
