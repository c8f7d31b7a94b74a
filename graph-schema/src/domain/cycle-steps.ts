import type { CycleClaim } from './cycle-claim.ts';
import type { LoadState } from './tracking-event.ts';
import { isInHinterland, isOtherTown, isOutOfReach } from './reach.ts';
import type { TownPoint } from './town-points.ts';
import { areFarApart } from './world-part.ts';

/**
 * What it takes to believe that one move of a box follows another, as a number: 0 is the usual order, 0.3 a gate move
 * that nobody told, more what is rarer. The numbers are only compared with each other and with what it costs to
 * disbelieve a claim (`cycle-conflict.ts`); they were set so that the worlds of `noisy-trips.ts` come out right.
 */

const DAY_MS = 86_400_000;
/** Clocks differ by this much without either being wrong. */
const CLOCK_SKEW_MS = 2 * 3_600_000;
/** Two tellings of one move lie within this time. */
const SAME_MOVE_MS = 1.5 * DAY_MS;

/** A consignee empties a box that was delivered to him within this time. */
export const EMPTIED_WITHIN_MS = 21 * DAY_MS;
/** On the road between two terminals a full box is no longer than this. */
const BETWEEN_TERMINALS_MS = 21 * DAY_MS;

const GATE_UNTOLD = 0.3;
const CARRIAGE_UNTOLD = 0.4;
/** Told to be aboard, and never to come off. */
const STILL_ABOARD = 1.3;
const MANY_UNTOLD = 1;
/** Picked up empty, and stripped or delivered without a terminal between. */
const BY_ROAD = 0.6;
/** Picked up empty, and out of a terminal full that it was not told to come to. */
const NEVER_ABOARD = 1.8;
/** Picked up and brought back empty, or its cargo taken out where it was gated in and before it sailed. */
const NEVER_SAILED = 0.7;
/** Gated in full and brought back empty, or taken out where it was gated in behind a ship. */
const LEFT_BEHIND = 1.1;
/** Gated in full or aboard, and the next that is told is another use; stuffed only; told to be aboard and then ashore. */
const NEITHER_SAILED_NOR_RETURNED = 2.8;
const STUFFED_FOR_NOTHING = 2;
const ASHORE_AGAIN = 2;
/** It was told to leave the terminal or come back; then neither of a pick-up nor of a loading. */
const NEVER_LOADED = 2.8;
const OTHER_RUN = 1.3;
/** Carried empty and then told to be full, or the other way round. */
const REFILLED = 2.2;
/** No box does this; weighs more than any single claim. */
const IMPOSSIBLE = 3;
/** Nothing is so fast; weighs more than whatever is told. */
const OUT_OF_REACH = 5.4;
const TOO_SOON = 2;
/** Off a ship that it had left before, and gates between; weighs more than a claim under papers that others confirm. */
const TWICE_OFF = 4;

/** From the gate of one terminal to the ship in another, or from the ship to another's gate. */
const OTHER_TERMINAL = 0.6;
/** From the gate in one town to the ship in another: out and in once more, and nobody tells. */
const OTHER_TOWN = 1.2;
/** From one terminal in at the next, before it is loaded. */
const NEXT_TERMINAL = 1;
/** From the ship in one port to the ship in another, with nobody who tells of the road; the same move at two depots. */
const OTHER_PORT = 1.3;
const OTHER_DEPOT = 1.4;
/** Returned to one depot and picked up at another; weighs more than a pick-up without papers. */
const MOVED_BETWEEN_DEPOTS = 1.7;
/** Over a border without a ship or train. */
const OTHER_COUNTRY = 0.9;
/** Ports have their hinterland across borders: between an empty depot in one country and the port or consignee in the next. */
const HINTERLAND_ACROSS = 0.3;
/** To another part of the world, and nobody tells of the ship. */
const FAR_APART = 2.4;

