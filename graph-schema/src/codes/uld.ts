import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// IATA ULD regulations: type 3 characters (category · base size · contour) · serial 4 or 5 digits · owner 2 characters.

/** `AKE12345CA` */
export type UldNumber = Brand<'UldNumber'>;

/** First letters that ULD categories use: A, D, F, G, H, J, K, M, N, P, Q, R, S, U, V, W, X, Y, Z. */
const SHAPE = /^[ADFGHJKMNPQRSUVWXYZ][A-Z0-9][A-Z]\d{4,5}(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])$/;

export function parseUld(raw: string): Parsed<UldNumber> {
  return shaped(compactBounded(raw), SHAPE);
}

/** The airline or pool that owns it. */
export function uldOwner(uld: string): string {
  return uld.slice(-2);
}
