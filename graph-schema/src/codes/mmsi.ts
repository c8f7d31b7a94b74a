import type { Brand } from './brand.ts';
import { MARITIME_IDENTIFICATION_DIGITS } from './maritime-identification-digits.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// ITU-R M.585: a ship station is MIDxxxxxx, where the first digit is 2 to 7. Coast stations (00…), groups (0…),
// search aircraft (111…), aids to navigation (99…) and craft of a parent ship (98…) are no ships.

/** `413999001` */
export type Mmsi = Brand<'Mmsi'>;

export function parseMmsi(raw: string): Parsed<Mmsi> {
  return shaped(compactBounded(raw).replace(/^MMSI:?/, ''), /^[2-7]\d{8}$/);
}

/** ISO 3166 code of the flag that the first three digits stand for; null where the ITU has not given them out. */
export function mmsiCountry(mmsi: string): string | null {
  return MARITIME_IDENTIFICATION_DIGITS.get(mmsi.slice(0, 3)) ?? null;
}
