import { closesCycle, cycleStage, inOrder, isMove, opensCycle, type CycleClaim } from './cycle-claim.ts';
import type { ModalTrip } from './cycle-modes.ts';
import { newTrip } from './cycle-papers.ts';
import type { ParkReason } from './cycle-parking.ts';
import { EMPTIED_WITHIN_MS } from './cycle-steps.ts';

/** What the walk through the gaps fills. */
export interface GapWalk {
  /** Trips on which no claim names a document. */
  readonly anonymous: ModalTrip[];
  readonly parked: Map<string, ParkReason>;
  /** Stuffings that begin a use of the box as an empty pick-up does; null: none. */
  readonly restuffed: ReadonlySet<string> | null;
}

/** Walks the gaps before, between and after the documented trips and hands out the moves that name no document. */
export function placeUndocumentedMoves(
  sorted: readonly CycleClaim[],
  trips: ModalTrip[],
  walk: GapWalk,
): void {
  const dated = trips.filter((trip) => trip.moves.length > 0);
  const gaps: CycleClaim[][] = [[]];
  const bounds = dated.map(boundsOf);
  for (let i = 0; i < dated.length; i += 1) gaps.push([]);
  let next = 0;
  const inside: [ModalTrip, CycleClaim][] = [];
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
  gaps.forEach((gap, index) => shareGap(gap, dated[index - 1] ?? null, dated[index] ?? null, walk));
  for (const [trip, claim] of inside) trip.moves.push(claim);
  for (const trip of dated) if (!isInOrder(trip.moves)) trip.moves.sort(inOrder);
}

function isInOrder(moves: readonly CycleClaim[]): boolean {
  for (let i = 1; i < moves.length; i += 1) {
    const [before, move] = [moves[i - 1], moves[i]];
    if (before && move && inOrder(before, move) > 0) return false;
  }
  return true;
}

/** From the first to the last step of the way; what else happens to papers or goods may be told much later. */
function boundsOf(trip: ModalTrip): readonly [number, number] {
  let first: number | undefined;
  let last: number | undefined;
  for (const move of trip.moves) {
    if (cycleStage(move) === null) continue;
    first ??= move.at;
    last = move.at;
  }
  return [first ?? trip.moves[0]?.at ?? 0, last ?? trip.moves.at(-1)?.at ?? 0];
}

function isOuterBoundary(claim: CycleClaim, [first, last]: readonly [number, number]): boolean {
  return (claim.at === first && opensCycle(claim)) || (claim.at === last && closesCycle(claim));
}

/** Splits the moves of one gap at its empty pick-ups and returns: tail of the trip before, whole trips, head of the next. */
function shareGap(
  gap: readonly CycleClaim[],
  before: ModalTrip | null,
  after: ModalTrip | null,
  walk: GapWalk,
): void {
  const { anonymous, parked, restuffed } = walk;
  let current: ModalTrip | null = before && !before.moves.some(closesCycle) ? before : null;
  const startsClosed = before !== null && current === null;
  let sawBoundary = startsClosed;
  let pending: CycleClaim[] = [];
  for (const claim of gap) {
    if (opensCycle(claim) || restuffed?.has(claim.id)) {
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
    } else if (
      current &&
      (anonymous.includes(current) || (pending.length === 0 && staysOn(claim, current)))
    ) {
      current.moves.push(claim);
    } else {
      pending.push(claim);
    }
  }
  joinHead(gap, pending, before, after, walk, sawBoundary);

  /** What is no step of the way (a hold, a damage) is of the use of the box that is open while no later one is known. */
  function staysOn(claim: CycleClaim, trip: ModalTrip): boolean {
    return goesOn(trip, claim) || (after === null && cycleStage(claim) === null);
  }
}

