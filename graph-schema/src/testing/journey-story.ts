import { claim, container, documentRef, transport } from '../domain/claim.ts';
import type { EventClassifier, EventCode } from '../domain/event-code.ts';
import { eventTimeAt } from '../domain/event-time.ts';
import { splitKey, type CargoDocumentScheme, type IdentifierKey } from '../domain/identifier.ts';
import {
  byReceipt,
  type CycleFact,
  type FactClaim,
  type JourneyFacts,
  type Voice,
} from '../domain/journey/facts.ts';
import type { Place } from '../domain/place.ts';
import type { SourceProfile } from '../domain/source.ts';
import type { LoadState, PlaceRef, Quantity, TrackingEvent, TransportRef } from '../domain/tracking-event.ts';
import { eventId } from '../identity/event-id.ts';
import { sampleGazetteer } from './sample-gazetteer.ts';

/** What is told beside what, when and where. Boxes stand on their trip of the story unless `trip` says another. */
interface Told {
  readonly box?: string;
  readonly trip?: number;
  readonly load?: LoadState;
  readonly on?: TransportRef;
  readonly from?: PlaceRef;
  readonly to?: PlaceRef;
  /** The paper that it is about. */
  readonly paper?: IdentifierKey;
  readonly pieces?: Partial<Quantity>;
  readonly reason?: string;
  /** The code as received. */
  readonly raw?: string;
  readonly classifier?: EventClassifier;
  /** Told of the train or ship that the cargo was aboard. */
  readonly inherited?: boolean;
  /** When we heard it; without it, when it happened. */
  readonly heard?: string;
}

type Kind = SourceProfile['kind'];

/**
 * One claim of a story: who says what, when by the clock on the wall of the place (`2026-11-21 09:28`; a date alone
 * is a time of DAY precision), and where.
 */
export function told(
  by: Kind,
  code: EventCode,
  when: string,
  where: PlaceRef | null,
  more: Told = {},
): FactClaim {
  const hasTime = when.includes(' ');
  const clock = {
    local: hasTime ? `${when.replace(' ', 'T')}:00` : `${when}T00:00:00`,
    precision: hasTime ? 'MINUTE' : 'DAY',
    explicitZone: null,
  } as const;
  const time = eventTimeAt(clock, findPlace(where), 'Asia/Shanghai');
  if (!time) throw new Error(`${when} is no time`);
  const event: TrackingEvent = claim({
    code,
    classifier: more.classifier ?? 'ACTUAL',
    time,
    place: where,
    equipment: more.box === undefined ? null : container(more.box),
    loadState: more.load ?? null,
    transport: more.on ?? null,
    documents: more.paper === undefined ? [] : [documentOf(more.paper)],
    quantity:
      more.pieces === undefined ? null : { pieces: null, grossKg: null, ofPieces: null, ...more.pieces },
    from: more.from ?? null,
    to: more.to ?? null,
    reason: more.reason === undefined ? null : { scheme: null, code: more.reason, text: null },
    rawCode: more.raw ?? null,
  });
  return {
    id: eventId(event),
    event,
    cycleId: more.box === undefined ? null : cycleId(more.box, more.trip ?? 1),
    inherited: more.inherited ?? false,
    voices: [voiceOf(by, more.heard ?? time.instant)],
  };
}

/** The facts of a shipment as they lie in the graph: its claims, and the uses of boxes that they speak of. */
export function factsOf(anchor: IdentifierKey, said: readonly FactClaim[]): JourneyFacts {
  const claims = attestedTogether(said);
  const cycles = new Map<string, CycleFact>();
  for (const { cycleId: id, event } of claims) {
    if (id !== null && event.equipment)
      cycles.set(id, { id, container: event.equipment.reference, endedAt: null });
  }
  return {
    shipmentId: 's1',
    anchor,
    master: null,
    houses: [],
    documents: [anchor],
    cycles: [...cycles.values()],
    claims,
  };
}

/** Two who claim the very same make one claim with two voices, first heard first, as the graph answers them. */
function attestedTogether(said: readonly FactClaim[]): FactClaim[] {
  const byId = new Map<string, FactClaim>();
  for (const one of said) {
    const before = byId.get(one.id);
    byId.set(one.id, before ? { ...before, voices: [...before.voices, ...one.voices].sort(byReceipt) } : one);
  }
  return [...byId.values()];
}

/** What several boxes do together, told one by one as terminals and carriers tell it. */
export function each(boxes: readonly string[], tell: (box: string) => FactClaim): FactClaim[] {
  return boxes.map(tell);
}

export function ship(vesselName: string, voyage: string, vesselImo: string | null = null): TransportRef {
  return transport({ mode: 'VESSEL', vesselName, voyage, vesselImo });
}

export function train(number: string, departureDate: string): TransportRef {
  return transport({ mode: 'RAIL', train: number, departureDate });
}

/** Airlines give the departure date with what happens at the departure, and leave it out later. */
export function flight(number: string, departureDate: string | null = null): TransportRef {
  return transport({ mode: 'AIR', flight: number, departureDate });
}

function cycleId(box: string, trip: number): string {
  return `${box}#${trip}`;
}

function documentOf(key: IdentifierKey) {
  const { scheme, value } = splitKey(key);
  return documentRef(scheme as CargoDocumentScheme, value);
}

function voiceOf(kind: Kind, receivedAt: string): Voice {
  return {
    source: { id: kind.toLowerCase(), name: kind, nameZh: null, kind, trust: {} },
    rawId: `${kind.toLowerCase()}:raw`,
    sha256: '0'.repeat(64),
    format: 'story',
    receivedAt: new Date(receivedAt).toISOString(),
    messageRef: null,
    span: { start: 0, end: 0 },
  };
}

function findPlace(where: PlaceRef | null): Place | null {
  if (!where) return null;
  if (where.railStation) return sampleGazetteer.findRailStation(where.railStation);
  if (where.facility?.scheme === 'IATA') return sampleGazetteer.findAirport(where.facility.code);
  if (where.unLocode) return sampleGazetteer.findLocode(where.unLocode);
  return where.customsOffice ? sampleGazetteer.findCustomsOffice(where.customsOffice) : null;
}
