import { closesCycle, cycleStage, inOrder, isMove, opensCycle, type CycleClaim } from './cycle-claim.ts';
import { joinModes } from './cycle-modes.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { IdentifierKey } from './identifier.ts';

/** One use of a container, from empty pick-up to empty return, as the claims about it show it. */
export interface CutCycle {
  /** Epoch milliseconds of the first move; null when only estimates and papers speak of it yet. */
  readonly from: number | null;
  /** Of the empty return, or of the next cycle's beginning; null while it is open. */
  readonly to: number | null;
  readonly documents: readonly IdentifierKey[];
  /** Ids of the claims about the box that belong to it, in order of time. */
  readonly holds: readonly string[];
  /** Ids of claims about papers that list the box on this use of it: they tie papers to it, but show only on those. */
  readonly listings: readonly string[];
  /** Papers of two modes that only this box ties together: a rail note before or after an ocean bill. */
  readonly joins: readonly (readonly [IdentifierKey, IdentifierKey])[];
}

/** Why a claim could not be placed on any cycle. */
export type ParkReason =
  /** Between an empty return and the next empty pick-up. */
  | 'BETWEEN_CYCLES'
  /** It names no document, and no gate move says on which side of the cut it lies. */
  | 'NO_BOUNDARY'
  /** An estimate or a paper that no cycle's time or document fits. */
  | 'NO_CYCLE';

export interface CycleCut {
  readonly cycles: readonly CutCycle[];
  readonly parked: ReadonlyMap<string, ParkReason>;
}

interface Trip {
  documents: Set<IdentifierKey>;
  moves: CycleClaim[];
  others: CycleClaim[];
  joins: [IdentifierKey, IdentifierKey][];
}

function newTrip(): Trip {
  return { documents: new Set(), moves: [], others: [], joins: [] };
}

/**
 * Cuts all claims about one container into its cycles. A pure function of the *set* of claims: order and repetition
 * of their arrival do not matter. Documents are the strong evidence: claims that name one consignment stay together,
 * and a claim that names another never joins them. Moves without documents are placed by time between empty pick-up
 * and empty return; what stays ambiguous is parked rather than guessed, and placed when evidence comes.
 *
 * @param together pairs of documents known from elsewhere to belong to one consignment (a booking and its bill).
 */
export function cutCycles(
  claims: readonly CycleClaim[],
  together: readonly (readonly [IdentifierKey, IdentifierKey])[],
): CycleCut {
  const sorted = [...claims].sort(inOrder);
  const trips = joinModes(tripsByDocument(sorted, together), sorted);
  const parked = new Map<string, ParkReason>();
  const anonymous: Trip[] = [];
  placeUndocumentedMoves(sorted, trips, anonymous, parked);
  const all = [...trips, ...anonymous].sort(byFirstMove);
  placeUndocumentedOthers(sorted, all, parked);
  return { cycles: all.map((trip, index) => toCycle(trip, all[index + 1])), parked };
}

/** One trip for each set of documents that claims tie together; trips that overlap in time are part loads of one box. */
function tripsByDocument(
  sorted: readonly CycleClaim[],
  together: readonly (readonly [IdentifierKey, IdentifierKey])[],
): Trip[] {
  const sets = new DisjointSets();
  for (const [a, b] of together) sets.union(a, b);
  for (const claim of sorted) sets.unionAll(claim.documents);
  const byRoot = new Map<string, Trip>();
  for (const claim of sorted) {
    const first = claim.documents[0];
    if (first === undefined) continue;
    const root = sets.find(first);
    let trip = byRoot.get(root);
    if (!trip) byRoot.set(root, (trip = newTrip()));
    for (const document of claim.documents) trip.documents.add(document);
    (isMove(claim) ? trip.moves : trip.others).push(claim);
  }
  return mergeOverlapping([...byRoot.values()].sort(byFirstMove));
}

