import type { Brand } from './brand.ts';
import { accepted, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// 转关申报单 pre-entry number 16 digits; 载货清单 (road manifest) 13 digits, in 16-digit fields padded with `000`. The conveyance
// field of a declaration writes either with `@` in front.

/** 16 or 13 digits, without `@` and without padding. */
export type TransitNumber = Brand<'TransitNumber'>;

export function parseTransitNumber(raw: string): Parsed<TransitNumber> {
  const value = compactBounded(raw).replace(/^@/, '');
  if (/^000\d{13}$/.test(value)) return accepted(value.slice(3));
  return /^\d{16}$|^\d{13}$/.test(value) ? accepted(value) : badIdentifier(value);
}

/** Which of the two papers a number stands for. */
export function transitKind(value: TransitNumber): 'TRANSIT_DECLARATION' | 'CARGO_LIST' {
  return value.length === 16 ? 'TRANSIT_DECLARATION' : 'CARGO_LIST';
}
