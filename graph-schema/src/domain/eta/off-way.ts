import { wrapLongitude, type LonLat } from '../../geo/lon-lat.ts';
import type { MeasuredWay, PlannedStop } from './planned-way.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import { stopsAhead, type EtaMap, type KnownRun } from './predict-run.ts';
import type { EtaFix, MeasuredLine } from './predict-way.ts';
import type { FenceCrossing } from './way-fence.ts';

/** On which side of each fence (by its half width) a run was told to be last, and since when. */
export type FencesTold = ReadonlyMap<number, Pick<FenceCrossing, 'isOut' | 'at'>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A way with the miles at which the stop that was left last lies on it. */
interface Expected {
  readonly line: MeasuredLine;
  readonly leftNm: number;
}

/**
 * Where a run left the fences around its expected way, or came back, since that was told last: by its positions alone, one in
 * an hour, and only where the next one is on the same side. The way is what lies ahead: who turns round leaves it as well.
 * Any way that the ship may take counts, as with and without a call, or around a canal. Nothing is told of a run that nobody
 * said to have taken the cargo.
 */
export function crossingsOf(
  run: KnownRun,
  map: EtaMap,
  policy: PredictionPolicy,
  told: FencesTold,
  now: number,
): FenceCrossing[] {
  const { mode } = run.leg;
  const stops = stopsAhead(run, map, policy);
  const left = stops?.findLastIndex(({ departedAt }) => departedAt !== null && departedAt <= now) ?? -1;
  const leftAt = stops?.[left]?.departedAt ?? null;
  if (!stops || leftAt === null) return [];
  const fixes = hourly(run.track, Math.max(leftAt, now - policy.fixes.days * DAY_MS), now);
  if (fixes.length === 0) return [];
  const ways = waysOf(mode, stops, left, map);
  return policy.fencesNm[mode]
    .flatMap((nm) => crossed(fixes, sidesOf(fixes, ways, nm), nm, told.get(nm)))
    .sort((a, b) => a.at - b.at || a.nm - b.nm);
}

/** Through all stops, without one that it has not left yet, and around each canal ahead. */
function waysOf(mode: 'VESSEL' | 'RAIL', stops: readonly PlannedStop[], left: number, map: EtaMap): Expected[] {
  const ahead = mode === 'RAIL' ? [] : stops.slice(left + 1, -1);
  const without = (gone: PlannedStop) => stops.filter((stop) => stop !== gone);
  const expected = ({ line, atNm }: MeasuredWay): Expected => ({ line, leftNm: atNm[left] ?? 0 });
  return [
    expected(map.measure(mode, stops)),
    ...ahead.map((stop) =>
      expected(map.measure(mode, without(stop), stop.kind === 'CANAL' ? stop.place : undefined)),
    ),
  ];
} // prettier-ignore

/** The first position in each hour, so that another one heard in it changes nothing. */
function hourly(track: readonly EtaFix[], from: number, now: number): EtaFix[] {
  const first = new Map<number, EtaFix>();
  const begin = Math.floor(from / HOUR_MS);
  for (const fix of [...track].sort((a, b) => a.at - b.at)) {
    const hour = Math.floor(fix.at / HOUR_MS);
    const isKnown = fix.at <= now && fix.receivedAt <= now;
    if (isKnown && hour >= begin && fix.at >= from - HOUR_MS && !first.has(hour)) first.set(hour, fix);
  }
  return [...first.values()];
}

/** Who comes back is nearer than this share of the fence, so that what sails along it does not go out and in. */
const BACK = 0.9;

/**
 * Of each position whether it is out of the fence: along no way does it lie ahead of where the ones before were. Null where it
 * lies on the fence itself.
 */
function sidesOf(fixes: readonly EtaFix[], ways: readonly Expected[], nm: number): (boolean | null)[] {
  const along = ways.map(({ leftNm }) => leftNm);
  return fixes.map(({ position }) => {
    let side: boolean | null = true;
    for (const [index, { line }] of ways.entries()) {
      // The earliest place that it can be at: a way may come by the same water twice.
      const at = firstWithin(line, position, along[index] ?? 0, nm);
      if (at === null) continue;
      along[index] = at;
      if (side) side = null;
      if (firstWithin(line, position, at, nm * BACK) !== null) side = false;
    }
    return side;
  });
}

function crossed(
  fixes: readonly EtaFix[],
  sides: readonly (boolean | null)[],
  nm: number,
  told: { readonly isOut: boolean; readonly at: number } | undefined,
): FenceCrossing[] {
  const crossings: FenceCrossing[] = [];
  let isOut = told?.isOut ?? false;
  fixes.forEach(({ at }, index) => {
    const side = sides[index] ?? null;
    if (at <= (told?.at ?? -Infinity) || side === null || side === isOut || sides[index + 1] !== side) return;
    isOut = side;
    crossings.push({ isOut, nm, at, before: fixes[index - 1]?.at ?? null });
  });
  return crossings;
}

/** The first place on a line, from so many miles on, that lies within so many miles of a point; null: none does. */
function firstWithin(
  { points, along }: MeasuredLine,
  point: LonLat,
  from: number,
  nm: number,
): number | null {
  for (let index = 1; index < points.length; index += 1) {
    const [a, b, start, end] = [points[index - 1], points[index], along[index - 1], along[index]];
    if (!a || !b || start === undefined || end === undefined || end < from) continue;
    // A degree of latitude is 60 nm whatever the longitude: too far north or south is too far.
    const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
    if ((point[1] - north) * 60 > nm || (south - point[1]) * 60 > nm) continue;
    const share = enters(a, b, point, nm, end > start ? Math.max(0, (from - start) / (end - start)) : 0);
    if (share !== null) return start + share * (end - start);
  }
  return null;
}

/** The first share of a short line, from one on, at which it is within so many miles of a point, the Earth taken as flat around it. */
function enters(a: LonLat, b: LonLat, point: LonLat, nm: number, from: number): number | null {
  const narrow = Math.cos((point[1] * Math.PI) / 180) * 60;
  const flat = (to: LonLat) => [wrapLongitude(to[0] - point[0]) * narrow, (to[1] - point[1]) * 60] as const;
  const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
  const [dx, dy] = [bx - ax, by - ay];
  if (Math.hypot(ax + from * dx, ay + from * dy) <= nm) return from;
  const [square, slope] = [dx * dx + dy * dy, ax * dx + ay * dy];
  const root = slope * slope - square * (ax * ax + ay * ay - nm * nm);
  if (square === 0 || root < 0) return null;
  const share = (-slope - Math.sqrt(root)) / square;
  return share > from && share <= 1 ? share : null;
}