function mergeOverlapping(trips: Trip[]): Trip[] {
  const merged: Trip[] = [];
  for (const trip of trips) {
    const last = merged.at(-1);
    const lastEnd = last?.moves.at(-1)?.at;
    const start = trip.moves[0]?.at;
    if (
      last &&
      lastEnd !== undefined &&
      start !== undefined &&
      start < lastEnd &&
      !last.moves.some((m) => closesCycle(m) && m.at <= start)
    ) {
      for (const document of trip.documents) last.documents.add(document);
      last.moves = [...last.moves, ...trip.moves].sort(inOrder);
      last.others.push(...trip.others);
      last.joins.push(...trip.joins);
    } else {
      merged.push(trip);
    }
  }
  return merged;
}

/** Walks the gaps before, between and after the documented trips and hands out the moves that name no document. */
function placeUndocumentedMoves(
  sorted: readonly CycleClaim[],
  trips: Trip[],
  anonymous: Trip[],
  parked: Map<string, ParkReason>,
): void {
  const dated = trips.filter((trip) => trip.moves.length > 0);
  const gaps: CycleClaim[][] = Array.from({ length: dated.length + 1 }, () => []);
  const bounds = dated.map((trip) => [trip.moves[0]?.at ?? 0, trip.moves.at(-1)?.at ?? 0] as const);
  let next = 0;
  const inside: [Trip, CycleClaim][] = [];
  for (const claim of sorted) {
    if (!isMove(claim) || claim.documents.length > 0) continue;
    while (next < bounds.length && (bounds[next]?.[1] ?? 0) < claim.at) next += 1;
    const trip = dated[next];
    const bound = bounds[next];
    if (trip && bound && claim.at >= bound[0] && claim.at <= bound[1] && !isOuterBoundary(claim, bound)) {
      inside.push([trip, claim]);
    } else {
      // An empty return at the very minute of the last documented move lies behind it, not before.
      const behind = trip && bound && claim.at === bound[1] && closesCycle(claim);
      gaps[behind ? next + 1 : next]?.push(claim);
    }
  }
  gaps.forEach((gap, index) =>
    shareGap(gap, dated[index - 1] ?? null, dated[index] ?? null, anonymous, parked),
  );
  for (const [trip, claim] of inside) trip.moves.push(claim);
  for (const trip of dated) trip.moves.sort(inOrder);
}

function isOuterBoundary(claim: CycleClaim, [first, last]: readonly [number, number]): boolean {
  return (claim.at === first && opensCycle(claim)) || (claim.at === last && closesCycle(claim));
}

/** Splits the moves of one gap at its empty pick-ups and returns: tail of the trip before, whole trips, head of the next. */
function shareGap(
  gap: readonly CycleClaim[],
  before: Trip | null,
  after: Trip | null,
  anonymous: Trip[],
  parked: Map<string, ParkReason>,
): void {
  let current: Trip | null = before && !before.moves.some(closesCycle) ? before : null;
  const startsClosed = before !== null && current === null;
  let sawBoundary = startsClosed;
  let pending: CycleClaim[] = [];
  for (const claim of gap) {
    if (opensCycle(claim)) {
      for (const waiting of pending) parked.set(waiting.id, sawBoundary ? 'BETWEEN_CYCLES' : 'NO_BOUNDARY');
      pending = [];
      current = newTrip();
      current.moves.push(claim);
      anonymous.push(current);
      sawBoundary = true;
    } else if (closesCycle(claim)) {
      if (!current) {
        current = newTrip();
        anonymous.push(current);
        current.moves.push(...pending);
        pending = [];
      }
      current.moves.push(claim);
      current = null;
      sawBoundary = true;
    } else if (current && (goesOn(current, claim) || anonymous.includes(current))) {
      current.moves.push(claim);
    } else {
      pending.push(claim);
    }
  }
  joinHead(gap, pending, before, after, anonymous, parked, sawBoundary);
}

