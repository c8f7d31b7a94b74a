import type { TrackFix } from './track.ts';

/** What is received within this many seconds was known when it was; only of what came later it is kept when it came. */
const LATE_SECONDS = 300;

/** Late receipts as they are stored: one list of [time of the point, time of receipt] pairs, epoch seconds, by time. */
export type LateReceipts = readonly number[];

/**
 * The receipts of a day after more points were received at one instant (epoch seconds). `stored`: the points that stood
 * before; `kept`: those that stand now. What came in time, by whatever voice, is not late any more.
 */
export function lateReceipts(
  before: LateReceipts,
  stored: readonly TrackFix[],
  received: readonly TrackFix[],
  receivedAt: number,
  kept: readonly TrackFix[],
): number[] {
  const late = unpackLate(before);
  const inTime = new Set(stored.flatMap(([at]) => (late.has(at) ? [] : [at])));
  for (const [at] of received) {
    if (receivedAt - at <= LATE_SECONDS) late.delete(at);
    else if (!inTime.has(at)) late.set(at, Math.min(late.get(at) ?? receivedAt, receivedAt));
  }
  const times = [...new Set(kept.map(([at]) => at))].sort((a, b) => a - b);
  return times.flatMap((at) => {
    const came = late.get(at);
    return came === undefined ? [] : [at, came];
  });
}

/** By the time of a point when it was received, of those that came late. */
export function unpackLate(late: LateReceipts): Map<number, number> {
  const receipts = new Map<number, number>();
  for (let i = 0; i + 1 < late.length; i += 2) {
    const [at, came] = late.slice(i, i + 2);
    if (at !== undefined && came !== undefined) receipts.set(at, came);
  }
  return receipts;
}
