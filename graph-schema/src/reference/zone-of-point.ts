import tzLookup from '@photostructure/tz-lookup';

/**
 * IANA zone of a point in a country, from the small run-time table. A country with a single zone needs no look-up,
 * which is wrong by a few kilometres at borders; China is one zone on all freight papers, Xinjiang too.
 */
export function zoneOfPoint(
  latitude: number,
  longitude: number,
  country: string,
  countryZones: ReadonlyMap<string, string>,
): string | null {
  if (country === 'CN') return 'Asia/Shanghai';
  const only = countryZones.get(country);
  if (only !== undefined) return only;
  const zone = tzLookup(latitude, longitude);
  return zone.startsWith('Etc/') ? null : zone;
}
