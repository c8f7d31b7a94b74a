import type { Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';

/** The moves of a box and, at the same time and place, one claim for each damage that was noted on it. */
export function withDamages(moves: readonly TrackingEvent[], damages: readonly Reason[]): TrackingEvent[] {
  const [move] = moves;
  if (!move || damages.length === 0) return [...moves];
  return [...moves, ...damages.map((reason) => ({ ...move, code: 'DAMAGED' as const, reason }))];
}
