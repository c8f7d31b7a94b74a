import { parseAwb } from 'graph-schema/codes/awb';
import { parseHouseAirWaybill } from 'graph-schema/codes/house-bill';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, EquipmentRef } from 'graph-schema/domain/tracking-event';
import { uldRef } from '../../claims/air/waybill.ts';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { asObject, type JsonObject } from '../../syntax/json-fields.ts';
import { idOf, localName, NodeIndex, textAt, typesOf, valuesOf } from './nodes.ts';

/** What an event is about, as numbers that others know. */
export interface Target {
  readonly documents: readonly DocumentRef[];
  readonly equipment: EquipmentRef | null;
  /** A movement of a flight: then the event is about the run itself. */
  readonly movement: JsonObject | null;
  /** Single pieces of a shipment that were named. */
  readonly pieces: number | null;
}

const LONGEST_URI = 256;

/**
 * The objects an event is for (`eventFor`, earlier `linkedObject`; else the object that it is embedded in, or whose URI
 * its own goes on from). A shipment is its waybill, a piece is a piece of its shipment, a unit load device is that; what has no
 * number in this message is a thing with its URI as key. Each waybill once, with the pieces that were named of it.
 */
export function readTargets(
  event: JsonObject,
  parent: JsonObject | null,
  nodes: NodeIndex,
  where: Where,
  context: ClaimContext,
): Target[] {
  const named = valuesOf(event, 'eventFor', 'linkedObject', 'linkedLogisticsObject');
  const ownUri = idOf(event) ?? '';
  const cut = ownUri.indexOf('/logistics-events/');
  const around = parent ?? (cut > 0 ? nodes.resolve(ownUri.slice(0, cut)) : null);
  const objects = named.length > 0 ? nodes.resolveAll(named) : around ? [around] : [];
  const targets = new Map<string, Target>();
  for (const object of objects) {
    const target = readTarget(object, nodes, where, context);
    if (!target) continue;
    const key = JSON.stringify([
      target.documents,
      target.equipment,
      target.movement && idOf(target.movement),
    ]);
    const known = targets.get(key);
    // The shipment itself is all of it; pieces beside it say nothing more.
    const pieces =
      known === undefined
        ? target.pieces
        : known.pieces === null || target.pieces === null
          ? null
          : known.pieces + target.pieces;
    targets.set(key, { ...target, pieces });
  }
  return [...targets.values()];
}

function readTarget(
  object: JsonObject,
  nodes: NodeIndex,
  where: Where,
  context: ClaimContext,
): Target | null {
  const types = typesOf(object);
  const nothing = { documents: [], equipment: null, movement: null, pieces: null };
  if (types.includes('TransportMovement')) return { ...nothing, movement: object };
  const uld = types.includes('ULD') ? uldOf(object) : null;
  if (uld) return { ...nothing, equipment: uld };
  const isPiece = types.includes('Piece');
  const shipment = isPiece
    ? nodes.resolve(valuesOf(object, 'partOfShipment', 'ofShipment', 'shipment')[0])
    : object;
  const documents = shipment ? waybillsOf(shipment, nodes, where, context) : [];
  if (documents.length > 0) return { ...nothing, documents, pieces: isPiece ? 1 : null };
  const uri = idOf(object);
  if (uri === null || uri.length > LONGEST_URI) return null;
  const equipment = { kind: 'ITEM', reference: uri, sizeType: null, seals: [] } as const;
  context.findings.addOnce(
    'UNSUPPORTED',
    'INFO',
    where.at,
    `to be pulled for its number: ${uri}`,
    where.span,
  );
  return { ...nothing, equipment };
}

/** House and master of a shipment, or of the waybill itself. */
function waybillsOf(
  object: JsonObject,
  nodes: NodeIndex,
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  const isWaybill = typesOf(object).includes('Waybill') || textAt(object, 'waybillNumber') !== null;
  const waybill = isWaybill
    ? object
    : (nodes.resolve(valuesOf(object, 'waybill')[0]) ?? nodes.waybillOf(object));
  const own = waybill ? numberOf(waybill, where, context) : null;
  if (!waybill || !own) return [];
  const above = own.scheme === 'HAWB' ? nodes.resolve(valuesOf(waybill, 'masterWaybill')[0]) : null;
  const master = above ? numberOf(above, where, context) : null;
  return master?.scheme === 'AWB' ? [own, master] : [own];
}

/** `waybillPrefix` 999 with `waybillNumber` 12345675; a house has its number alone. */
function numberOf(waybill: JsonObject, { at, span }: Where, { findings }: ClaimContext): DocumentRef | null {
  const prefix = textAt(waybill, 'waybillPrefix') ?? '';
  const number = textAt(waybill, 'waybillNumber');
  if (number === null) return null;
  const type = localName(textAt(waybill, 'waybillType') ?? '');
  const awb = parseAwb(`${prefix}${number}`);
  if (type !== 'HOUSE' && /^\d{3}-\d{8}$/.test(awb.value)) {
    if (!awb.ok) findings.addOnce(awb.problem, 'WARNING', at, awb.value, span);
    return documentRef('AWB', awb.value, { issuer: awb.value.slice(0, 3), declaredAs: 'waybillNumber' });
  }
  const hawb = parseHouseAirWaybill(number);
  if (!hawb.ok) findings.addOnce(hawb.problem, 'WARNING', at, number, span);
  return hawb.value === '' ? null : documentRef('HAWB', hawb.value, { declaredAs: 'waybillNumber' });
}

function uldOf(object: JsonObject): EquipmentRef | null {
  const serial = textAt(object, 'serialNumber', 'uldSerialNumber') ?? '';
  const type = codeText(object, 'uldTypeCode', 'uldType');
  const owner = codeText(object, 'ownerCode');
  return uldRef(serial) ?? uldRef(`${type}${serial}${owner}`);
}

function codeText(object: JsonObject, ...names: readonly string[]): string {
  const value = valuesOf(object, ...names)[0];
  const coded = asObject(value);
  const text = (coded ? textAt(coded, 'code') : null) ?? textAt(object, ...names) ?? '';
  return localName(text);
}
