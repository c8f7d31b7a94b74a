import { isDeadline, type EventCode } from '../event-code.ts';
import type { EtaBasis, EtaTelling } from '../eta/telling.ts';
import { endOf } from '../event-time.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';
import type { ArrivalByPapers } from './arrival-by-papers.ts';
import { isBackUnshipped, isMovement } from './completion.ts';
import { isSamePlace } from './destination.ts';
import { COMES, LEAVES, type Leg } from './legs.ts';
import type { Milestone } from './milestone.ts';
import type { Phase } from './phase.ts';

/** On what an expectation rests. An expectation of `USUAL_ORDER` is what normally follows; nobody announced it. */
export type Basis = EtaBasis | 'USUAL_ORDER';

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

/**
 * How far the cargo is, where it goes (null: not known), the ETA that is relied on, customs' word that it has come there where
 * no move says so, and the instant (epoch ms).
 */
interface Standpoint {
  readonly phase: Phase;
  readonly destination: PlaceRef | null;
  readonly best: EtaTelling | null;
  readonly byPapers: ArrivalByPapers | null;
  /** Whether all of its boxes serve other cargo by now: they are not returned for this one any more. */
  readonly isUseOver: boolean;
  readonly now: number;
}

/**
 * The first step that somebody announced and that has not happened, overdue or not; else what usually follows. The
 * arrival at the end of the carriage comes when the `best` ETA says, as everywhere else.
 */
export function nextStep(
  milestones: readonly Milestone[],
  legs: readonly Leg[],
  { phase, destination, best, byPapers, isUseOver, now }: Standpoint,
): ExpectedStep | null {
  if (phase === 'COMPLETED' || phase === 'CANCELLED') return null;
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
      !(byPapers && (COMES.has(m.code) || LEAVES.has(m.code))) &&
      (Date.parse(m.time.instant) > after || isStillDue(m, last, legs)),
  );
  if (announced && !isBeyondBoarding(announced, legs, phase)) {
    const { code, place } = announced;
    const { time, basis } =
      best && isArrivalOf(best, announced) ? best : { time: announced.time, basis: basisOf(announced) };
    const passes = endOf(time);
    const overdueSince = passes < now ? new Date(passes).toISOString() : null;
    return { code, place, time, basis, overdueSince, unread };
  }
  const own = milestones.filter(
    (m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL' && !m.inherited,
  );
  if (isBackUnshipped(own)) return null;
  if (byPapers) {
    const code = awaitsRelease(milestones) ? 'DECL_RELEASED' : 'GATED_OUT';
    return { code, place: byPapers.place, ...USUALLY, unread };
  }
  // Nothing leaves a port while a paper waits for its release: that is the step that comes first.
  if (last && LANDED.has(last.code) && awaitsRelease(milestones)) {
    return { code: 'DECL_RELEASED', place: last.place, ...USUALLY, unread };
  }
  // What is found out after a delivery is no step from which it goes on.
  const from = phase === 'DELIVERED' ? (told.findLast(isMovement) ?? last) : last;
  const usual = isAirCargo(milestones, legs)
    ? usualByAir(from, legs, phase)
    : usualNext(from, legs, phase, destination);
  if (isUseOver && phase === 'DELIVERED' && usual?.code === 'GATED_IN') return null;
  return usual && { ...usual, ...USUALLY, unread };
}

/** The arrival of what it has yet to be put aboard: that it is loaded comes first, though nobody announced it. */
function isBeyondBoarding({ code, run }: Milestone, legs: readonly Leg[], phase: Phase): boolean {
  if (!COMES.has(code) || (phase !== 'AT_ORIGIN' && phase !== 'AT_TRANSSHIPMENT')) return false;
  return legs.find((leg) => leg.id === run)?.state === 'PLANNED';
}

export function isArrivalOf(best: EtaTelling, { code, place, run }: Milestone): boolean {
  const isPlace = place !== null && best.place !== null && isSamePlace(place, best.place);
  return best.isOnTarget && best.code === code && isPlace && [null, best.run].includes(run);
}

/** What this system reckoned itself is nobody's estimate. */
function basisOf({ classifier, claims }: Milestone): EtaBasis {
  if (classifier !== 'ESTIMATED') return 'PLANNED';
  const voices = claims.flatMap((claim) => claim.voices);
  return voices.every(({ source }) => source.kind === 'INTERNAL') ? 'COMPUTED' : 'ESTIMATED';
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
  destination: PlaceRef | null,
): { code: EventCode; place: PlaceRef | null } | null {
  const underway = legs.findLast((leg) => leg.state === 'UNDERWAY' && leg.mode !== 'TRUCK');
  if (underway) {
    // Nobody says how far the ship carries it, and the ship lies where the cargo goes.
    const isThere = COMES.has(last?.code ?? '') && last?.run === underway.id && destination !== null;
    return isThere && last.place && isSamePlace(last.place, destination)
      ? { code: 'DISCHARGED', place: last.place }
      : { code: 'ARRIVED', place: underway.to };
  }
  const planned = legs.find((leg) => leg.state === 'PLANNED');
  switch (last?.code) {
    case undefined:
    case 'BOOKED':
      return { code: 'GATED_OUT', place: null };
    case 'GATED_IN':
    case 'RECEIVED':
    case 'MANIFESTED':
      // At a depot inland, behind the last carriage, it waits to be fetched.
      if (phase === 'AT_DESTINATION' || phase === 'ON_CARRIAGE')
        return { code: 'GATED_OUT', place: last?.place ?? null };
      return { code: 'LOADED', place: planned?.from ?? last?.place ?? null };
    case 'ANCHORED':
      return { code: 'BERTHED', place: last?.place ?? null };
    case 'ARRIVED':
    case 'BERTHED':
      return { code: 'DISCHARGED', place: last?.place ?? null };
    case 'DISCHARGED':
    case 'CHECKED_IN':
    case 'INSPECTED':
      return planned || phase === 'AT_TRANSSHIPMENT' || isOffBarge(last, phase)
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

/** Off the barge that brought it to where its ship is to come. */
function isOffBarge(last: Milestone, phase: Phase): boolean {
  return phase === 'AT_ORIGIN' && last.transport?.mode === 'BARGE';
}

/** Whether it goes by air last: behind its flight it may be put aboard a ship. */
function isAirCargo(milestones: readonly Milestone[], legs: readonly Leg[]): boolean {
  if (legs.findLast((leg) => leg.mode !== 'TRUCK')?.mode === 'VESSEL') return false;
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
