import type { Gazetteer } from 'graph-schema/domain/place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { findPlaceView, type PlaceView } from '../journey/place-view.ts';
import type { DcsaLocation, DcsaTransportCall } from './event-schemas.ts';
import { FACILITY_LISTS, wordOf } from './vocabulary.ts';

type Facility = Pick<DcsaLocation, 'facilityCode' | 'facilityCodeListProvider'>;

/** A place in the standard's terms, and the zone of its clocks. */
export interface ToldPlace {
  readonly eventLocation: DcsaLocation;
  /** The same for a transport call, which has no room for names. */
  readonly ofCall: Pick<
    DcsaTransportCall,
    'UNLocationCode' | 'facilityCode' | 'facilityCodeListProvider' | 'otherFacility' | 'location'
  >;
  readonly zone: string | null;
}

/** Null: it says nothing of a place. */
export function tellPlace(ref: PlaceRef | null, places: Gazetteer): ToldPlace | null {
  const view = findPlaceView(ref, places);
  if (!ref || !view) return null;
  const facility = facilityOf(ref);
  const UNLocationCode = view.unLocode?.length === 5 ? view.unLocode : undefined;
  const point = pointOf(view);
  const named = clip(view.facility !== null && !facility ? `${view.name}, ${view.facility}` : view.name, 100);
  const locationName = named === '' ? undefined : named;
  const other = view.facility === null || facility ? undefined : clip(view.facility, 50);
  return {
    eventLocation: { locationName, ...point, UNLocationCode, ...facility },
    ofCall: { UNLocationCode, ...facility, otherFacility: other, location: UNLocationCode ? undefined : { locationName, ...point } },
    zone: view.zone,
  };
} // prettier-ignore

/** Only codes of the lists that the standard knows, without the UN/LOCODE that a BIC code begins with. */
function facilityOf({ facility, unLocode }: PlaceRef): Facility | null {
  const provider = facility && wordOf(FACILITY_LISTS, facility.scheme);
  if (!facility || !provider) return null;
  const { code } = facility;
  const isWhole = provider === 'BIC' && unLocode !== null && code.length === 9 && code.startsWith(unLocode);
  const facilityCode = isWhole ? code.slice(5) : code;
  return facilityCode.length > 6 ? null : { facilityCode, facilityCodeListProvider: provider };
}

function pointOf({ latitude, longitude }: PlaceView): Pick<DcsaLocation, 'latitude' | 'longitude'> {
  if (latitude === null || longitude === null) return {};
  return { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) };
}

/** By characters, so that none is halved. */
export function clip(text: string, most: number): string {
  return text.length > most ? [...text].slice(0, most).join('').slice(0, most) : text;
}
