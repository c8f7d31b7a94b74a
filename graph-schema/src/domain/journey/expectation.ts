import { isDeadline, type EventCode } from '../event-code.ts';
import { endOf } from '../event-time.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';
import { isBackUnshipped } from './completion.ts';
import { isSamePlace } from './destination.ts';
import type { Voice } from './facts.ts';
import { COMES, LEAVES, type Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';
import type { Phase } from './phase.ts';

/** On what an expectation rests. An expectation of `USUAL_ORDER` is what normally follows; nobody announced it. */
export type Basis = 'PLANNED' | 'ESTIMATED' | 'USUAL_ORDER';

export interface ExpectedStep {
  readonly code: EventCode;
  readonly place: PlaceRef | null;
  readonly time: EventTime | null;
  readonly basis: Basis;
  /** UTC, ISO 8601: when the announced time passed without word of the step; null while it has not, or none is announced. */
  readonly overdueSince: string | null;
  /** Codes without a meaning, as received, told since the last step that could be read: it may have been one of them. */
  readonly unread: readonly string[];
}

export interface Eta {
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly voice: Voice | null;
  readonly basis: Exclude<Basis, 'USUAL_ORDER'>;
  /** Minutes later (or, negative, earlier) than planned; null without a plan. */
  readonly lateMinutes: number | null;
}

/** The first step that somebody announced and that has not happened, overdue or not; else what usually follows. */
export function nextStep(
  milestones: readonly Milestone[],
  legs: readonly Leg[],
  phase: Phase,
  now: number,
): ExpectedStep | null {
  if (phase === 'COMPLETED') return null;
  if (milestones.length === 0) return null;
  const told = milestones.filter((m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL');
  const last = lastRead(told);
  const after = last ? Date.parse(last.time.instant) : 0;
  const unread = codesUnread(told, after);
  const announced = milestones.find(
    (m) =>
      m.dimension === 'LOGISTICS' &&
      m.classifier !== 'ACTUAL' &&
      !isDeadline(m.code) &&
      (Date.parse(m.time.instant) > after || isStillDue(m, last, legs)),
  );
  if (announced) {
    const { code, place, time, classifier } = announced;
    const basis = classifier === 'ESTIMATED' ? 'ESTIMATED' : 'PLANNED';
    const passes = endOf(time);
    const overdueSince = passes < now ? new Date(passes).toISOString() : null;
    return { code, place, time, basis, overdueSince, unread };
  }
  const own = milestones.filter(
    (m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL' && !m.inherited,
  );
  if (isBackUnshipped(own)) return null;
  // Nothing leaves a port while a paper waits for its release: that is the step that comes first.
  if (last && LANDED.has(last.code) && awaitsRelease(milestones)) {
    return { code: 'DECL_RELEASED', place: last.place, ...USUALLY, unread };
  }
  const usual = isAirCargo(milestones) ? usualByAir(last, legs, phase) : usualNext(last, legs, phase);
  return usual && { ...usual, ...USUALLY, unread };
}

const USUALLY = { time: null, basis: 'USUAL_ORDER', overdueSince: null } as const;

/** The last step that could be read: a code without a meaning tells that something was, not what. */
export function lastRead(told: readonly Milestone[]): Milestone | null {
  return told.findLast((m) => m.code !== 'UNMAPPED') ?? null;
}

function codesUnread(told: readonly Milestone[], after: number): string[] {
  const unread = told.filter((m) => m.code === 'UNMAPPED' && Date.parse(m.time.instant) >= after);
  const codes = unread.flatMap((m) =>
    m.claims.map(({ event }) => event.rawCode ?? event.reason?.code ?? '?'),
  );
  return [...new Set(codes)].sort();
}

/**
 * Announced for a time before the last step, and still to come: the departure from where the cargo stands, on what it has
 * not been put aboard, or the arrival at the end of what it is aboard.
 */
function isStillDue(step: Milestone, last: Milestone | null, legs: readonly Leg[]): boolean {
  const leg = legs.find((one) => one.id === step.run);
  if (!leg || !step.place) return false;
  if (leg.state === 'PLANNED')
    return LEAVES.has(step.code) && last?.place != null && isSamePlace(step.place, last.place);
  return (
    leg.state === 'UNDERWAY' && COMES.has(step.code) && leg.to !== null && isSamePlace(step.place, leg.to)
  );
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
