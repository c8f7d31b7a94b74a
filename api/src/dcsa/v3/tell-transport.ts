import type { EventCode } from 'graph-schema/domain/event-code';
import type { LoadState, TransportRef } from 'graph-schema/domain/tracking-event';
import { clip, type ToldPlace } from '../location.ts';
import { tellCall } from '../transport-call.ts';
import type { Dcsa3Location, Dcsa3TransportCall } from './event-schemas.ts';

export function locationOf({ eventLocation }: ToldPlace): Dcsa3Location {
  const { locationName, UNLocationCode, facilityCode, facilityCodeListProvider, latitude, longitude } = eventLocation;
  return {
    locationName,
    UNLocationCode,
    facility: facilityCode && facilityCodeListProvider ? { facilityCode, facilityCodeListProvider } : undefined,
    geoCoordinate: latitude && longitude ? { latitude, longitude } : undefined,
  };
} // prettier-ignore

/** The call as version 2 tells it, and what 3.0 has room for besides: ships without an IMO number, wagons, trains, plates. */
export function transportCallOf(
  on: TransportRef | null,
  code: EventCode,
  loadState: LoadState | null,
  place: ToldPlace | null,
): Dcsa3TransportCall | null {
  const call = tellCall(on, code, loadState, place);
  if (!on || !call) return null;
  const { modeOfTransport, exportVoyageNumber, importVoyageNumber } = call;
  const isRail = modeOfTransport === 'RAIL';
  const isShip = modeOfTransport === 'VESSEL' || modeOfTransport === 'BARGE';
  const voyageOf = (number: string | undefined) =>
    number === undefined || isRail ? undefined : { carrierVoyageNumber: number };
  return {
    transportCallReference: call.transportCallID,
    modeOfTransport,
    exportVoyageNumberOrReference: voyageOf(exportVoyageNumber),
    importVoyageNumberOrReference: voyageOf(importVoyageNumber),
    vesselTransport: isShip
      ? filled({
          vesselIMONumber: call.vessel?.vesselIMONumber,
          vesselName: on.vesselName === null ? undefined : clip(on.vesselName, 50),
          vesselCallSign: upTo(on.callSign, 10),
        })
      : undefined,
    railTransport: isRail
      ? filled({
          railCarReference: upTo(on.wagon, 50),
          railServiceReference: upTo(exportVoyageNumber ?? importVoyageNumber ?? null, 50),
        })
      : undefined,
    truckTransport:
      modeOfTransport === 'TRUCK' && upTo(on.plate, 15)
        ? { tractorDetails: { licensePlate: upTo(on.plate, 15) ?? '' } }
        : undefined,
  };
}

function upTo(text: string | null, most: number): string | undefined {
  return text !== null && text.length <= most ? text : undefined;
}

/** Nothing where nothing is known. */
function filled<T extends object>(fields: T): T | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined;
}
