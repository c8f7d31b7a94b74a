import type { EventTime, PlaceRef } from '../tracking-event.ts';
import type { Leg } from './legs.ts';

/** That the carriage has ended: when and where the cargo came. */
export interface Arrived {
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  /** Minutes later (or, negative, earlier) than planned; null without a plan. */
  readonly lateMinutes: number | null;
}

/**
 * The told arrival at the end of the carriage, where that is where the cargo goes. Null while a carriage is still to be
 * taken, while the papers name a place that none reaches (`ahead`), and where nobody told an arrival: no time is made up.
 */
export function arrivedAt(legs: readonly Leg[], ahead: PlaceRef | null): Arrived | null {
  const carriage = legs.filter((leg) => leg.mode !== 'TRUCK');
  if (ahead || carriage.some((leg) => leg.state !== 'DONE')) return null;
  const last = carriage.at(-1);
  const time = last?.arrival.actual;
  return last && time ? { time, place: last.to, lateMinutes: last.arrival.lateMinutes } : null;
}
