import { claim, container, documentRef, placeRef, transport } from '../domain/claim.ts';
import type { TrackingEvent } from '../domain/tracking-event.ts';

/** The claim of a text that was kept with the names of its fields, as graphs of before have them: with or without empty ones. */
export function readNamedClaim(text: string): TrackingEvent {
  const said = JSON.parse(text) as TrackingEvent;
  const { time, place, from, to, equipment, transport: carrier, documents, contents } = said;
  return claim({
    ...said,
    time: { ...time, local: time.local ?? time.instant.slice(0, -1), precision: time.precision ?? 'MINUTE' },
    place: place ? placeRef(place) : null,
    from: from ? placeRef(from) : null,
    to: to ? placeRef(to) : null,
    equipment: equipment ? container(equipment.reference, equipment) : null,
    transport: carrier ? transport(carrier) : null,
    documents: (documents ?? []).map((one) => documentRef(one.scheme, one.number, one)),
    contents: (contents ?? []).map((one) => container(one.reference, one)),
  });
}
