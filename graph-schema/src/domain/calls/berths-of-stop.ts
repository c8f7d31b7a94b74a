import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import { berthAt, type BerthLine } from './berth-lines.ts';
import type { Near } from './call-zones.ts';
import type { Stop } from './stops.ts';

/**
 * Her first and her last hours in a stop say at which berth she made fast and which she left: she may be shifted along the quay without
 * a stop of its own. So the berth that she came to stays what it was, however long she lies.
 */
const FAST_SECONDS = 3 * 3600;

/** At which berth she made fast, and which she left; null where no berth or more than one holds her. */
export function berthsOfStop(
  fixes: readonly TrackFix[],
  { first, last }: Stop,
  berths: Near<BerthLine>,
): [came: BerthLine | null, left: BerthLine | null] {
  const stay = fixes.slice(first, last + 1);
  const [from, to] = [stay[0]?.[0] ?? 0, stay.at(-1)?.[0] ?? 0];
  const came = stay.filter(([at]) => at - from <= FAST_SECONDS);
  const left = stay.filter(([at]) => to - at <= FAST_SECONDS);
  return [berthAt(middleOf(came), berths), berthAt(middleOf(left), berths)];
}

/** The median, which some positions on the way to the quay, or wrong ones, do not move. */
function middleOf(fixes: readonly TrackFix[]): LonLat {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return [median(fixes.map((fix) => fix[1])), median(fixes.map((fix) => fix[2]))];
}
