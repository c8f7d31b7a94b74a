import type { Gazetteer } from '../place.ts';
import type { PlaceRef } from '../tracking-event.ts';

/** The UN/LOCODE of the town that a place lies in, or is; null where that is not known. */
export type TownOf = (place: PlaceRef) => string | null;

/** For whoever has no tables: the town is what the claim itself says. */
export const townAsTold: TownOf = (place) => place.unLocode;

/** The relation as the tables have it: a station, customs office 关区 or airport lies in a town. */
export function townsOf(places: Gazetteer): TownOf {
  return ({ unLocode, railStation, customsOffice, facility }) => {
    if (unLocode) return places.findLocode(unLocode)?.unLocode ?? unLocode;
    if (railStation) return places.findRailStation(railStation)?.unLocode ?? null;
    if (customsOffice) return places.findCustomsOffice(customsOffice)?.unLocode ?? null;
    return facility?.scheme === 'IATA' ? (places.findAirport(facility.code)?.unLocode ?? null) : null;
  };
}
