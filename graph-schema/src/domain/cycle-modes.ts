import type { CycleClaim } from './cycle-claim.ts';
import { closesCycle, cycleStage, inOrder, isMove, opensCycle } from './cycle-claim.ts';
import type { IdentifierKey } from './identifier.ts';
import { isOtherTown, isOutOfReach } from './reach.ts';
import { areFarApart } from './world-part.ts';

/** The part of a trip that joining looks at. */
export interface ModalTrip {
  documents: Set<IdentifierKey>;
  moves: CycleClaim[];
  others: CycleClaim[];
  joins: [IdentifierKey, IdentifierKey][];
}

const DAY_MS = 86_400_000;
/** A box does not lie longer than this between its ship and its train. */
const CHANGE_OF_MODE_MS = 30 * DAY_MS;

/**
 * A rail note names no ocean bill, yet a full box that goes from ship to train (or train to ship) is still the same
 * cargo: where a trip on rail notes alone follows or precedes a trip on an ocean bill, the box was not emptied between
 * or on either, the one had not been delivered, and the other does not lead back, both are one use of the box. Two ocean bills
 * are never joined so.
 */
export function joinModes<T extends ModalTrip>(trips: readonly T[], sorted: readonly CycleClaim[]): T[] {
  const joined: T[] = [];
  if (!trips.some(isRailOnly)) return [...trips];
  const emptied = sorted.filter((claim) => isMove(claim) && isOfEmptyBox(claim));
  for (const trip of trips) {
    // What papers alone tell of stands between no two moves.
    const [last, other] = joined
      .filter(({ moves }) => moves.length > 0)
      .slice(-2)
      .reverse();
    // Where either of two may have gone on so, neither is taken: one of them is told wrongly.
    if (!last || !changesMode(last, trip, emptied) || (other && changesMode(other, trip, emptied))) {
      joined.push(trip);
      continue;
    }
    const [a, b] = [first(last.documents), first(trip.documents)];
    if (a && b) last.joins.push([a, b]);
    for (const document of trip.documents) last.documents.add(document);
    last.moves = [...last.moves, ...trip.moves].sort(inOrder);
    last.others.push(...trip.others);
    last.joins.push(...trip.joins);
  }
  return joined;
}

/** @param emptied moves that show the box empty, or emptied or filled. */
function changesMode(before: ModalTrip, after: ModalTrip, emptied: readonly CycleClaim[]): boolean {
  const isSeaThenRail = hasOceanPaper(before) && isRailOnly(after);
  const isRailThenSea = isRailOnly(before) && hasOceanPaper(after);
  const left = before.moves.at(-1);
  const came = after.moves[0];
  if (!left || !came || !(isSeaThenRail || isRailThenSea) || came.at - left.at > CHANGE_OF_MODE_MS)
    return false;
  if (isWithoutRoad(left, came) || comesBack(before, after)) return false;
  const furthest = Math.max(...before.moves.map((move) => cycleStage(move) ?? -1));
  if (furthest > 6 || before.moves.some(closesCycle)) return false;
  const [begun, ended] = [before.moves[0] ?? left, after.moves.at(-1) ?? came];
  return !emptied.some((claim) => {
    const isBetween = claim.at >= left.at && claim.at <= came.at;
    const isWithin = claim.at > begun.at && claim.at < ended.at;
    return isBetween || (isWithin && (opensCycle(claim) || closesCycle(claim)));
  });
}

function isOfEmptyBox(claim: CycleClaim): boolean {
  return opensCycle(claim) || closesCycle(claim) || EMPTIED_OR_FILLED.has(claim.code);
}

/** No road leads from where the one ended to where the other begins, or none so short. */
function isWithoutRoad(left: CycleClaim, came: CycleClaim): boolean {
  if (left.place === null || came.place === null) return false;
  return areFarApart(left.place, came.place) || isOutOfReach(left, came, came.at - left.at);
}

/** It comes to where it began: no cargo makes a round trip, it is another one in the same box. */
function comesBack(before: ModalTrip, after: ModalTrip): boolean {
  const begun = before.moves.find((move) => (cycleStage(move) ?? LANDED) <= LOADED);
  const ended = after.moves.findLast((move) => (cycleStage(move) ?? LOADED) >= LANDED);
  if (!begun || !ended || begun.place === null || ended.place === null) return false;
  return !isOtherTown(begun, ended);
}

/** Stages of a use, see `cycleStage`: up to the first it has not left, from the second on it has come somewhere. */
const LOADED = 4;
const LANDED = 6;

/** Another cargo goes in, or this one has come out. */
const EMPTIED_OR_FILLED: ReadonlySet<string> = new Set(['EMPTY_RELEASED', 'STUFFED', 'STRIPPED']);

function hasOceanPaper(trip: ModalTrip): boolean {
  return [...trip.documents].some((key) => key.startsWith('MASTER_BILL:') || key.startsWith('HOUSE_BILL:'));
}

function isRailOnly(trip: ModalTrip): boolean {
  return trip.documents.size > 0 && [...trip.documents].every((key) => key.startsWith('RAIL_NOTE:'));
}

function first(documents: ReadonlySet<IdentifierKey>): IdentifierKey | undefined {
  return [...documents].sort()[0];
}
