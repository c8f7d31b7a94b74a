import type { Quantity } from 'graph-schema/domain/tracking-event';

const PARTS = /^([TPSDM])(\d+)(?:([KL])(\d+(?:\.\d*)?))?.*?(?:T(\d+))?$/;
const KG_PER_POUND = 0.453_592_37;

/**
 * `T10K250.0` all ten pieces; `P5K125.0T10` five of ten; `P5K125.0` five of however many the consignment has. `T5` in a
 * consignment of ten (all that a discrepancy is about) is a part as well. Pounds become kilograms.
 * Null for what is no quantity.
 */
export function readQuantity(text: string | null, consignmentPieces: number | null): Quantity | null {
  const [, , pieces, unit, weight, total] = PARTS.exec(text ?? '') ?? [];
  if (!pieces) return null;
  const isPart = Number(pieces) !== consignmentPieces;
  return {
    pieces: Number(pieces),
    grossKg: weight ? kilograms(Number(weight), unit) : null,
    ofPieces: total ? Number(total) : isPart ? consignmentPieces : null,
  };
}

/** Pieces of the whole consignment, null where its line only counts a part. */
export function readTotalPieces(text: string | null): number | null {
  const [, share, pieces, , , total] = PARTS.exec(text ?? '') ?? [];
  const whole = total ?? (share === 'T' ? pieces : undefined);
  return whole === undefined ? null : Number(whole);
}

/** Pounds, if they are that, as kilograms. */
export function kilograms(weight: number, unit: string | undefined): number {
  return unit === 'L' ? Math.round(weight * KG_PER_POUND * 10) / 10 : weight;
}