/** The last open stretch of a gap is the head of the next trip; without a gate move between, only what must be is. */
function joinHead(
  gap: readonly CycleClaim[],
  pending: readonly CycleClaim[],
  before: ModalTrip | null,
  after: ModalTrip | null,
  { anonymous, parked, restuffed }: GapWalk,
  sawBoundary: boolean,
): void {
  const open = anonymous.at(-1);
  const openMoves = open?.moves;
  const opened = openMoves?.[0];
  const isOpened = opened && gap.includes(opened) && (opensCycle(opened) || restuffed?.has(opened.id));
  const isHead = open && isOpened && !openMoves.some(closesCycle);
  if (after && isHead && headFits(openMoves, after)) {
    anonymous.pop();
    after.moves = [...openMoves, ...after.moves];
  }
  for (const claim of pending) {
    const stage = cycleStage(claim);
    const firstStage = after ? firstStageOf(after) : null;
    const canBeHead = after && stage !== null && firstStage !== null && stage <= 4 && stage <= firstStage;
    const apart = before === null || before.moves.some(closesCycle) || comesForNext(claim, before, after);
    if (after && canBeHead && apart) after.moves = [claim, ...after.moves].sort(inOrder);
    else if (before === null && after === null) anonymousFor(anonymous, gap).moves.push(claim);
    else parked.set(claim.id, sawBoundary ? 'BETWEEN_CYCLES' : 'NO_BOUNDARY');
  }
}

/**
 * A box that left the terminal full and comes full into the very port from which the next cargo sails comes with that: it
 * was emptied and stuffed outside, as those of shippers are and those that make a street turn.
 */
function comesForNext(claim: CycleClaim, before: ModalTrip, after: ModalTrip | null): boolean {
  if (claim.code !== 'GATED_IN' || claim.place === null) return false;
  const left = before.moves.findLast((move) => cycleStage(move) !== null);
  const sails = after?.moves.find((move) => cycleStage(move) !== null);
  if (!left || !sails || sails.code !== 'LOADED' || sails.place !== claim.place) return false;
  return left.at < claim.at && (cycleStage(left) ?? 0) >= 7;
}

/** A box that no document speaks of yet has one cycle until an empty move says otherwise. */
function anonymousFor(anonymous: ModalTrip[], gap: readonly CycleClaim[]): ModalTrip {
  const last = anonymous.at(-1);
  if (last && !last.moves.some(closesCycle) && last.moves.every((move) => gap.includes(move))) return last;
  const trip = newTrip();
  anonymous.push(trip);
  return trip;
}

/**
 * An opened stretch leads into the trip when none of its moves lies further along than the trip's first. A box that was
 * left behind by its ship may leave the terminal full once more.
 */
function headFits(head: readonly CycleClaim[], trip: ModalTrip): boolean {
  const first = firstStageOf(trip);
  if (first === null) return true;
  const wasInTerminal = head.some((claim) => cycleStage(claim) === 3);
  return head.every((claim) => {
    const stage = cycleStage(claim);
    if (stage === null || stage <= first || (stage === 5 && first >= 4)) return true;
    return stage === 7 && (first === 3 || (first === 4 && wasInTerminal));
  });
}

function firstStageOf(trip: ModalTrip): number | null {
  for (const move of trip.moves) {
    const stage = cycleStage(move);
    if (stage !== null) return stage;
  }
  return null;
}

/** A move without documents goes on with a trip when it lies further along; a new loading never does. */
function goesOn(trip: ModalTrip, claim: CycleClaim): boolean {
  const stage = cycleStage(claim);
  if (stage === null) return false;
  let furthest = -1;
  for (const move of trip.moves) furthest = Math.max(furthest, cycleStage(move) ?? -1);
  return stage > furthest || (stage === furthest && (stage === 7 || isEmptying(trip, claim)));
}

/** The consignee empties what was delivered to him some days before. */
function isEmptying({ moves }: ModalTrip, claim: CycleClaim): boolean {
  if (claim.code !== 'STRIPPED' || moves.some(({ code }) => code === 'STRIPPED')) return false;
  return moves.some(({ code, at }) => code === 'DELIVERED' && claim.at - at <= EMPTIED_WITHIN_MS);
}
