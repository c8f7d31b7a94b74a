import type { PlaceRef } from '../tracking-event.ts';
import { placeOf, type Milestone } from './milestone.ts';

/** Pieces of a consignment that moves in parts: how many of them have reached each status at each place. */
export interface PieceProgress {
  readonly total: number;
  readonly atPlace: readonly {
    readonly place: PlaceRef;
    readonly code: Milestone['code'];
    readonly pieces: number;
  }[];
}

const STATUSES: readonly Milestone['code'][] = [
  'RECEIVED',
  'MANIFESTED',
  'DEPARTED',
  'ARRIVED',
  'CHECKED_IN',
  'NOTIFIED',
  'DELIVERED',
];

/** Adds up parts by place and status; null when nobody counts pieces apart from the whole. */
export function piecesOf(milestones: readonly Milestone[]): PieceProgress | null {
  const counted = milestones.filter(
    (m) =>
      m.classifier === 'ACTUAL' &&
      m.quantity?.pieces != null &&
      STATUSES.includes(m.code) &&
      m.containers.length === 0,
  );
  if (counted.length === 0) return null;
  const total = Math.max(...counted.map((m) => m.quantity?.ofPieces ?? m.quantity?.pieces ?? 0));
  const sums = new Map<string, { place: PlaceRef; code: Milestone['code']; pieces: number }>();
  for (const { code, place, quantity } of counted) {
    if (!place) continue;
    const key = `${code}|${placeOf(place)}`;
    const sum = sums.get(key) ?? { place, code, pieces: 0 };
    // A status of the whole after those of its parts says the same pieces again.
    sum.pieces = Math.min(total, sum.pieces + (quantity?.pieces ?? 0));
    sums.set(key, sum);
  }
  return { total, atPlace: [...sums.values()] };
}
