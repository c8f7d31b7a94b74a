import type { Quantity } from 'graph-schema/domain/tracking-event';

/** By weight unit (188) or unit of measurement (355). */
const KILOGRAMS: Readonly<Record<string, number>> = {
  K: 1, KG: 1, L: 0.45359237, LB: 0.45359237, E: 1000, M: 1000, MT: 1000, T: 1016.0469088, S: 907.18474, ST: 907.18474,
}; // prettier-ignore

/** Gross weight qualifiers (187); a tare or a rated weight is none of ours. */
const GROSS: ReadonlySet<string> = new Set(['G', 'A1', 'A2', 'A3', 'N', 'B', 'FR']);

/** A number of X12 type R or N0; null for none, and for zero, which senders fill in. */
export function readNumber(value: string | null): number | null {
  return value !== null && /^\d{1,15}(?:\.\d{1,9})?$/.test(value) && Number(value) > 0 ? Number(value) : null;
}

/** Kilograms to the gram; null when it is no weight. Without a unit it is pounds where `otherwise` says so. */
export function kilograms(value: string | null, unit: string | null, otherwise = 'K'): number | null {
  const factor = KILOGRAMS[unit ?? otherwise];
  const number = readNumber(value);
  return number === null || factor === undefined ? null : Math.round(number * factor * 1000) / 1000;
}

export function isGross(qualifier: string | null): boolean {
  return qualifier === null || GROSS.has(qualifier);
}

/** Null when neither is known. */
export function quantityOf(pieces: number | null, grossKg: number | null): Quantity | null {
  return pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null };
}
