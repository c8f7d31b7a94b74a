import { isoInstant } from 'graph-schema/domain/instant-text';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { SummaryChange } from 'graph-schema/domain/summary/summary-change';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ToldClaim, ToldEntry } from '../feed/told-batch.ts';
import { findPlaceView } from '../journey/place-view.ts';
import type { EntryJson } from './entry-schemas.ts';

/** An entry as a webhook tells it: as `FeedEntry` in the GraphQL schema, without the shipment as it is now. */
export function entryJson(entry: ToldEntry, places: Gazetteer): EntryJson {
  const { id, shipment, kind, at, mergedInto, claims, derived } = entry;
  return {
    id,
    shipmentId: shipment,
    kind,
    at,
    mergedInto,
    claims: claims.map((claim) => claimJson(claim, places)),
    change: derived && changeJson(derived, places),
  };
}

function claimJson({ id, event }: ToldClaim, places: Gazetteer): EntryJson['claims'][number] {
  return {
    id,
    code: event.code,
    classifier: event.classifier,
    time: timeJson(event.time),
    place: findPlaceView(event.place, places),
    equipmentReference: event.equipment?.reference ?? null,
    loadState: event.loadState,
    transport: transportJson(event.transport),
    documents: event.documents.map(({ scheme, number }) => ({ scheme, value: number })),
  };
}

/** Nothing beside what is promised: what is stored may have more. */
function timeJson({ instant, local, zone, zoneSource, precision }: TrackingEvent['time']) {
  return { instant, local, zone, zoneSource, precision };
}

function transportJson(transport: TrackingEvent['transport']) {
  if (!transport) return null;
  const { mode, vesselName, vesselImo, voyage, flight, train, wagon, plate, departureDate } = transport;
  return { mode, name: vesselName, vesselImo, voyage, flight, train, wagon, plate, departureDate };
}

function changeJson(
  { parts, opened, closed, changed, of, now }: SummaryChange,
  places: Gazetteer,
): EntryJson['change'] {
  const named = (ids: readonly string[]) =>
    of
      ?.filter(({ id }) => ids.includes(id))
      .map(({ id, kind, severity, openedAt, actor }) => ({
        id,
        kind,
        severity,
        openedAt: isoInstant(openedAt),
        actor,
      })) ?? [];
  return {
    parts: parts.map((part) => part.toUpperCase() as Uppercase<typeof part>),
    phase: now?.phase ?? null,
    place: findPlaceView(now?.place ?? null, places),
    eta: now?.eta
      ? {
          time: timeJson(now.eta.time),
          place: findPlaceView(now.eta.place, places),
          lateMinutes: now.eta.lateMinutes,
        }
      : null,
    opened: named(opened),
    changed: named(changed),
    closed: named(closed),
  };
}
