import type { PlaceRef, TrackingEvent } from '../tracking-event.ts';

/** Where it happened, by the voice that counts first; at which berth there, by the first of those in their order that says so. */
export function placeTold(said: readonly TrackingEvent[]): PlaceRef | null {
  const place = said.find((event) => event.place !== null)?.place ?? null;
  if (!place || place.berth !== null) return place;
  const { facility } = place;
  // Berths are numbered at each terminal: of another than is told here, a berth says nothing.
  const teller = said.find(
    ({ place: at }) => at?.berth && (facility === null || facility.code === at.facility?.code),
  )?.place;
  return teller ? { ...place, facility: facility ?? teller.facility, berth: teller.berth } : place;
}
