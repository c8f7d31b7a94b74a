import type { Quantity } from 'graph-schema/domain/tracking-event';
import { parseEdifactNumber } from '../../syntax/edifact/number.ts';

/** By unit of UN Recommendation 20. */
const KILOGRAMS: Readonly<Record<string, number>> = { KGM: 1, KG: 1, TNE: 1000, LBR: 0.45359237 };

/** Kilograms of a measure, to the gram; null when it is no number or the unit is no weight. */
export function kilogramsOf(value: string | null, unit: string | null): number | null {
  const number = parseEdifactNumber(value);
  const factor = KILOGRAMS[unit?.toUpperCase() ?? 'KGM'];
  return number === null || number < 0 || factor === undefined
    ? null
    : Math.round(number * factor * 1000) / 1000;
}

/** A gross weight as the quantity of a claim; null for none and for zero, which senders fill in. */
export function grossWeight(grossKg: number | null): Quantity | null {
  return grossKg === null || grossKg === 0 ? null : { pieces: null, grossKg, ofPieces: null };
}
