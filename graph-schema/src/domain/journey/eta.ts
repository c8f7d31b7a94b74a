import type { ComputedBasis } from '../eta/computed-claim.ts';
import type { EtaAnswer } from '../eta/derive-eta.ts';
import type { EtaBasis } from '../eta/telling.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';
import type { Voice } from './facts.ts';
import { minutesLate } from './lateness.ts';
import type { Leg } from './legs.ts';

/** When the cargo arrives at the end of its carriage, by the source that is relied on. */
export interface Eta {
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  /** Who says so. */
  readonly voice: Voice;
  /** The claim that says so. */
  readonly claimId: string;
  readonly basis: EtaBasis;
  /** What a computed one rests on, with its band; null of what others tell. */
  readonly computed: ComputedBasis | null;
  /** Computed, and nearer to the truth in the past than what others estimate. */
  readonly isProven: boolean;
  /** Minutes later (or, negative, earlier) than planned; null without a plan. */
  readonly lateMinutes: number | null;
  /** UTC, ISO 8601: since when it has passed without an arrival; null while it has not. An estimate never becomes an actual. */
  readonly overdueSince: string | null;
}

/**
 * The best ETA beside the plan. Null when it has arrived or nobody says; and what is told only of a ship that it is not
 * on, or of a port where it does not go, is history and no answer. Ahead of the known carriage (`ahead`) there is no plan.
 */
export function etaOf(
  { best, overdueSince }: EtaAnswer,
  legs: readonly Leg[],
  ahead: PlaceRef | null,
): Eta | null {
  if (!best?.isOnTarget) return null;
  const last = legs.findLast((leg) => leg.mode !== 'TRUCK');
  const planned = last?.to && ahead ? null : (last?.arrival.planned ?? null);
  const { time, place, voice, claimId, basis, computed, isProven } = best;
  const since = overdueSince === null ? null : new Date(overdueSince).toISOString();
  return {
    time,
    place,
    voice,
    claimId,
    basis,
    computed,
    isProven,
    lateMinutes: minutesLate(planned, time),
    overdueSince: since,
  };
}
