import type { Gazetteer } from 'graph-schema/domain/place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { findPlaceView } from '../journey/place-view.ts';
import { isUri } from './vocabulary.ts';

/** UN/CEFACT's vocabulary has a URI for each UN/LOCODE. */
const LOCODES = 'https://vocabulary.uncefact.org/unlocode#';

/** GLN, else UN/LOCODE, else the URI that it came with, else a point (RFC 5870); null: nobody could look it up. */
export function placeUri(ref: PlaceRef | null, places: Gazetteer): string | null {
  if (!ref) return null;
  const { facility, raw } = ref;
  if (facility?.scheme === 'GLN') return `https://id.gs1.org/414/${facility.code}`;
  const view = findPlaceView(ref, places);
  if (view?.unLocode?.length === 5) return LOCODES + view.unLocode;
  if (raw !== null && isUri(raw)) return raw;
  if (view?.latitude == null || view.longitude === null) return null;
  return `geo:${view.latitude.toFixed(5)},${view.longitude.toFixed(5)}`;
}
