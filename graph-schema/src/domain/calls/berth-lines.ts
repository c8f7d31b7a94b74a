import { distanceNm } from '../../geo/distance.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { nearOf, type Near, type Spot } from './call-zones.ts';

/** A berth as an operator's file has it: the line of its quay. */
export interface BerthLine {
  /** UN/LOCODE. */
  readonly port: string;
  readonly terminal: string;
  readonly berth: string;
  readonly ends: readonly [LonLat, LonLat];
}

/** No berth is longer; what seems to be is two ends that do not belong together. */
export const LONGEST_BERTH_NM = 1;
/**
 * So far from the line of the quay (150 m) she lies along it: the beam of the largest ships is 62 m, the antenna stands
 * anywhere on board, a line out of a chart and a position may be 30 m off each, and a second ship may lie outside of her.
 */
const ALONG_NM = 0.08;
/**
 * By so much of the quay (60 m) she is nearer to hers than to any other. A position is that of the antenna and not of her middle, by
 * a third of the length of a feeder; a larger ship has it further off, and a longer berth.
 */
const CLEAR_NM = 0.033;
const NM_PER_DEGREE = 60;

export function nearBerths(berths: readonly BerthLine[]): Near<BerthLine & Spot> {
  const spots = berths.map((one): BerthLine & Spot => ({
    ...one,
    unLocode: one.port,
    code: one.terminal,
    point: middle(one.ends),
  }));
  return nearOf(spots, ({ port, terminal, berth }) => `${port} ${terminal} ${berth}`);
}

/**
 * The berth that holds the middle of what lies at a point; null where none does, or another as well. Of neighbours in line the one is
 * clear of the other by the length of quay between the point and its end, however far off the quay the point is.
 */
export function berthAt(point: LonLat, berths: Near<BerthLine>): BerthLine | null {
  const [nearest, next] = berths(point, LONGEST_BERTH_NM / 2 + ALONG_NM + CLEAR_NM)
    .map(({ one }) => ({ one, nm: nmToLine(point, one.ends) }))
    .sort((a, b) => a.nm - b.nm);
  if (!nearest || nearest.nm > ALONG_NM) return null;
  const isClear = !next || next.nm ** 2 - nearest.nm ** 2 >= CLEAR_NM ** 2;
  return isClear ? nearest.one : null;
}

/** To the nearest point of a line that is short enough to be drawn on a plane. */
function nmToLine(point: LonLat, [a, b]: readonly [LonLat, LonLat]): number {
  const squeeze = Math.cos((point[1] * Math.PI) / 180);
  const flat = ([longitude, latitude]: LonLat): [number, number] => [
    (longitude - point[0]) * squeeze * NM_PER_DEGREE,
    (latitude - point[1]) * NM_PER_DEGREE,
  ];
  const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

/** Length of the quay. */
export function berthNm([a, b]: BerthLine['ends']): number {
  return distanceNm(a, b);
}

function middle([a, b]: BerthLine['ends']): LonLat {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
