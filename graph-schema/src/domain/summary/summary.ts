import type { EventCode } from '../event-code.ts';
import { awaitedArrival, closedArrivals } from '../eta/awaited-arrival.ts';
import type { Actor, ExceptionKind, JourneyException, Severity } from '../exceptions/exception.ts';
import type { Journey } from '../journey/derive-journey.ts';
import type { Phase } from '../journey/phase.ts';
import type { LeafKind, Readiness, ReleaseActor } from '../release/readiness.ts';
import { SEVERITIES } from '../exceptions/exception.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';

/** What lists and watches need of a journey, as it was at one instant; written down with what it was derived from. */
export interface ShipmentSummary {
  readonly phase: Phase;
  readonly place: PlaceRef | null;
  readonly destination: PlaceRef | null;
  readonly next: SummaryStep | null;
  readonly eta: SummaryEta | null;
  /** Open ones, the gravest first. */
  readonly exceptions: readonly SummaryException[];
  readonly readiness: readonly SummaryReadiness[];
  /** Run and place of the arrival that it waits for, and of the last one by ship or train; null: none. */
  readonly awaits: string | null;
  readonly came: string | null;
  /** Epoch milliseconds, service time; null: only a new fact changes it. */
  readonly changesAt: number | null;
}

export interface SummaryStep {
  readonly code: EventCode;
  readonly place: PlaceRef | null;
  readonly time: EventTime | null;
  readonly overdueSince: string | null;
}

export interface SummaryEta {
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly basis: string;
  readonly lateMinutes: number | null;
  readonly overdueSince: string | null;
}

export interface SummaryException {
  /** As of the journey's exception: the same while it lasts. */
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly severity: Severity;
  readonly openedAt: number;
  readonly actor: Actor;
}

export interface SummaryReadiness {
  readonly container: string | null;
  readonly place: PlaceRef;
  readonly regime: Readiness['regime'];
  readonly verdict: Readiness['verdict'];
  readonly blocking: LeafKind | null;
  readonly actor: ReleaseActor | null;
}

export function summaryOf(journey: Journey): ShipmentSummary {
  const { phase, currentPlace, destination, next, eta, changesAt } = journey;
  return {
    phase,
    place: currentPlace,
    destination,
    next: next && { code: next.code, place: next.place, time: next.time, overdueSince: next.overdueSince },
    eta: eta && {
      time: eta.time,
      place: eta.place,
      basis: eta.basis,
      lateMinutes: eta.lateMinutes,
      overdueSince: eta.overdueSince,
    },
    exceptions: openExceptions(journey.exceptions),
    readiness: journey.readiness.map(readinessOf),
    awaits: awaitedArrival(journey.legs)?.key ?? null,
    came: closedArrivals(journey.legs).at(-1)?.key ?? null,
    changesAt,
  };
}

/** Of exceptions those that are open, as summaries have them, in their order. */
export function openExceptions(exceptions: readonly JourneyException[]): SummaryException[] {
  return exceptions.filter(({ closedAt }) => closedAt === null).map(exceptionOf);
}

/** How grave the gravest open exception is; null: none is open. */
export function attentionOf({ exceptions }: Pick<ShipmentSummary, 'exceptions'>): Severity | null {
  return SEVERITIES.findLast((severity) => exceptions.some((one) => one.severity === severity)) ?? null;
}

function exceptionOf({ id, kind, severity, openedAt, actor }: JourneyException): SummaryException {
  return { id, kind, severity, openedAt, actor };
}

function readinessOf({ container, place, regime, verdict, blocking }: Readiness): SummaryReadiness {
  const leaf = blocking && blocking.kind !== 'ALL' && blocking.kind !== 'FULL_DECLARATION' ? blocking.kind : null;
  return { container, place, regime, verdict, blocking: leaf, actor: blocking?.actor ?? null };
} // prettier-ignore
