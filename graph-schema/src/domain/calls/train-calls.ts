import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import type { Near, Spot } from './call-zones.ts';
import { stepOf, type DerivedCall } from './derived-call.ts';
import { stopsOf, type StopRule } from './stops.ts';

const STANDING: StopRule = {
  enterKnots: 2,
  leaveKnots: 5,
  enterNm: 0.5,
  leaveNm: 0.8,
  backMinutes: 10,
  leastMinutes: 10,
};
/** Points of stations are known to about three kilometres. */
const STATION_NM = 2;
const KNOWN_SECONDS = 45 * 60;

/**
 * Where a train stopped, and which stations it went through: at the position nearest to each. A stop on the open line is
 * none of a station.
 */
export function trainCalls(fixes: readonly TrackFix[], stations: Near<Spot>): DerivedCall[] {
  const calls: DerivedCall[] = [];
  const add = (code: DerivedCall['code'], at: number, from: number, to: number, spot: Spot) => {
    const [before, after] = [fixes[from], fixes[to]];
    const isKnown = before && after && after[0] - before[0] <= KNOWN_SECONDS;
    if (isKnown)
      calls.push({ code, at: stepOf(at), spot, berth: null, passage: null, between: [before[0], after[0]] });
  };
  const stood = new Set<number>();
  for (const { first, last, center } of stopsOf(fixes, STANDING)) {
    const station = stations(center, STATION_NM)[0]?.one;
    if (!station) continue;
    for (let index = first; index <= last; index += 1) stood.add(index);
    add('ARRIVED', fixes[first]?.[0] ?? 0, first - 1, first, station);
    add('DEPARTED', fixes[last]?.[0] ?? 0, last, last + 1, station);
  }
  for (const { index, station } of nearestOf(fixes, stations)) {
    const isStop = [...stood].some((other) => Math.abs(other - index) <= 2);
    if (!isStop) add('PASSED', fixes[index]?.[0] ?? 0, index - 1, index + 1, station);
  }
  return calls;
}

/** For each stretch of positions about one station the position that comes nearest to it. */
function nearestOf(fixes: readonly TrackFix[], stations: Near<Spot>): { index: number; station: Spot }[] {
  const found: { index: number; station: Spot; nm: number; last: number }[] = [];
  for (const [index, [, longitude, latitude]] of fixes.entries()) {
    const point: LonLat = [longitude, latitude];
    const [near] = stations(point, STATION_NM);
    if (!near) continue;
    const before = found.at(-1);
    if (before && before.station === near.one && before.last === index - 1) {
      before.last = index;
      if (near.nm < before.nm) [before.index, before.nm] = [index, near.nm];
    } else found.push({ index, station: near.one, nm: near.nm, last: index });
  }
  return found;
}
