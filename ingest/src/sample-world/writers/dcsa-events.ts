import { createHash } from 'node:crypto';
import { offsetIso, utcIso, type Moment } from '../moment.ts';
import type { Place, Terminal } from '../world/places.ts';
import type { Sailing } from '../world/sailings.ts';
import { text, type Message, type Telling } from './written.ts';

/** DCSA Track & Trace 2.2: PLN planned, EST estimated, ACT actual. */
type Classifier = 'PLN' | 'EST' | 'ACT';

export interface CarrierNumbers {
  readonly booking: string;
  /** Transport document number, known once the bill is issued. */
  readonly bill?: string;
}

/** One event of the carrier, before it has its id and times. `at` differs from the message's time for plans. */
export type CarrierEvent =
  | {
      readonly kind: 'SHIPMENT';
      /** RECE received, CONF confirmed, ISSU issued, SURR surrendered, RELS released… */
      readonly code: string;
      /** BKG booking, SHI shipping instruction, VGM, TRD transport document, ARN arrival notice, CUS customs… */
      readonly document: string;
      readonly documentId: string;
      readonly numbers: CarrierNumbers;
      readonly reason?: string;
    }
  | {
      readonly kind: 'TRANSPORT';
      readonly code: 'DEPA' | 'ARRI';
      readonly classifier: Classifier;
      readonly at?: Moment;
      readonly place: Place | Terminal;
      readonly sailing: Sailing;
      readonly numbers: CarrierNumbers;
      readonly delayReason?: string;
    }
  | {
      readonly kind: 'EQUIPMENT';
      /** LOAD, DISC, GTIN, GTOT, STUF, STRP, PICK, DROP, INSP. */
      readonly code: string;
      readonly classifier?: Classifier;
      readonly at?: Moment;
      readonly place: Place | Terminal;
      readonly facility: 'POTE' | 'DEPO' | 'INTE' | 'RAMP' | 'CLOC';
      readonly box: { readonly number: string; readonly sizeType: string; readonly seal?: string };
      readonly laden: boolean;
      readonly sailing?: Sailing;
      readonly mode?: 'VESSEL' | 'RAIL' | 'TRUCK';
      readonly numbers: CarrierNumbers;
    };

/** A UUID that depends on nothing but its name, so that a second run of the script says the same. */
function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function documentReferences(numbers: CarrierNumbers): object[] {
  const references = [{ documentReferenceType: 'BKG', documentReferenceValue: numbers.booking }];
  if (numbers.bill) references.push({ documentReferenceType: 'TRD', documentReferenceValue: numbers.bill });
  return references;
}

/** A terminal when it has a code of its own, else the place alone. */
function facilityFields(place: Place | Terminal): object {
  return 'code' in place ? { facilityCode: place.code, facilityCodeListProvider: 'SMDG' } : {};
}

function transportCall(
  place: Place | Terminal,
  sailing: Sailing | undefined,
  facilityType: string,
  mode: string,
  /** Whether the event ends the voyage that brought the ship, or belongs to the one on which she leaves. */
  bound: 'IN' | 'OUT',
): object {
  const vessel = sailing && {
    vesselIMONumber: sailing.vessel.imo,
    vesselName: sailing.vessel.name,
    vesselCallSignNumber: sailing.vessel.callSign,
  };
  return {
    transportCallID: namedUuid(
      `call ${place.unLocode} ${sailing?.vessel.imo ?? ''} ${sailing?.voyage ?? ''}`,
    ),
    UNLocationCode: place.unLocode,
    ...facilityFields(place),
    facilityTypeCode: facilityType,
    modeOfTransport: mode,
    location: { locationName: place.name, UNLocationCode: place.unLocode },
    ...(sailing
      ? { [bound === 'IN' ? 'importVoyageNumber' : 'exportVoyageNumber']: sailing.voyage, vessel }
      : {}),
  };
}

function eventFields(event: CarrierEvent, telling: Telling): object {
  const zone = event.kind === 'SHIPMENT' ? 'Asia/Shanghai' : event.place.zone;
  const at = event.kind === 'SHIPMENT' ? telling.happened : (event.at ?? telling.happened);
  const common = {
    eventType: event.kind,
    eventDateTime: offsetIso(at, zone),
    eventCreatedDateTime: utcIso(telling.sent),
    documentReferences: documentReferences(event.numbers),
  };
  switch (event.kind) {
    case 'SHIPMENT':
      return {
        ...common,
        eventClassifierCode: 'ACT',
        shipmentEventTypeCode: event.code,
        documentTypeCode: event.document,
        documentID: event.documentId,
        ...(event.reason ? { reason: event.reason } : {}),
      };
    case 'TRANSPORT':
      return {
        ...common,
        eventClassifierCode: event.classifier,
        transportEventTypeCode: event.code,
        transportCall: transportCall(
          event.place,
          event.sailing,
          'POTE',
          'VESSEL',
          event.code === 'ARRI' ? 'IN' : 'OUT',
        ),
        ...(event.delayReason ? { delayReasonCode: event.delayReason } : {}),
      };
    case 'EQUIPMENT':
      return {
        ...common,
        eventClassifierCode: event.classifier ?? 'ACT',
        equipmentEventTypeCode: event.code,
        equipmentReference: event.box.number,
        ISOEquipmentCode: event.box.sizeType,
        emptyIndicatorCode: event.laden ? 'LADEN' : 'EMPTY',
        ...(event.box.seal ? { seals: [{ sealNumber: event.box.seal, sealSource: 'CAR' }] } : {}),
        eventLocation: { locationName: event.place.name, UNLocationCode: event.place.unLocode },
        transportCall: transportCall(
          event.place,
          event.sailing,
          event.facility,
          event.mode ?? (event.sailing ? 'VESSEL' : 'TRUCK'),
          event.code === 'DISC' ? 'IN' : 'OUT',
        ),
      };
  }
}

/** A list of events, as the carrier pushes it to a subscriber. */
export function carrierEvents(events: readonly CarrierEvent[]): Message {
  return (telling) => {
    const list = events.map((event, index) => ({
      eventID: namedUuid(`event ${telling.ref} ${index}`),
      ...eventFields(event, telling),
    }));
    return text(`${JSON.stringify(list, null, 1)}\n`, 'application/json');
  };
}
