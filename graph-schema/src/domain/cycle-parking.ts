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
 * gaps and the believed history. Where they differ the move is parked; trips without any document are divided instead.
 */
export function parkDoubtful(
  trips: readonly ModalTrip[],
  { useOf, doubtful }: BelievedHistory,
  parked: Map<string, ParkReason>,
): ModalTrip[] {
  return trips.flatMap((trip) => {
    const isAnonymous = trip.documents.size === 0;
    if (doubtful.size === 0 && isOfOneUse(trip, useOf)) return trip;
    const uses = new Set<number | undefined>();
    for (const move of trip.moves) if (isAnonymous || move.documents.length > 0) uses.add(useOf.get(move.id));
    uses.delete(undefined);
    const moves = trip.moves.filter((move) => {
      const use = useOf.get(move.id);
      const isElsewhere = uses.size > 0 && use !== undefined && !uses.has(use);
      if (move.documents.length > 0 || !(isElsewhere || doubtful.has(move.id))) return true;
      parked.set(move.id, 'NO_BOUNDARY');
      return false;
    });
    if (moves.length === 0 && isAnonymous) return [];
    const kept = moves.length === trip.moves.length ? trip : { ...trip, moves };
    return isAnonymous && uses.size > 1 ? divided(kept, useOf) : kept;
  });
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

function isOfOneUse({ moves }: ModalTrip, useOf: BelievedHistory['useOf']): boolean {
  let only: number | undefined;
  for (const move of moves) {
    const use = useOf.get(move.id);
    if (use === undefined || use === only) continue;
    if (only !== undefined) return false;
    only = use;
  }
  return true;
}

function divided(trip: ModalTrip, useOf: BelievedHistory['useOf']): ModalTrip[] {
  const parts = new Map<number, ModalTrip>();
  let last = 0;
  for (const move of trip.moves) {
    last = useOf.get(move.id) ?? last;
    const part = parts.get(last) ?? newTrip();
    part.moves.push(move);
    parts.set(last, part);
  }
  return [...parts.values()];
}
