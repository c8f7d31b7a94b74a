import type {
  DocumentRef,
  EquipmentRef,
  GoodsRef,
  Measurement,
  PartyRef,
  PlaceRef,
  Quantity,
  Span,
} from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { readGoods, setPointsIn, totalOf } from '../edifact/goods.ts';
import { withCarriers } from '../edifact/carriers.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import { readLegs, type Leg } from '../edifact/legs.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { carrierOf, readParties } from '../edifact/party.ts';
import { placeOf, routeIn } from '../edifact/places.ts';
import { isManyPerConsignment } from '../edifact/consignments.ts';
import { readReferences } from '../edifact/reference.ts';
import { cutGroups, findIn, spanOf, type SegmentGroup } from '../edifact/segments.ts';
import { readEquipment } from '../edifact-reports/equipment.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readBox } from '../ports/box.ts';

/**
 * One consignment as the messages of the transport contract tell it (IFTMBF, IFTMBC, IFTMIN, IFTMCS).
 *
 *   BGM [DTM] [TSR] [FTX] [CNT] [LOC] { RFF } { TDT [DTM] [RFF] { LOC [DTM] } } { NAD [CTA] [RFF] }
 *   { GID [HAN] [TMP] [PIA] [FTX] [MEA] [RFF] [PCI] { DGS } { SGP [MEA] } } { EQD [EQN] [MEA] [SEL] [TMP] [NAD] }
 */
export interface Consignment {
  /** Before the first leg, party, goods or box. */
  readonly header: readonly EdifactSegment[];
  readonly documents: readonly DocumentRef[];
  readonly parties: readonly PartyRef[];
  readonly legs: readonly Leg[];
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
  readonly goods: readonly GoodsRef[];
  readonly quantity: Quantity | null;
  readonly boxes: readonly EquipmentRef[];
  readonly measurements: readonly Measurement[];
  readonly issuePlace: PlaceRef | null;
  readonly span: Span;
  /** For reading bills: what the message says of carriers. */
  readonly bills: EdifactContext;
}

export function readConsignment(head: MessageHead, times: CodeList, context: EdifactContext): Consignment {
  const { message } = head;
  const { at, segments } = message;
  const { head: header, groups } = cutGroups(segments, ['TDT', 'NAD', 'GID', 'EQD'], []);
  const of = (tag: string): SegmentGroup[] => groups.filter(([first]) => first.tag === tag);
  const legs = readLegs(of('TDT'), times, at, context);
  const carriers = legs.flatMap(({ isMain, tdt }) => (isMain ? (carrierOf(tdt) ?? []) : []));
  const parties = withCarrier(
    readParties(
      of('NAD').map(([nad]) => nad),
      message,
      context,
    ),
    carriers,
  );
  const bills = withCarriers(cutGroups(segments, ['GID', 'EQD'], []).head, context, false, true);
  const items = of('GID').map((group) => readGoods(group));
  const main = legs.filter(({ isMain }) => isMain).flatMap((leg) => leg.segments);
  const all = [...main, ...header, ...legs.flatMap((leg) => leg.segments)];
  return {
    header,
    documents: [
      ...readReferences(header, message, bills),
      ...readReferences(of('GID').flat(), message, bills).filter(isManyPerConsignment),
    ],
    parties,
    legs,
    ...routeIn(findIn(all), message, context),
    goods: items.flatMap(({ goods }) => goods),
    quantity: totalOf(items),
    boxes: boxesOf(of('EQD'), of('GID'), at, context),
    measurements: setPointsIn([...of('GID').flat(), ...of('EQD').flat()]).slice(0, 1),
    issuePlace: placeOf(['91'], findIn(header), message, context)?.ref ?? null,
    span: message.span,
    bills,
  };
}

/** A carrier that only the leg names; its name there is mostly missing. */
function withCarrier(parties: readonly PartyRef[], carriers: readonly PartyRef[]): PartyRef[] {
  return parties.some(({ role }) => role === 'CARRIER')
    ? [...parties]
    : [...parties, ...carriers.slice(0, 1)];
}

/** Boxes that EQD names, then those that only the goods name (SGP). An EQD without a number is a wish for boxes. */
function boxesOf(
  equipments: readonly SegmentGroup[],
  items: readonly SegmentGroup[],
  at: string,
  context: EdifactContext,
): EquipmentRef[] {
  const boxes = new Map<string, EquipmentRef>();
  const keep = (box: EquipmentRef | 'UNNAMED' | null): void => {
    if (box !== null && box !== 'UNNAMED' && !boxes.has(box.reference)) boxes.set(box.reference, box);
  };
  for (const [index, group] of equipments.entries()) {
    const [equipment, ...segments] = group;
    if (isPlaceholder(equipment.read(1))) continue;
    const where = { at: `${at}/EQD[${index + 1}]`, span: spanOf(group) };
    keep(readEquipment({ ...where, equipment, segments, find: findIn(segments) }, true, context));
  }
  for (const [index, group] of items.entries()) {
    for (const number of readGoods(group).boxes) {
      const where = { at: `${at}/GID[${index + 1}]`, span: spanOf(group) };
      if (!isPlaceholder(number)) keep(readBox({ number, sizeType: null, seals: [] }, where, context));
    }
  }
  return [...boxes.values()];
}

/** `1`, `TBN1`: bookings number boxes that are not chosen yet. */
function isPlaceholder(number: string | null): boolean {
  return number !== null && /^(?:\d{1,4}|T\.?B\.?[AN]\.?\d*|X+)$/i.test(number);
}
