import { createRequire } from 'node:module';

const require = createRequire(new URL('../../graph-schema/package.json', import.meta.url));
// `geo-tz/all` keeps every zone of the database; plain `geo-tz` merges zones that agree since 1970, across borders.
const { find } = require('geo-tz/all') as { find: (latitude: number, longitude: number) => string[] };

/** IANA zone of a point. Where two are in use (Xinjiang), the official one: freight papers there are in Beijing time. */
export function zoneOf(latitude: number, longitude: number): string | null {
  const zones = find(latitude, longitude);
  if (zones.includes('Asia/Shanghai')) return 'Asia/Shanghai';
  const zone = zones[0] ?? null;
  return zone === null || zone.startsWith('Etc/') ? null : zone;
}
