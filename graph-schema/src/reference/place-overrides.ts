import type { Place } from '../domain/place.ts';
import { numberOrNull, readTable, textOrNull } from './table-file.ts';

/** A correction of, or an addition to, the tables of the packages; null keeps what they say. */
export interface PlaceOverride {
  /** UN/LOCODE, or `IATA:` and an airport or city code. */
  readonly key: string;
  readonly name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string | null;
  readonly kind: Place['kind'] | null;
  /** For `IATA:` keys: the airport's UN/LOCODE. */
  readonly unLocode: string | null;
}

const columns = ['key', 'name', 'latitude', 'longitude', 'zone', 'kind', 'unLocode'];
const kinds: readonly string[] = ['PORT', 'AIRPORT', 'PLACE'] satisfies Place['kind'][];

function isKind(text: string): text is Place['kind'] {
  return kinds.includes(text);
}

export function readPlaceOverrides(directory: string): PlaceOverride[] {
  return readTable(directory, 'place-overrides', columns).map(
    ([key = '', name, latitude, longitude, zone, kind = '', unLocode]) => ({
      key,
      name: textOrNull(name),
      latitude: numberOrNull(latitude),
      longitude: numberOrNull(longitude),
      zone: textOrNull(zone),
      kind: isKind(kind) ? kind : null,
      unLocode: textOrNull(unLocode),
    }),
  );
}
