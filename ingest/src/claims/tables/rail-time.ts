import type { Place } from 'graph-schema/domain/place';

const CHINA_RAIL_ZONE = 'Asia/Shanghai';

/** A place with the clock that its railway runs on: Beijing time everywhere in China, also where the civil zone is another. */
export function onRailTime(place: Place | null): Place | null {
  return place?.country === 'CN' ? { ...place, zone: CHINA_RAIL_ZONE } : place;
}
