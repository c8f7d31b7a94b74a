import type { EventCode } from '../event-code.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';

/** What the parts of a consignment reach, each for itself: six pieces and four of ten arrive twice. */
export const REACHED_IN_PARTS: ReadonlySet<EventCode> = new Set<EventCode>([
  'RECEIVED', 'MANIFESTED', 'DEPARTED', 'ARRIVED', 'CHECKED_IN', 'NOTIFIED', 'DELIVERED',
]); // prettier-ignore

/** Whether something is told of some of the pieces of a consignment. */
export function isPart({ quantity }: Pick<TrackingEvent, 'quantity'>): boolean {
  return quantity?.pieces != null && quantity.ofPieces != null && quantity.pieces < quantity.ofPieces;
}

/**
 * Whether two claims of one status tell of different pieces. They do where they add up to the whole, or where one source
 * tells both and they go into it together; two who tell the same number tell of the same pieces. One source that says a
 * part and then all has said all as well, and one that says more than the whole has corrected itself.
 *
 * `apartMs`: how far apart both are told; `toleranceMs`: as near as this, one source that says the same number repeats itself.
 */
export function isOtherPart(a: FactClaim, b: FactClaim, apartMs: number, toleranceMs: number): boolean {
  const [one, other] = [a.event.quantity, b.event.quantity];
  if (!REACHED_IN_PARTS.has(a.event.code) || a.event.equipment || b.event.equipment) return false;
  if (one?.pieces == null || other?.pieces == null) return false;
  const total = Math.max(one.ofPieces ?? 0, other.ofPieces ?? 0);
  // Without a whole that they are parts of, the second number only differs.
  if (total === 0) return false;
  const sum = one.pieces + other.pieces;
  const isOfOneSource = a.voices.some((voice) =>
    b.voices.some(({ source }) => source.id === voice.source.id),
  );
  if (one.pieces === other.pieces)
    return isOfOneSource && apartMs > 0 && (sum === total || (sum < total && apartMs > toleranceMs));
  if (sum === total) return true;
  return isOfOneSource && (sum < total || one.pieces === total || other.pieces === total);
}
