import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// Carrier's booking reference: free text of the carrier, unique with the carrier only.

export type BookingNumber = Brand<'BookingNumber'>;

export function parseBooking(raw: string): Parsed<BookingNumber> {
  return shaped(compactBounded(raw), /^(?=.*\d)[A-Z0-9]{4,35}$/);
}
