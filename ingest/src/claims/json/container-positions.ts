import { positionReport, type PositionReport } from 'graph-schema/domain/position';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';

/** Where a device saw boxes, once each however many papers the claims name; none of what has not happened yet. */
export function containerPositions(
  events: readonly TrackingEvent[],
  latitude: number | null,
  longitude: number | null,
): PositionReport[] {
  if (latitude === null || longitude === null) return [];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return [];
  const positions = new Map<string, PositionReport>();
  for (const { equipment, classifier, time } of events) {
    if (equipment?.kind !== 'CONTAINER' || classifier !== 'ACTUAL') continue;
    const subject = `CONTAINER:${equipment.reference}`;
    positions.set(subject, positionReport({ subject, at: time.instant, latitude, longitude }));
  }
  return [...positions.values()];
}
