import { isMasterOf } from 'graph-schema/domain/consignment';
import type { EventCode } from 'graph-schema/domain/event-code';
import { isDerived, type FactClaim } from 'graph-schema/domain/journey/facts';
import { splitKey, type CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { localDateTime, utcDateTime } from '../events/date-time.ts';
import { eventUuid } from '../events/event-id.ts';
import type { ShipmentTelling } from '../events/shipment-telling.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { epcOf, paperUri } from './epc-uri.ts';
import type { BizTransaction, EpcisEvent } from './epcis-event.ts';
import { placeUri } from './place-uri.ts';
import { destinationsOf, sourcesOf } from './sides.ts';
import { sensorElementsOf } from './sensors.ts';
import { stepOf } from './steps.ts';
import { DISPOSITIONS, isUri, OURS, TRANSACTION_TYPES } from './vocabulary.ts';

/**
 * A claim as an event of EPCIS 2.0; null: it has not happened, nobody says it but this service, or it names neither thing nor paper.
 * Steps that CBV has no word for are told in words of ours, as it wants (CBV 2.0, 6.1).
 */
export function tellEvent(claim: FactClaim, shipment: ShipmentTelling, places: Gazetteer): EpcisEvent | null {
  const { event } = claim;
  const [first] = claim.voices;
  if (event.classifier !== 'ACTUAL' || !first || isDerived(claim)) return null;
  const what = whatOf(claim, shipment);
  if (!what) return null;
  const eventTime = localDateTime(event.time, findPlaceView(event.place, places)?.zone ?? null);
  const readPoint = placeUri(event.place, places);
  const { type, action, ...things } = what;
  return {
    type,
    eventID: `urn:uuid:${eventUuid(shipment.id, claim.id)}`,
    eventTime,
    eventTimeZoneOffset: eventTime.endsWith('Z') ? '+00:00' : eventTime.slice(-6),
    recordTime: utcDateTime(Date.parse(first.receivedAt)),
    action,
    bizStep: stepOf(claim) ?? undefined,
    disposition: dispositionOf(event) ?? undefined,
    readPoint: readPoint === null ? undefined : { id: readPoint },
    ...things,
    sourceList: some(sourcesOf(event, places)),
    destinationList: some(destinationsOf(event, places)),
    sensorElementList: sensorElementsOf(event.measurements),
    ...extensionsOf(event),
  };
}

type What = Pick<EpcisEvent, 'type' | 'action' | 'parentID' | 'childEPCs' | 'epcList' | 'bizTransactionList'>;

/** Into and out of a ship or a box, and onto a device, is said by what is in what; all else of a thing or of papers. */
function whatOf(claim: FactClaim, shipment: ShipmentTelling): What | null {
  const { equipment, contents, code, transport } = claim.event;
  const bizTransactionList = some(papersOf(claim, shipment));
  const relation = RELATIONS[code];
  if (equipment) {
    const own = epcOf(equipment);
    const children = contents.map(epcOf);
    if (relation?.within === 'SHIP' && transport?.vesselImo)
      return { type: 'AggregationEvent', action: relation.action, parentID: `urn:epc:id:imovn:${transport.vesselImo}`, childEPCs: [own], bizTransactionList };
    if (relation?.within === 'BOX' && children.length > 0)
      return { type: 'AggregationEvent', action: relation.action, parentID: own, childEPCs: children, bizTransactionList };
    if (relation?.within === 'DEVICE' && children.length > 0)
      return { type: 'AssociationEvent', action: relation.action, parentID: own, childEPCs: children, bizTransactionList };
    return { type: 'ObjectEvent', action: 'OBSERVE', epcList: [own, ...children], bizTransactionList };
  }
  if (!bizTransactionList) return null;
  const boxes = shipment.boxesOf(claim).map((reference) => epcOf({ kind: 'CONTAINER', reference }));
  return { type: 'TransactionEvent', action: 'OBSERVE', epcList: boxes, bizTransactionList };
} // prettier-ignore

interface Relation {
  readonly within: 'SHIP' | 'BOX' | 'DEVICE';
  readonly action: 'ADD' | 'DELETE';
}

const RELATIONS: Readonly<Partial<Record<EventCode, Relation>>> = {
  LOADED: { within: 'SHIP', action: 'ADD' },
  DISCHARGED: { within: 'SHIP', action: 'DELETE' },
  STUFFED: { within: 'BOX', action: 'ADD' },
  STRIPPED: { within: 'BOX', action: 'DELETE' },
  PAIRED: { within: 'DEVICE', action: 'ADD' },
  UNPAIRED: { within: 'DEVICE', action: 'DELETE' },
};

const BILLS: ReadonlySet<CargoDocumentScheme> = new Set<CargoDocumentScheme>(['MASTER_BILL']);

/** Papers that the claim names, then those of the shipment on which it shows; a house's master is named by who named it alone. */
function papersOf({ event }: FactClaim, { facts }: ShipmentTelling): BizTransaction[] {
  const own = event.documents.map(({ scheme, number, issuer, declaredAs }) => ({ scheme, number, issuer, declaredAs }));
  const shown = [facts.anchor, ...facts.documents].filter((key) => !isMasterOf(facts, key)).map(splitKey).map(({ scheme, value }) => ({
    scheme: scheme as CargoDocumentScheme,
    number: value,
    issuer: null,
    declaredAs: null,
  }));
  const list = new Map<string, BizTransaction>();
  for (const { scheme, number, issuer, declaredAs } of [...own, ...shown]) {
    const key = `${scheme}:${number}`;
    if (list.has(key)) continue;
    const isWord = declaredAs !== null && TRANSACTION_TYPES.includes(declaredAs);
    const usual = BILLS.has(scheme) ? 'bol' : scheme === 'CERTIFICATE' ? 'cert' : null;
    const type = usual ?? (scheme === 'REFERENCE' ? (isWord ? declaredAs : null) : `${OURS}paper:${scheme}`);
    list.set(key, { ...(type === null ? {} : { type }), bizTransaction: paperUri(scheme, number, issuer) });
  }
  return [...list.values()];
} // prettier-ignore

function dispositionOf({ reason }: TrackingEvent): string | null {
  if (reason?.scheme !== 'EPCIS_DISPOSITION' || reason.code === null) return null;
  return DISPOSITIONS.includes(reason.code) || isUri(reason.code) ? reason.code : null;
}

function extensionsOf({ code, transport: on }: TrackingEvent): Record<`throughline:${string}`, string> {
  const fields = {
    code,
    mode: on?.mode ?? null,
    vessel: on?.vesselName ?? null,
    voyage: on?.voyage ?? null,
    train: on?.train ?? null,
    flight: on?.flight ?? null,
    plate: on?.plate ?? null,
  };
  const said = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(said.map(([name, value]) => [`throughline:${name}`, value]));
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
