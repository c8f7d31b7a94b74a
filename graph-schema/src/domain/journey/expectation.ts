import { isDeadline, type EventCode } from '../event-code.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';
import { isBackUnshipped } from './completion.ts';
import { isSamePlace } from './destination.ts';
import type { Voice } from './facts.ts';
import type { Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';
import type { Phase } from './phase.ts';

/** On what an expectation rests. An expectation of `USUAL_ORDER` is what normally follows; nobody announced it. */
export type Basis = 'PLANNED' | 'ESTIMATED' | 'USUAL_ORDER';

export interface ExpectedStep {
  readonly code: EventCode;
  readonly place: PlaceRef | null;
  readonly time: EventTime | null;
  readonly basis: Basis;
}

export interface Eta {
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly voice: Voice | null;
  readonly basis: Exclude<Basis, 'USUAL_ORDER'>;
  /** Minutes later (or, negative, earlier) than planned; null without a plan. */
  readonly lateMinutes: number | null;
}

/** The first step that somebody announced and that has not happened; else what usually follows. */
export function nextStep(
  milestones: readonly Milestone[],
  legs: readonly Leg[],
  phase: Phase,
): ExpectedStep | null {
  if (phase === 'COMPLETED') return null;
  if (milestones.length === 0) return null;
  const last = milestones.findLast((m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL');
  const after = last ? Date.parse(last.time.instant) : 0;
  const announced = milestones.find(
    (m) =>
      m.dimension === 'LOGISTICS' &&
      m.classifier !== 'ACTUAL' &&
      !isDeadline(m.code) &&
      Date.parse(m.time.instant) > after,
  );
  if (announced) {
    const basis = announced.classifier === 'ESTIMATED' ? 'ESTIMATED' : 'PLANNED';
    return { code: announced.code, place: announced.place, time: announced.time, basis };
  }
  const own = milestones.filter(
    (m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL' && !m.inherited,
  );
  if (isBackUnshipped(own)) return null;
  // Nothing leaves a port while a paper waits for its release: that is the step that comes first.
  if (last && LANDED.has(last.code) && awaitsRelease(milestones)) {
    return { code: 'DECL_RELEASED', place: last.place, time: null, basis: 'USUAL_ORDER' };
  }
  const usual = isAirCargo(milestones)
    ? usualByAir(last ?? null, legs, phase)
    : usualNext(last ?? null, legs, phase);
  return usual && { ...usual, time: null, basis: 'USUAL_ORDER' };
}

const LANDED: ReadonlySet<string> = new Set(['DISCHARGED', 'CHECKED_IN', 'INSPECTED']);
const DECLARED: ReadonlySet<string> = new Set(['DECL_SUBMITTED', 'DECL_RECEIVED']);
const FREED: ReadonlySet<string> = new Set([
  'DECL_RELEASED',
  'RELEASED_ON_GUARANTEE',
  'DECL_CANCELLED',
  'DECL_CLOSED',
]);

/** A declaration that customs have and have not let go. */
function awaitsRelease(milestones: readonly Milestone[]): boolean {
  const actual = milestones.filter((m) => m.classifier === 'ACTUAL');
  const freed = new Set(actual.filter((m) => FREED.has(m.code)).map((m) => m.document));
  return actual.some((m) => DECLARED.has(m.code) && !freed.has(m.document));
}

function usualNext(
  last: Milestone | null,
  legs: readonly Leg[],
  phase: Phase,
): { code: EventCode; place: PlaceRef | null } | null {
  const underway = legs.findLast((leg) => leg.state === 'UNDERWAY' && leg.mode !== 'TRUCK');
  if (underway) return { code: 'ARRIVED', place: underway.to };
  const planned = legs.find((leg) => leg.state === 'PLANNED');
  switch (last?.code) {
    case undefined:
    case 'BOOKED':
      return { code: 'GATED_OUT', place: null };
    case 'GATED_IN':
    case 'RECEIVED':
    case 'MANIFESTED':
      return { code: 'LOADED', place: planned?.from ?? last?.place ?? null };
    case 'ARRIVED':
      return { code: 'DISCHARGED', place: last?.place ?? null };
    case 'DISCHARGED':
    case 'CHECKED_IN':
    case 'INSPECTED':
      return planned || phase === 'AT_TRANSSHIPMENT'
        ? { code: 'LOADED', place: planned?.from ?? last?.place ?? null }
        : { code: 'GATED_OUT', place: last?.place ?? null };
    case 'GATED_OUT':
      return last?.loadState === 'EMPTY' || phase === 'AT_TRANSSHIPMENT'
        ? { code: 'GATED_IN', place: null }
        : { code: 'DELIVERED', place: null };
    case 'DELIVERED':
    case 'STRIPPED':
      return last && last.containers.length > 0 ? { code: 'GATED_IN', place: null } : null;
    default:
      return planned ? { code: 'DEPARTED', place: planned.from } : null;
  }
}

function isAirCargo(milestones: readonly Milestone[]): boolean {
  return milestones.some(
    (m) => m.transport?.mode === 'AIR' || m.document?.startsWith('AWB:') || m.document?.startsWith('HAWB:'),
  );
}

/** Cargo-IMP's order: RCS, MAN, DEP, ARR, RCF, NFD, DLV. */
function usualByAir(
  last: Milestone | null,
  legs: readonly Leg[],
  phase: Phase,
): { code: EventCode; place: PlaceRef | null } | null {
  const underway = legs.findLast((leg) => leg.state === 'UNDERWAY');
  if (underway) return { code: 'ARRIVED', place: underway.to };
  // Pieces that were left behind go before those that have arrived are handed over.
  const planned = legs.find((leg) => leg.state === 'PLANNED');
  if (planned) return { code: 'DEPARTED', place: planned.from };
  const place = last?.place ?? null;
  switch (last?.code) {
    case undefined:
    case 'BOOKED':
      return { code: 'RECEIVED', place };
    case 'ARRIVED':
      return { code: 'CHECKED_IN', place };
    case 'CHECKED_IN':
      return { code: phase === 'AT_TRANSSHIPMENT' ? 'DEPARTED' : 'NOTIFIED', place };
    case 'NOTIFIED':
      return { code: 'DELIVERED', place };
    case 'DELIVERED':
      return null;
    default:
      return { code: 'DEPARTED', place };
  }
}

/**
 * The best arrival told for the end of the carriage; null when it has arrived, or nobody has said. Where the carriage
 * that is known ends before the destination (`ahead`), an arrival at its end is none at the destination.
 */
export function etaOf(
  milestones: readonly Milestone[],
  legs: readonly Leg[],
  ahead: PlaceRef | null = null,
): Eta | null {
  const last = legs.findLast((leg) => leg.mode !== 'TRUCK');
  const beyond = last?.to ? ahead : null;
  if (!last || (last.state === 'DONE' && !beyond)) return null;
  const candidates = milestones.filter(
    (m) =>
      m.classifier !== 'ACTUAL' &&
      (m.code === 'ARRIVED' || m.code === 'DISCHARGED' || m.code === 'CHECKED_IN') &&
      (beyond
        ? m.place !== null && isSamePlace(m.place, beyond)
        : (m.run === null || m.run === last.id) &&
          (last.to === null || placeOf(m.place) === placeOf(last.to))),
  );
  const estimated = candidates.filter((m) => m.classifier === 'ESTIMATED');
  const best =
    (estimated.length > 0 ? estimated : candidates).find((m) => m.code === 'ARRIVED') ??
    estimated[0] ??
    candidates[0];
  if (!best) return null;
  const planned = beyond ? null : last.arrival.planned;
  return {
    time: best.time,
    place: best.place,
    voice: best.claims[0]?.voices[0] ?? null,
    basis: best.classifier === 'ESTIMATED' ? 'ESTIMATED' : 'PLANNED',
    lateMinutes: planned
      ? Math.round((Date.parse(best.time.instant) - Date.parse(planned.instant)) / 60_000)
      : null,
  };
}
