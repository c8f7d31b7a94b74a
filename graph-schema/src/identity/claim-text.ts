import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  PlaceRef,
  TrackingEvent,
  TransportRef,
} from '../domain/tracking-event.ts';
import { asIs, inPlaces, listOf, type Kept } from './in-places.ts';
import { readNamedClaim } from './named-claim-text.ts';

// A claim as it is kept in the graph: JSON in which the fields stand by place instead of by name. Names and empty fields
// would be encoded, sent, logged and stored with every claim, and are half of the text (`in-places.ts`).
//
//   ["LOADED","ACTUAL",["2026-11-21T01:28:00Z","UTC","EXPLICIT"],["CNNBO",["SMDG","NBCT"]],["CONTAINER","CSQU3054383"],"FULL"]

const PLACE = inPlaces<PlaceRef>({
  unLocode: asIs,
  facility: inPlaces<NonNullable<PlaceRef['facility']>>({ scheme: asIs, code: asIs }),
  customsOffice: asIs,
  railStation: asIs,
  raw: asIs,
  berth: asIs,
});
const EQUIPMENT = inPlaces<EquipmentRef>({
  kind: asIs,
  reference: asIs,
  sizeType: asIs,
  seals: listOf(asIs),
});
const TRANSPORT = inPlaces<TransportRef>({
  mode: asIs,
  vesselImo: asIs,
  vesselName: asIs,
  voyage: asIs,
  callSign: asIs,
  flight: asIs,
  train: asIs,
  departureDate: asIs,
  wagon: asIs,
  plate: asIs,
  registration: asIs,
});
const DOCUMENT = inPlaces<DocumentRef>({ scheme: asIs, number: asIs, declaredAs: asIs, issuer: asIs });

/** [instant, zone, zone source, local unless it is the instant, precision unless it is MINUTE]. */
const TIME: Kept = {
  write({ instant, local, zone, zoneSource, precision }: EventTime) {
    const said: unknown[] = [instant, zone, zoneSource];
    if (`${local}Z` !== instant) said.push(local);
    else if (precision !== 'MINUTE') said.push(0);
    if (precision !== 'MINUTE') said.push(precision);
    return said;
  },
  read([instant, zone, zoneSource, local, precision]: [string, ...unknown[]]) {
    return {
      instant,
      local: local || instant.slice(0, -1),
      zone,
      zoneSource,
      precision: precision ?? 'MINUTE',
    };
  },
  unsaid: null,
};

const EVENT = inPlaces<TrackingEvent>({
  code: asIs,
  classifier: asIs,
  time: TIME,
  place: PLACE,
  equipment: EQUIPMENT,
  loadState: asIs,
  transport: TRANSPORT,
  documents: listOf(DOCUMENT),
  rawCode: asIs,
  contents: listOf(EQUIPMENT),
  quantity: asIs,
  from: PLACE,
  to: PLACE,
  reason: asIs,
  stowage: asIs,
  parties: listOf(asIs),
  goods: listOf(asIs),
  measurements: listOf(asIs),
});

export function claimText(event: TrackingEvent): string {
  return JSON.stringify(EVENT.write(event as never));
}

/** The claim that a text tells; also of one that was kept with the names of its fields. */
export function readClaim(text: string): TrackingEvent {
  return text.startsWith('[')
    ? (EVENT.read(JSON.parse(text) as never) as TrackingEvent)
    : readNamedClaim(text);
}
