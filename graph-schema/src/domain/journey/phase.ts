import { countryOf } from '../country-of.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { isMovement, isReturnedEmpty, isTakenOut } from './completion.ts';
import type { Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';
import type { PieceProgress } from './pieces.ts';

export type Phase =
  | 'BOOKED'
  | 'PRE_CARRIAGE'
  | 'AT_ORIGIN'
  | 'IN_TRANSIT'
  | 'AT_TRANSSHIPMENT'
  | 'AT_DESTINATION'
  | 'ON_CARRIAGE'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'UNKNOWN';

const DELIVERED = new Set(['DELIVERED', 'STRIPPED', 'DROPPED_OFF']);

/**
 * Where in its life the cargo is, by actual milestones only: nothing sails or completes without evidence. `ahead`: the
 * destination that its papers name where no carriage reaches it; null where one does, or nothing is told.
 */
export function phaseOf(
  milestones: readonly Milestone[],
  legs: readonly Leg[],
  ahead: PlaceRef | null = null,
): Phase {
  const actual = milestones.filter((m) => m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL');
  // A code without a meaning tells that something was, not what.
  const own = actual.filter((m) => !m.inherited && m.code !== 'UNMAPPED');
  const moves = own.filter(isMovement);
  const last = moves.at(-1) ?? own.at(-1);
  if (isCalledOff(milestones, own)) return 'CANCELLED';
  if (!last) return milestones.length > 0 ? 'BOOKED' : 'UNKNOWN';
  if (isTakenOut(own)) return 'CANCELLED';
  if (isReturnedEmpty(moves, legs, ahead)) return 'COMPLETED';
  if (DELIVERED.has(last.code)) return 'DELIVERED';
  const carriage = legs.filter((leg) => leg.mode !== 'TRUCK');
  const main = isBeforeTheSea(carriage, ahead) ? [] : mainLegs(carriage);
  const underway = carriage.findLast((leg) => leg.state === 'UNDERWAY');
  if (underway) {
    if (main.length === 0) return 'PRE_CARRIAGE';
    const index = carriage.indexOf(underway);
    const [firstMain, lastMain] = [
      carriage.indexOf(main[0] ?? underway),
      carriage.indexOf(main.at(-1) ?? underway),
    ];
    return index < firstMain ? 'PRE_CARRIAGE' : index > lastMain ? 'ON_CARRIAGE' : 'IN_TRANSIT';
  }
  const done = carriage.filter((leg) => leg.state === 'DONE');
  if (done.length === 0)
    return last.code === 'BOOKED'
      ? 'BOOKED'
      : own.some((m) => m.code !== 'GATED_OUT' || m.loadState !== 'EMPTY')
        ? 'AT_ORIGIN'
        : 'PRE_CARRIAGE';
  const end = carriage.at(-1);
  const afloat = done.some((leg) => leg.mode === 'VESSEL' || leg.mode === 'AIR');
  const isAtEnd = end?.to != null && placeOf(end.to) === placeOf(done.at(-1)?.to ?? null);
  if (isAtEnd) {
    if (last.code === 'GATED_OUT' && (afloat || !ahead)) return 'ON_CARRIAGE';
    // Off the train and full into a terminal: the sea is still to come, though nobody has named a ship yet.
    if (!afloat && last.code === 'GATED_IN' && (ahead || last.loadState === 'FULL')) return 'AT_ORIGIN';
    if (!ahead) return 'AT_DESTINATION';
    return main.length > 0 ? 'AT_TRANSSHIPMENT' : 'AT_ORIGIN';
  }
  return main.length > 0 && done.some((leg) => main.includes(leg)) ? 'AT_TRANSSHIPMENT' : 'AT_ORIGIN';
}

/** What says of a cargo that it goes, or that it does not; a booking that was confirmed before outlives a void bill. */
const CALLED: ReadonlySet<string> = new Set(['BOOKED', 'BOOKING_CONFIRMED', 'BL_ISSUED', 'BL_AMENDED']);
const CALLED_OFF: ReadonlySet<string> = new Set(['BOOKING_CANCELLED', 'BOOKING_REJECTED', 'BL_VOIDED']);

/** The last word on whether it goes is that it does not, and it has not moved beyond the pick-up of its empty box. */
function isCalledOff(milestones: readonly Milestone[], own: readonly Milestone[]): boolean {
  const isBeforeAnyMove = own.every(
    ({ code, loadState }) =>
      CALLED.has(code) || CALLED_OFF.has(code) || code === 'EMPTY_RELEASED' || loadState === 'EMPTY',
  );
  if (!isBeforeAnyMove) return false;
  const words = milestones
    .filter((m) => m.classifier === 'ACTUAL' && (CALLED.has(m.code) || CALLED_OFF.has(m.code)))
    .sort((a, b) => Date.parse(a.time.instant) - Date.parse(b.time.instant));
  const last = words.at(-1);
  if (!last || !CALLED_OFF.has(last.code)) return false;
  return last.code !== 'BL_VOIDED' || !words.some((m) => m.code.startsWith('BOOK'));
}

/** From the beginning of a cargo's life to its end. */
const ORDER: readonly Phase[] = [
  'UNKNOWN', 'CANCELLED', 'BOOKED', 'PRE_CARRIAGE', 'AT_ORIGIN', 'IN_TRANSIT', 'AT_TRANSSHIPMENT', 'AT_DESTINATION', 'ON_CARRIAGE',
  'DELIVERED', 'COMPLETED',
]; // prettier-ignore

/** How many phases come before one. */
export function stageOf(phase: Phase): number {
  return ORDER.indexOf(phase);
}

/** Whether a phase comes before another. */
export function isBehind(phase: Phase, other: Phase): boolean {
  return stageOf(phase) < stageOf(other);
}

/** Cargo that moves in parts is where its last piece is: six of ten at the destination have not brought it there. */
export function phaseOfParts(
  phase: Phase,
  pieces: PieceProgress | null,
  destination: PlaceRef | null,
): Phase {
  if (!pieces || (phase !== 'AT_DESTINATION' && phase !== 'DELIVERED')) return phase;
  const isThere = (at: { readonly place: PlaceRef }) => placeOf(at.place) === placeOf(destination);
  const there = pieces.come.find(isThere)?.pieces ?? 0;
  if (there > 0 && there < pieces.total) return 'IN_TRANSIT';
  const delivered = pieces.atPlace.find((at) => at.code === 'DELIVERED' && isThere(at));
  const handedOver = delivered?.pieces ?? pieces.total;
  return handedOver < pieces.total ? 'AT_DESTINATION' : phase;
}

/**
 * The main carriage: sea or air where there is any, else whatever there is. A barge brings boxes to the ocean ship or from it
 * 江海联运, and is the main carriage only of what goes by river alone.
 */
export function mainLegs(carriage: readonly Leg[]): readonly Leg[] {
  const sea = seaLegs(carriage);
  return sea.length > 0 ? sea : carriage;
}

function seaLegs(carriage: readonly Leg[]): readonly Leg[] {
  return carriage.filter((leg) => leg.mode === 'VESSEL' || leg.mode === 'AIR');
}

/** The last that is known is a barge, and the papers name another country: its ship is to come, though nobody has named one. */
function isBeforeTheSea(carriage: readonly Leg[], ahead: PlaceRef | null): boolean {
  const last = carriage.at(-1);
  if (last?.mode !== 'BARGE' || seaLegs(carriage).length > 0) return false;
  const [reached, meant] = [countryOf(last.to ?? last.from), countryOf(ahead)];
  return reached !== null && meant !== null && reached !== meant;
}
