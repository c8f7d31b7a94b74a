import type { Gazetteer } from '../place.ts';
import type { PlaceRef } from '../tracking-event.ts';

/** The UN/LOCODE of the town that a place lies in, or is; null where that is not known. */
export type TownOf = (place: PlaceRef) => string | null;

/** For whoever has no tables: the town is what the claim itself says. */
export const townAsTold: TownOf = (place) => place.unLocode;

/** The relation as the tables have it: a station, customs office 关区 or airport lies in a town. What was asked is kept. */
export function townsOf(places: Gazetteer): TownOf {
  const kept = new Map<string, string | null>();
  return (place) => {
    const key = `${place.unLocode}|${place.railStation}|${place.customsOffice}|${place.facility?.scheme}:${place.facility?.code}`;
    let town = kept.get(key);
    if (town === undefined) {
      town = findTown(place, places);
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, town);
    }
    return town;
  };
}

const KEPT = 10_000;

function findTown(
  { unLocode, railStation, customsOffice, facility }: PlaceRef,
  places: Gazetteer,
): string | null {
  if (unLocode) return places.findLocode(unLocode)?.unLocode ?? unLocode;
  if (railStation) return places.findRailStation(railStation)?.unLocode ?? null;
  if (customsOffice) return places.findCustomsOffice(customsOffice)?.unLocode ?? null;
  return facility?.scheme === 'IATA' ? (places.findAirport(facility.code)?.unLocode ?? null) : null;
}
