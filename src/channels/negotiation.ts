/** What a client says it takes, and what it already has. */

/** The type of ours that an Accept header likes best; the first of ours where it likes several the same. Undefined when it takes none. */
export function preferredType(accept: string | undefined, ours: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === '') return ours[0];
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((part) => ({ range: part.split(';', 1)[0]?.trim() ?? '', quality: qualityOf(part) }));
  const liked = ours.map((type, rank) => ({ type, rank, quality: qualityFor(type, ranges) })).filter(({ quality }) => quality > 0);
  return liked.sort((a, b) => b.quality - a.quality || a.rank - b.rank)[0]?.type;
}

/** `;q=0.5` → 0.5; 1 where no figure is given, 0 for one that is no number. */
export function qualityOf(part: string): number {
  const given = /;\s*q=([\d.]+)/i.exec(part)?.[1];
  return given === undefined ? 1 : Number(given) || 0;
}

/** RFC 9110, 12.5.1: the most telling range that fits decides. */
function qualityFor(type: string, ranges: readonly { readonly range: string; readonly quality: number }[]): number {
  const wider = [type, `${type.split('/', 1)[0]}/*`, '*/*'];
  for (const range of wider) {
    const found = ranges.find((one) => one.range === range);
    if (found) return found.quality;
  }
  return 0;
}

/** RFC 9110, 13.1.2: weak comparison, and `*` for any. */
export const holds = (etag: string, given: string | undefined): boolean =>
  given?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;
