import type { PlaceRef, TransportRef } from '../tracking-event.ts';
import type { Leg } from './legs.ts';
import type { Milestone } from './milestone.ts';
import type { Phase } from './phase.ts';

export interface WhereNow {
  /** Null while it is under way, or in parts at several places. */
  readonly place: PlaceRef | null;
  /** What it is aboard; null while it is aboard nothing. */
  readonly transport: TransportRef | null;
}

/**
 * Where the cargo is: aboard what is under way, aboard what has arrived while nobody has told that it came off, else where it
 * was last seen. `legs` and `last` are those of the box that is furthest behind; `isInParts`: its pieces travel apart.
 */
export function whereNow(
  phase: Phase,
  legs: readonly Leg[],
  last: Milestone | null,
  isInParts: boolean,
): WhereNow {
  const carriage = legs.filter((leg) => leg.mode !== 'TRUCK');
  const underway = carriage.findLast((leg) => leg.state === 'UNDERWAY');
  if (underway) return { place: null, transport: underway.transport };
  if (phase !== 'IN_TRANSIT') return { place: last?.place ?? null, transport: null };
  const arrived = carriage.findLast((leg) => leg.state === 'DONE');
  return isInParts || !arrived
    ? { place: null, transport: null }
    : { place: arrived.to, transport: arrived.transport };
}
