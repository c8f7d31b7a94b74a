import type { Gazetteer } from 'graph-schema/domain/place';
import type { ShipmentTelling } from '../events/shipment-telling.ts';
import type { Fit } from './charset.ts';

/** What a claim is told with. */
export interface Telling {
  readonly shipment: ShipmentTelling;
  readonly places: Gazetteer;
  readonly fit: Fit;
}

/** A text of a length that an element has room for; null: nothing is said, or the letters are not there. */
export function textFor(text: string | null, longest: number, fit: Fit): string | null {
  const fitted = text === null ? null : fit(text);
  return fitted === null || fitted === '' ? null : fitted.slice(0, longest).trim();
}

/** A code or number: cut off it would be another one, so it is left out where it does not fit. */
export function codeFor(text: string | null, longest: number, fit: Fit): string | null {
  const fitted = text === null ? null : fit(text);
  return fitted === null || fitted === '' || fitted.length > longest ? null : fitted;
}
