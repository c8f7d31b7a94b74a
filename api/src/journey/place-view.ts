import { placeOf } from 'graph-schema/domain/journey/milestone';
import type { Gazetteer, Place } from 'graph-schema/domain/place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';

/** A place as it is shown: what the tables know, else what was received. */
export interface PlaceView {
  readonly id: string;
  readonly unLocode: string | null;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string | null;
  /** Terminal, depot or site within it, as coded by the sender or named by the tables. */
  readonly facility: string | null;
  /** Berth at it, as people there call it. */
  readonly berth: string | null;
}

export function findPlaceView(ref: PlaceRef | null, places: Gazetteer): PlaceView | null {
  if (!ref) return null;
  const known = knownPlace(ref, places);
  const terminal = ref.facility && ref.unLocode ? places.findTerminal(ref.unLocode, ref.facility.code) : null;
  const { berth } = ref;
  const isNamed = ref.facility && ref.facility.scheme !== 'IATA';
  const facility = terminal?.name ?? (isNamed ? (ref.facility?.code ?? null) : null);
  if (known) {
    const { id, unLocode, name, nameZh, country, zone } = known;
    const point = terminal?.latitude == null ? known : terminal;
    return {
      id,
      unLocode,
      name,
      nameZh,
      country,
      latitude: point.latitude,
      longitude: point.longitude,
      zone,
      facility,
      berth,
    };
  }
  const id = placeOf(ref) ?? facility;
  if (!id) return null;
  const name = ref.raw ?? ref.unLocode ?? id;
  return {
    id,
    unLocode: ref.unLocode,
    name,
    nameZh: null,
    country: null,
    latitude: null,
    longitude: null,
    zone: null,
    facility,
    berth,
  };
}

function knownPlace(ref: PlaceRef, places: Gazetteer): Place | null {
  if (ref.railStation) return places.findRailStation(ref.railStation);
  if (ref.facility?.scheme === 'IATA') return places.findAirport(ref.facility.code);
  if (ref.unLocode) return places.findLocode(ref.unLocode);
  if (ref.customsOffice) return places.findCustomsOffice(ref.customsOffice);
  return null;
}