/** The last open stretch of a gap is the head of the next trip; without a gate move between, only what must be is. */
function joinHead(
  gap: readonly CycleClaim[],
  pending: readonly CycleClaim[],
  before: Trip | null,
  after: Trip | null,
  anonymous: Trip[],
  parked: Map<string, ParkReason>,
  sawBoundary: boolean,
): void {
  const open = anonymous.at(-1);
  const openMoves = open?.moves;
  const opened = openMoves?.[0];
  const isHead = open && opened && gap.includes(opened) && opensCycle(opened) && !openMoves.some(closesCycle);
  if (after && isHead && headFits(openMoves, after)) {
    anonymous.pop();
    after.moves = [...openMoves, ...after.moves];
  }
  for (const claim of pending) {
    const stage = cycleStage(claim);
    const firstStage = after ? firstStageOf(after) : null;
    const canBeHead = after && stage !== null && firstStage !== null && stage <= 4 && stage <= firstStage;
    const apart = before === null || before.moves.some(closesCycle);
    if (after && canBeHead && apart) after.moves = [claim, ...after.moves].sort(inOrder);
    else if (before === null && after === null) anonymousFor(anonymous, gap).moves.push(claim);
    else parked.set(claim.id, sawBoundary ? 'BETWEEN_CYCLES' : 'NO_BOUNDARY');
  }
}

/** A box that no document speaks of yet has one cycle until an empty move says otherwise. */
function anonymousFor(anonymous: Trip[], gap: readonly CycleClaim[]): Trip {
  const last = anonymous.at(-1);
  if (last && !last.moves.some(closesCycle) && last.moves.every((move) => gap.includes(move))) return last;
  const trip = newTrip();
  anonymous.push(trip);
  return trip;
}

/** An opened stretch leads into the trip when none of its moves lies further along than the trip's first. */
function headFits(head: readonly CycleClaim[], trip: Trip): boolean {
  const first = firstStageOf(trip);
  if (first === null) return true;
  return head.every((claim) => {
    const stage = cycleStage(claim);
    return stage === null || stage <= first || (stage === 5 && first >= 4);
  });
}

function firstStageOf(trip: Trip): number | null {
  for (const move of trip.moves) {
    const stage = cycleStage(move);
    if (stage !== null) return stage;
  }
  return null;
}

/** A move without documents goes on with a trip when it lies further along; a new loading never does. */
function goesOn(trip: Trip, claim: CycleClaim): boolean {
  const stage = cycleStage(claim);
  if (stage === null) return false;
  let furthest = -1;
  for (const move of trip.moves) furthest = Math.max(furthest, cycleStage(move) ?? -1);
  return stage > furthest || (stage === furthest && stage === 7);
}

/** Estimates, plans and papers that name no document of the box: by the cycle whose time holds them. */
function placeUndocumentedOthers(
  sorted: readonly CycleClaim[],
  trips: Trip[],
  parked: Map<string, ParkReason>,
): void {
  for (const claim of sorted) {
    if (isMove(claim) || claim.documents.length > 0) continue;
    const holder = trips.findLast((trip) => (trip.moves[0]?.at ?? Infinity) <= claim.at);
    const end = holder?.moves.find(closesCycle)?.at;
    if (holder && (end === undefined || claim.at <= end)) holder.others.push(claim);
    else parked.set(claim.id, 'NO_CYCLE');
  }
}

function byFirstMove(a: Trip, b: Trip): number {
  const first = (trip: Trip) => trip.moves[0]?.at ?? trip.others[0]?.at ?? Infinity;
  const key = (trip: Trip) => trip.moves[0]?.id ?? trip.others[0]?.id ?? '';
  return first(a) - first(b) || (key(a) < key(b) ? -1 : 1);
}

function toCycle(trip: Trip, following: Trip | undefined): CutCycle {
  const closing = trip.moves.findLast(closesCycle);
  const claims = [...trip.moves, ...trip.others].sort(inOrder);
  return {
    from: trip.moves[0]?.at ?? null,
    to: closing?.at ?? following?.moves[0]?.at ?? null,
    documents: [...trip.documents].sort(),
    holds: claims.filter((claim) => !claim.listing).map((claim) => claim.id),
    listings: claims.filter((claim) => claim.listing).map((claim) => claim.id),
    joins: trip.joins,
  };
}
