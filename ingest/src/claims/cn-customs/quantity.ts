import type { Quantity } from 'graph-schema/domain/tracking-event';

/** Pieces and gross weight of a customs record, each null when it is left out or no number. */
export function customsQuantity(pieces: string | null, grossKg: string | null): Quantity | null {
  const counted = decimal(pieces);
  const weighed = decimal(grossKg);
  return counted === null && weighed === null ? null : { pieces: counted, grossKg: weighed, ofPieces: null };
}

function decimal(written: string | null): number | null {
  return written !== null && /^\d{1,15}(?:\.\d{1,6})?$/.test(written) ? Number(written) : null;
}