/** The soonest days after its empty pick-up at which a box can be at each stage; the last is the return. */
const SOONEST_DAYS = [0, 0, 0.1, 0.3, 0.8, 1, 2.5, 3.5, 4.5, 4.5] as const;
const RETURNED = 9;

/** Where the box is after a move, as far as the following moves depend on it. */
export interface Standing {
  /** Of the last move; see `cycleStage`. */
  readonly stage: number;
  readonly at: number;
  /** When it was picked up empty for this use; null where that is not told. */
  readonly pickedUp: number | null;
  /** It was loaded, and its discharge is not told. */
  readonly afloat: boolean;
  /** What it was last loaded on or told to be aboard of, where that is told. */
  readonly run: string | null;
  /** What it was last loaded on, whatever else is told since. */
  readonly loadedOn: string | null;
  /** Where it was last told of; null where no place was told. */
  readonly place: string | null;
  readonly point: TownPoint | null;
  /** Whether it was last carried full or empty; null where neither is told, or it was not carried. */
  readonly carried: LoadState | null;
  /** It was delivered, and nobody told yet that it was emptied. */
  readonly delivered: boolean;
}

/** The move belongs to the same use of the box; `Infinity` where it cannot. */
export function goingOn(from: Standing, claim: CycleClaim, stage: number): number {
  const took = claim.at - from.at;
  // For one use it is picked up once, though by two clocks.
  if (stage === 1 && from.pickedUp !== null && claim.at - from.pickedUp > SAME_MOVE_MS) return Infinity;
  const cost =
    (stage === 5 || stage === 6 ? aboardAgain(from, claim, stage) : 0) +
    comesThere(from, claim, stage) +
    (stage === 4 && (from.stage === 4 || from.stage === 5) && isOtherRun(from, claim) ? STILL_ABOARD : 0) +
    (isRefilled(from, claim, stage) ? REFILLED : 0) +
    (isAtOnceElsewhere(from, claim, stage) ? OTHER_PORT : 0);
  if (isTakenOutInPort(from, claim, stage)) return cost + (from.run === null ? NEVER_SAILED : LEFT_BEHIND);
  if (from.delivered && claim.code === 'STRIPPED' && took <= EMPTIED_WITHIN_MS) return cost;
  if (stage === from.stage) return cost + again(stage, took);
  if (stage < from.stage) return cost + back(from.stage, stage, took);
  // Its ship is told to be there, so it may well have come off.
  const isInPort = from.stage === 5 && stage > 6 && from.place !== null && from.place === claim.place;
  return cost + forth(from.stage, stage, took, isInPort);
}

/** To leave the run that it was loaded on, a box must not have been ashore meanwhile; another run it must be loaded on. */
function aboardAgain(from: Standing, claim: CycleClaim, stage: number): number {
  if (!from.afloat) return offAgain(from, claim, stage);
  const isOther = isOtherRun(from, claim);
  const wasAshore = (from.stage < 4 || from.stage > 6) && claim.at - from.at > CLOCK_SKEW_MS;
  if (!wasAshore) return isOther ? OTHER_RUN : 0;
  const isSame = !isOther && (stage === 6 || claim.run !== null);
  return isSame ? IMPOSSIBLE : CARRIAGE_UNTOLD;
}

/** Gated in full, and stripped where it stands: its cargo is taken back, or goes on in another box 换箱. */
function isTakenOutInPort(from: Standing, claim: CycleClaim, stage: number): boolean {
  return from.stage === 3 && stage === 8 && from.place !== null && from.place === claim.place;
}

/** An empty box that is shipped is empty all the way, and what left full comes off full. */
function isRefilled({ carried }: Standing, { loadState }: CycleClaim, stage: number): boolean {
  if (carried === null || loadState === null || loadState === carried) return false;
  return carried === 'EMPTY' ? stage >= 3 : stage >= 4 && stage <= 6;
}

