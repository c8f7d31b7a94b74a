import type {
  DocumentRef,
  EquipmentRef,
  GoodsRef,
  PartyRef,
  PlaceRef,
  TrackingEvent,
  TransportRef,
} from './tracking-event.ts';

type Required = Pick<TrackingEvent, 'code' | 'classifier' | 'time'>;

/** A claim with everything that the message did not say set to null. */
export function claim(given: Required & Partial<TrackingEvent>): TrackingEvent {
  return {
    place: null,
    equipment: null,
    loadState: null,
    transport: null,
    documents: [],
    contents: [],
    quantity: null,
    from: null,
    to: null,
    reason: null,
    stowage: null,
    parties: [],
    goods: [],
    measurements: [],
    rawCode: null,
    ...given,
  };
}

export function transport(given: Pick<TransportRef, 'mode'> & Partial<TransportRef>): TransportRef {
  return {
    vesselImo: null,
    vesselName: null,
    callSign: null,
    voyage: null,
    flight: null,
    train: null,
    departureDate: null,
    wagon: null,
    plate: null,
    registration: null,
    ...given,
  };
}

export function placeRef(given: Partial<PlaceRef>): PlaceRef {
  const unsaid = { unLocode: null, facility: null, customsOffice: null, railStation: null, raw: null };
  return { ...unsaid, berth: null, ...given };
}

export function container(reference: string, given: Partial<EquipmentRef> = {}): EquipmentRef {
  return { kind: 'CONTAINER', reference, sizeType: null, seals: [], ...given };
}

export function documentRef(
  scheme: DocumentRef['scheme'],
  number: string,
  given: Partial<DocumentRef> = {},
): DocumentRef {
  return { scheme, number, issuer: null, declaredAs: null, ...given };
}

export function party(role: PartyRef['role'], given: Partial<PartyRef>): PartyRef {
  return { role, name: null, id: null, ...given };
}

export function goods(given: Partial<GoodsRef>): GoodsRef {
  return {
    description: null,
    hsCode: null,
    pieces: null,
    packageType: null,
    grossKg: null,
    unNumber: null,
    ...given,
  };
}
