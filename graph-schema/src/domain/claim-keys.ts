import { identifierKey, type IdentifierKey, type IdentifierScheme } from './identifier.ts';
import { plain } from './plain-text.ts';
import type { EquipmentRef, TrackingEvent, TransportRef } from './tracking-event.ts';

/** The keys that a claim names: what it is about, and what it thereby ties together. */
export interface ClaimKeys {
  /** What it happened to: a box before a document before a run before a means of transport. Null: nothing that can be found. */
  readonly subject: IdentifierKey | null;
  readonly container: IdentifierKey | null;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
  readonly run: IdentifierKey | null;
  /** The wagon that it names beside something that is on it. */
  readonly wagon: IdentifierKey | null;
}

export function claimKeys(event: TrackingEvent): ClaimKeys {
  const equipment = event.equipment && equipmentKey(event.equipment);
  const documents = event.documents.map((d) => keyOf(d.scheme, d.number));
  const run = event.transport && runKey(event.transport);
  return {
    subject: equipment ?? mostSpecific(documents) ?? run ?? (event.transport && meansKey(event.transport)),
    container: event.equipment?.kind === 'CONTAINER' ? equipment : null,
    documents,
    contents: event.contents.filter((c) => c.kind === 'CONTAINER').map(equipmentKey),
    run,
    wagon: wagonKey(event),
  };
}

export function equipmentKey(equipment: EquipmentRef): IdentifierKey {
  return keyOf(equipment.kind, equipment.reference);
}

/** One dated run of a ship, train or aircraft; null where the claim does not say which run. */
export function runKey(transport: TransportRef): IdentifierKey | null {
  const ship = transport.vesselImo ?? transport.vesselName ?? transport.callSign;
  if (ship && transport.voyage) return keyOf('VOYAGE', `${ship}/${transport.voyage}`);
  if (transport.train && transport.departureDate) {
    return keyOf('TRAIN_RUN', `${transport.train}@${transport.departureDate}`);
  }
  if (transport.flight && transport.departureDate) {
    return keyOf('FLIGHT', `${transport.flight}@${transport.departureDate}`);
  }
  return null;
}

/** The wagon that something is on, by what is told of it; null: of none, or of the wagon itself. */
export function wagonKey({ equipment, transport }: TrackingEvent): IdentifierKey | null {
  return transport?.wagon && equipment?.kind !== 'WAGON' ? keyOf('WAGON', transport.wagon) : null;
}

/** The ship, truck, wagon or aircraft itself, for what is said of it without saying on which run. */
function meansKey({ vesselImo, plate, wagon, registration }: TransportRef): IdentifierKey | null {
  if (vesselImo) return keyOf('VESSEL', vesselImo);
  if (plate) return keyOf('TRUCK', plate);
  if (wagon) return keyOf('WAGON', wagon);
  return registration ? keyOf('AIRCRAFT', registration) : null;
}

/** From the paper that speaks of least cargo to the one that speaks of most. */
const SPECIFICITY = [
  'DELIVERY_ORDER', 'EIR', 'GATE_PASS', 'CERTIFICATE', 'TRANSIT', 'DECLARATION', 'MRN', 'HOUSE_BILL', 'HAWB',
  'MASTER_BILL', 'AWB', 'RAIL_NOTE', 'ROAD_NOTE', 'BOOKING', 'REFERENCE',
] as const; // prettier-ignore

function mostSpecific(documents: readonly IdentifierKey[]): IdentifierKey | null {
  for (const scheme of SPECIFICITY) {
    const found = documents.find((key) => key.startsWith(`${scheme}:`));
    if (found) return found;
  }
  return documents[0] ?? null;
}

function keyOf(scheme: IdentifierScheme, value: string): IdentifierKey {
  return identifierKey(scheme, plain(value));
}