function comesThere(from: Standing, claim: CycleClaim, stage: number): number {
  return isOutOfReach(from, claim, claim.at - from.at) ? OUT_OF_REACH : elsewhere(from, claim, stage);
}

/** Clocks that differ explain another order of moves in one place only. */
function isAtOnceElsewhere(
  { stage: before, at, place }: Standing,
  claim: CycleClaim,
  stage: number,
): boolean {
  if (place === null || claim.place === null || place === claim.place) return false;
  return stage < before && claim.at - at <= CLOCK_SKEW_MS;
}

/** Loaded on one ship and then on another: with a discharge between, which cannot be in the port that it had left. */
function onAnother(from: Standing, claim: CycleClaim): number {
  return from.place !== null && from.place === claim.place ? OTHER_RUN : CARRIAGE_UNTOLD;
}

/** It had come off: on another ship it must have been loaded again, and off the same it does not come twice. */
function offAgain(from: Standing, claim: CycleClaim, stage: number): number {
  if (claim.run === null || from.run === null) return 0;
  const took = claim.at - from.at;
  if (isOtherRun(from, claim)) {
    const isBackOff = claim.run === from.loadedOn && stage === 6;
    if (from.stage === 5) return OTHER_RUN;
    if (from.stage === 6) return isBackOff ? OTHER_RUN : onAnother(from, claim);
    return isBackOff && took > CLOCK_SKEW_MS ? TWICE_OFF : 0;
  }
  if (from.stage === 6) return stage === 5 && took > SAME_MOVE_MS ? CARRIAGE_UNTOLD : 0;
  return (from.stage === 3 || from.stage >= 7) && took > CLOCK_SKEW_MS ? TWICE_OFF : 0;
}

function isOtherRun(from: Standing, claim: CycleClaim): boolean {
  return from.run !== null && claim.run !== null && from.run !== claim.run;
}

/** What it takes to believe that the box came from the one place to the other, where nobody tells of a carriage. */
export function elsewhere(
  from: Pick<Standing, 'stage' | 'place' | 'point'>,
  claim: CycleClaim,
  stage: number,
): number {
  const { stage: before, place } = from;
  if (place === null || claim.place === null) return 0;
  if (place === claim.place || !isOtherTown(from, claim)) return before <= 3 && stage === 6 ? OTHER_DEPOT : 0;
  if (stage === 5 || stage === 6 || before === 4 || before === 5) return 0;
  if (areFarApart(place, claim.place)) return FAR_APART;
  if (place.slice(0, 2) !== claim.place.slice(0, 2))
    return isHinterlandTrip(before, stage) && isInHinterland(from, claim) ? HINTERLAND_ACROSS : OTHER_COUNTRY;
  if (before === 6 && stage === 4) return OTHER_PORT;
  if (before === RETURNED && stage <= 1) return MOVED_BETWEEN_DEPOTS;
  if (stage === before && (stage <= 1 || stage === 7 || stage === RETURNED)) return OTHER_DEPOT;
  if ((before === 3 || before === 6) && stage === 3) return NEXT_TERMINAL;
  if (before === 3 && stage === 4) return from.point && claim.point ? OTHER_TOWN : OTHER_TERMINAL;
  return (before === 3 && stage === 7) || (before === 6 && stage === 7) ? OTHER_TERMINAL : 0;
}

/** Picked up empty or stuffed inland, and then full at the port; or landed or delivered, and then back at a depot. */
function isHinterlandTrip(before: number, stage: number): boolean {
  return before <= 2 ? stage === 3 || stage === 4 : before > 6 && stage === RETURNED;
}

function again(stage: number, took: number): number {
  if (stage === 5) return 0;
  if (took <= SAME_MOVE_MS) return GATE_UNTOLD;
  if (stage <= 1 || stage >= 8) return Infinity;
  return stage === 4 || stage === 6 ? CARRIAGE_UNTOLD : GATE_UNTOLD;
}

