import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { canonical, delayOf, missing, placeOfEvent, timeOf } from './event-parts.ts';
import type { MessageReader } from './message-reader.ts';
import { transportOf } from './transport-call.ts';

const OPERATIONS = loadCodeList('dcsa/operations-events');

/**
 * What a ship does in a port: `OPERATIONS` events of Just in Time 1.x and Operational Vessel Schedules 2, about the run of the
 * ship, which all aboard inherit.
 *
 *     operationsEventTypeCode STRT|CMPL|ARRI|DEPA|OMIT|CANC, of a portCallServiceTypeCode, else at a facilityTypeCode PBPL|BRTH|ANCH
 */
export function operationsEvents(
  event: JsonObject,
  classifier: EventClassifier,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const happening = textOf(event, 'operationsEventTypeCode')?.toUpperCase() ?? null;
  if (happening === null) return missing('operationsEventTypeCode', reader, where);
  const place = placeOfEvent(event, reader, where);
  const time = timeOf(event, place, reader, where);
  if (!time) return [];
  const ships = shipsOf(event, reader, where);
  if (ships.length === 0) return missing('transportCall.vessel', reader, where);
  const at = textOf(event, 'portCallServiceTypeCode') ?? textOf(event, 'facilityTypeCode');
  const rawCode = at === null ? happening : `${at.toUpperCase()}+${happening}`;
  const code = canonical(OPERATIONS, rawCode, 'UNMAPPED', reader, where);
  const common = { code, classifier, time, place: place?.ref ?? null, reason: delayOf(event), rawCode };
  return ships.map((transport) => claim({ ...common, transport }));
}

/** Inbound the voyage that ends, outbound the one that begins; alongside cargo of either is aboard. */
function shipsOf(event: JsonObject, reader: MessageReader, where: Where): TransportRef[] {
  const call = asObject(event['transportCall']);
  const phase = textOf(event, 'portCallPhaseTypeCode')?.toUpperCase();
  const bounds =
    phase === 'INBD' ? (['IN'] as const) : phase === 'OUTB' ? (['OUT'] as const) : (['IN', 'OUT'] as const);
  const ships = bounds.flatMap((bound) => transportOf(call, bound, reader, where) ?? []);
  const named = ships.filter(
    ({ vesselImo, vesselName, callSign, voyage }) => vesselImo ?? (voyage && (vesselName ?? callSign)),
  );
  return [...new Map(named.map((ship) => [ship.voyage, ship])).values()];
}

/** A timestamp of Just in Time 1.x (`POST /v1/timestamps`) as the event that it is: its call stands in the timestamp itself. */
export function timestampAsEvent(record: JsonObject): JsonObject {
  if (record['operationsEventTypeCode'] === undefined || record['transportCall'] !== undefined) return record;
  const smdg = textOf(record, 'facilitySMDGCode');
  const facility = smdg === null ? {} : { facilityCode: smdg, facilityCodeListProvider: 'SMDG' };
  const location = {
    UNLocationCode: record['UNLocationCode'],
    ...facility,
    ...asObject(record['eventLocation']),
  };
  return {
    ...record,
    eventID: record['eventID'] ?? record['timestampID'],
    eventType: 'OPERATIONS',
    eventLocation: location,
    // Earlier versions told timestamps of tugs and pilots apart by their mode; the call is always that of a ship.
    transportCall: {
      ...record,
      modeOfTransport: 'VESSEL',
      vessel: record['vessel'] ?? {
        vesselIMONumber: record['vesselIMONumber'],
        vesselName: record['vesselName'],
      },
    },
  };
}
