import type { PlaceRef } from './tracking-event.ts';

/** The country that a place says it is in, ISO 3166-1 alpha-2: offices of four digits 关区 are China's, those of the EU begin with their country. */
export function countryOf(place: PlaceRef | null): string | null {
  if (place === null) return null;
  const { unLocode, customsOffice, facility } = place;
  if (unLocode !== null) return unLocode.slice(0, 2);
  if (customsOffice !== null) return 'CN';
  return facility?.scheme === 'EU_CUSTOMS' ? facility.code.slice(0, 2) : null;
}