function forth(from: number, to: number, took: number, isInPort: boolean): number {
  if (to === RETURNED && from <= 3) return from === 3 ? LEFT_BEHIND : NEVER_SAILED;
  // Rolled to a later ship, a full box may be taken out again.
  if (from === 3 && to === 7) return GATE_UNTOLD;
  // Cargo within one country goes by road, and stuffing it is hardly ever told.
  if (from <= 2 && to === 8) return BY_ROAD;
  if (from <= 2 && to === 7) return NEVER_ABOARD;
  const untold = untoldBetween(from, to) - (isInPort ? STILL_ABOARD - CARRIAGE_UNTOLD : 0);
  return untold + (untold > GATE_UNTOLD && isTooSoon(soonest(to) - soonest(from), took) ? TOO_SOON : 0);
}

function back(from: number, to: number, took: number): number {
  if (took <= CLOCK_SKEW_MS && from - to <= 2) return GATE_UNTOLD;
  if (from === RETURNED) return Infinity;
  if (from === 6 && to >= 3) return 0;
  if (from === 5 && to === 4) return CARRIAGE_UNTOLD;
  if ((from === 4 || from === 5) && to === 3) return ASHORE_AGAIN;
  if (from === 7 && to === 4) return 2 * CARRIAGE_UNTOLD;
  if (from === 7 && to > 4) return MANY_UNTOLD + CARRIAGE_UNTOLD;
  // From one terminal to another, but not weeks later.
  if (from === 7 && to === 3) return took <= BETWEEN_TERMINALS_MS ? GATE_UNTOLD : MANY_UNTOLD;
  if (from === 8 && to === 7) return MANY_UNTOLD;
  return Infinity;
}

/** The move begins another use of the box. */
export function beginning(from: Standing, claim: CycleClaim, stage: number): number {
  const end = endingAfter(from.stage);
  const begin = stage <= 1 || (stage === 2 && from.stage === 8) ? 0 : GATE_UNTOLD + untoldBetween(1, stage);
  const least = soonest(RETURNED) - soonest(from.stage) + soonest(stage);
  return (
    end +
    (from.stage >= 7 && stage >= 5 && stage <= 7 ? NEVER_LOADED : Math.min(MANY_UNTOLD, begin)) +
    comesThere(from, claim, stage) +
    (isTooSoon(least, claim.at - from.at) ? TOO_SOON : 0)
  );
}

/** The use before ended, and nobody told how. */
function endingAfter(stage: number): number {
  if (stage >= 8) return 0;
  if (stage >= 3 && stage <= 5) return NEITHER_SAILED_NOR_RETURNED;
  if (stage === 2) return STUFFED_FOR_NOTHING;
  return Math.min(MANY_UNTOLD, GATE_UNTOLD + untoldBetween(stage, RETURNED));
}

function untoldBetween(from: number, to: number): number {
  let untold = 0;
  if (from < 3 && to > 3) untold += GATE_UNTOLD;
  if (from < 4 && to > 4) untold += CARRIAGE_UNTOLD;
  const isAboard = from === 4 || from === 5;
  if (from < 6 && to > 6 && !isAboard) untold += CARRIAGE_UNTOLD;
  if (from < 7 && to > 7) untold += GATE_UNTOLD;
  return Math.min(MANY_UNTOLD, untold) + (isAboard && to > 6 ? STILL_ABOARD : 0);
}

function soonest(stage: number): number {
  return SOONEST_DAYS[stage] ?? 0;
}

function isTooSoon(leastDays: number, took: number): boolean {
  return leastDays > 0.5 && took < leastDays * DAY_MS;
}

/** How far along the box is after the move: one that is told a little late does not bring it back. */
export function stageAfter(from: Standing, claim: CycleClaim, stage: number): number {
  const isLate = stage < from.stage && claim.at - from.at <= CLOCK_SKEW_MS;
  return isLate && from.stage !== 6 && from.stage !== 7 ? from.stage : stage;
}
