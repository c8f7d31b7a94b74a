import type { EventCode } from '../event-code.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { startOf, type Leg } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';

/** Said of a cargo that stays where it is: a survey after the delivery undoes none. */
const MOVES_NOTHING: ReadonlySet<EventCode> = new Set<EventCode>([
  'SEALED', 'UNSEALED', 'WEIGHED', 'INSPECTED', 'DAMAGED', 'DISCREPANCY', 'DELAYED', 'HELD', 'HOLD_LIFTED', 'NOTIFIED', 'AVAILABLE',
  'APPOINTED', 'YARD_MOVED', 'RESTOWED', 'MANIFESTED', 'CUT_OFF', 'FREE_TIME_ENDS', 'UNMAPPED',
]); // prettier-ignore

/** Whether a step brings the cargo further on its way. */
export function isMovement({ code }: Pick<Milestone, 'code'>): boolean {
  return !MOVES_NOTHING.has(code);
}

/**
 * Whether the box is back empty after its carriage. A terminal's EMPTY alone completes nothing: a full box is
 * misread as one on the way to the port and at a hub. It counts when the box has come off its last ship or train, and
 * nothing is left to carry it further.
 *
 * `own`: actual steps told of the cargo itself that move it, in time. `ahead`: the told destination that no carriage reaches.
 */
export function isReturnedEmpty(
  own: readonly Milestone[],
  legs: readonly Leg[],
  ahead: PlaceRef | null,
): boolean {
  const back = own.at(-1);
  if (back?.code !== 'GATED_IN' || back.loadState !== 'EMPTY') return false;
  const since = own.slice(own.findLastIndex((m, index) => isAboard(m, own.slice(0, index))) + 1, -1);
  const off = since.findIndex((m) => m.code === 'DISCHARGED');
  // Trains are told by the stations that they reach, and few tell the box that comes off.
  const end = legs.findLast((leg) => leg.mode !== 'TRUCK');
  const isOff = off !== -1 || (end?.mode === 'RAIL' && end.state === 'DONE');
  const planned = stillPlanned(legs);
  const goesOn = planned.some((leg) => isAfter(leg, back));
  // A truck also "delivers" to the port of loading: while a ship is still planned, that ends nothing.
  if (since.some((m) => m.code === 'DELIVERED' || m.code === 'STRIPPED')) return isOff || !goesOn;
  if (!isOff || goesOn) return false;
  if (since.slice(off + 1).some((m) => m.code === 'GATED_OUT' && m.loadState !== 'EMPTY')) return true;
  // Off a train it may stand where its ship is to come, off a ship where the next one is.
  return since[off] !== undefined && !isByRail(since[off]) && ahead === null && planned.length === 0;
}

/** Full out of the terminal and empty in again, and no carriage between: the cargo was taken back before it sailed. */
export function isBackUnshipped(own: readonly Milestone[]): boolean {
  const back = own.at(-1);
  return (
    back?.code === 'GATED_IN' &&
    back.loadState === 'EMPTY' &&
    own.some((m) => m.code === 'GATED_OUT' && m.loadState === 'FULL') &&
    !own.some((m) => isAboard(m, []) || m.code === 'ARRIVED' || m.code === 'DISCHARGED')
  );
}

/** Gated in full and stripped there, before any carriage: its cargo was taken back, or goes on in another box 换箱. */
export function isTakenOut(own: readonly Milestone[]): boolean {
  const strip = own.findLastIndex((m) => m.code === 'STRIPPED');
  const before = own.slice(0, Math.max(0, strip)).filter((m) => m.loadState !== 'EMPTY');
  const came = before.findLast((m) => m.code === 'GATED_IN' || m.code === 'RECEIVED');
  return (
    came !== undefined &&
    placeOf(came.place) === placeOf(own[strip]?.place ?? null) &&
    !own.some((m) => isAboard(m, []) || m.code === 'ARRIVED' || m.code === 'DISCHARGED')
  );
}

/** Loaded, or sailed with; not what is told of the ship after the box came off it. */
function isAboard(m: Milestone, before: readonly Milestone[]): boolean {
  if (m.transport?.mode === 'TRUCK') return false;
  if (m.code === 'LOADED') return true;
  return m.code === 'DEPARTED' && !before.some((b) => b.code === 'DISCHARGED' && b.run && b.run === m.run);
}

function isByRail(m: Milestone): boolean {
  return m.transport?.mode === 'RAIL';
}

/** Planned carriage from places that the cargo has not left yet: a ship that it missed is none. */
function stillPlanned(legs: readonly Leg[]): Leg[] {
  const left = placesLeft(legs);
  return legs.filter(
    (leg) => leg.mode !== 'TRUCK' && leg.state === 'PLANNED' && !left.has(placeOf(leg.from)),
  );
}

function isAfter(leg: Leg, step: Milestone): boolean {
  const start = startOf(leg);
  return start > Date.parse(step.time.instant) && start < Number.MAX_SAFE_INTEGER;
}

/** Where carriage that has begun set out from, as `placeOf` tells places apart. */
export function placesLeft(legs: readonly Leg[]): ReadonlySet<string | null> {
  return new Set(legs.filter((leg) => leg.state !== 'PLANNED' && leg.from).map((leg) => placeOf(leg.from)));
}
