import type { CycleClaim } from './cycle-claim.ts';
import type { BelievedHistory } from './cycle-history.ts';
import type { ModalTrip } from './cycle-modes.ts';
import { newTrip, type Consignments } from './cycle-papers.ts';

/** Why a claim could not be placed on any cycle. */
export const PARK_REASONS = [
  /** Between an empty return and the next empty pick-up. */ 'BETWEEN_CYCLES',
  /** It names no document, and no gate move says on which side of the cut it lies. */ 'NO_BOUNDARY',
  /** An estimate or a paper that no cycle's time or document fits. */ 'NO_CYCLE',
  /** What else is told of the box speaks against it: it cannot have happened there and then. */ 'CONTRADICTED',
] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

/**
 * Two ways of seeing must agree before a move that names no document shows on somebody's trip: the walk through the
 * gaps and the believed history. Where they differ, or the history itself is in doubt, the move is parked.
 */
export function parkDoubtful(
  trips: readonly ModalTrip[],
  { useOf, doubtful }: BelievedHistory,
  parked: Map<string, ParkReason>,
): ModalTrip[] {
  const named = new Set(trips.flatMap((trip) => [...usesOf(trip, useOf)]));
  return trips.flatMap((trip) => {
    const isAnonymous = trip.documents.size === 0;
    const uses = usesOf(trip, useOf);
    const isPlaced = (move: CycleClaim) => {
      if (move.documents.length > 0) return true;
      const use = useOf.get(move.id);
      const isOther = use !== undefined && (isAnonymous ? named.has(use) : uses.size > 0 && !uses.has(use));
      return !isOther && !doubtful.has(move.id);
    };
    if (trip.moves.every(isPlaced)) return isAnonymous ? divided(trip, useOf) : trip;
    const moves = trip.moves.filter(isPlaced);
    for (const move of trip.moves) if (!moves.includes(move)) parked.set(move.id, 'NO_BOUNDARY');
    if (moves.length === 0 && isAnonymous) return [];
    return isAnonymous ? divided({ ...trip, moves }, useOf) : { ...trip, moves };
  });
}

/** The uses in the history of the moves that name papers. */
function usesOf({ moves }: ModalTrip, useOf: BelievedHistory['useOf']): Set<number> {
  const uses = new Set<number>();
  for (const { id, documents } of moves) {
    const use = documents.length > 0 ? useOf.get(id) : undefined;
    if (use !== undefined) uses.add(use);
  }
  return uses;
}

/** Estimates under papers that list other boxes, where no move says that this box goes with them. */
export function parkUnlisted(
  trips: readonly ModalTrip[],
  { of, isUnlisted }: Consignments,
  parked: Map<string, ParkReason>,
): readonly ModalTrip[] {
  const stays = trips.filter(({ moves, others }) => {
    const [first] = others;
    const root = moves.length === 0 && first ? of(first) : null;
    if (root === null || !isUnlisted(root)) return true;
    for (const { id } of others) parked.set(id, 'NO_CYCLE');
    return false;
  });
  return stays.length === trips.length ? trips : stays;
}

/** A trip without papers is of as many uses as the history says. */
function divided(trip: ModalTrip, useOf: BelievedHistory['useOf']): ModalTrip[] {
  const parts = new Map<number, ModalTrip>();
  let last = 0;
  for (const move of trip.moves) {
    last = useOf.get(move.id) ?? last;
    const part = parts.get(last) ?? newTrip();
    part.moves.push(move);
    parts.set(last, part);
  }
  return parts.size === 1 ? [trip] : [...parts.values()];
}
