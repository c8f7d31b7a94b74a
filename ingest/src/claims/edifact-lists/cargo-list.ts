import { parseSscc } from 'graph-schema/codes/sscc';
import type {
  EquipmentRef,
  GoodsRef,
  PartyRef,
  PlaceRef,
  Quantity,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readConveyance } from '../edifact/conveyance.ts';
import { readGoods, totalOf } from '../edifact/goods.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { carrierOf, readParties } from '../edifact/party.ts';
import { routeIn } from '../edifact/places.ts';
import { cutGroups, findIn, spanOf, type SegmentGroup } from '../edifact/segments.ts';
import { ListedBoxes } from './listed-boxes.ts';

/**
 * A list of consignments (CUSCAR, IFCSUM).
 *
 *   BGM DTM+137 { NAD } TDT { LOC { DTM } } { EQD [SEL] }
 *   { CNI { RFF } { LOC } { NAD } [EQD] { GID [PAC] [FTX+AAA] [MEA] [PIA] [DGS] { SGP } } }
 */
export interface CargoList {
  /** Before the first CNI. */
  readonly header: readonly EdifactSegment[];
  readonly tdt: EdifactSegment | null;
  /** Null when the list names no conveyance. */
  readonly run: TransportRef | null;
  readonly groups: readonly SegmentGroup[];
  readonly boxes: ListedBoxes;
  /** Boxes that stand before the consignments. */
  readonly described: readonly EquipmentRef[];
  readonly parties: readonly PartyRef[];
}

export function readCargoList({ message }: MessageHead, context: EdifactContext): CargoList {
  const { at, segments } = message;
  const { header, groups } = cutConsignments(segments);
  const tdt =
    header.find((segment) => segment.is('TDT', '20')) ?? header.find(({ tag }) => tag === 'TDT') ?? null;
  const boxes = new ListedBoxes(context);
  const carrier = tdt && carrierOf(tdt);
  const parties = readParties(header, message, context);
  return {
    header,
    tdt,
    run: tdt && readConveyance(tdt, header, tdt.read(2) === null ? 'VESSEL' : null, at, context),
    groups,
    boxes,
    described: boxes.describe(header, at),
    parties: carrier && !parties.some(({ role }) => role === 'CARRIER') ? [...parties, carrier] : parties,
  };
}

/** Totals (CNT) stand in the header and in consignments of these lists, so that they end nothing. */
function cutConsignments(segments: readonly EdifactSegment[]): {
  readonly header: readonly EdifactSegment[];
  readonly groups: readonly SegmentGroup[];
} {
  const header: EdifactSegment[] = [];
  const groups: [EdifactSegment, ...EdifactSegment[]][] = [];
  for (const segment of segments) {
    if (segment.tag === 'CNI') groups.push([segment]);
    else (groups.at(-1) ?? header).push(segment);
  }
  return { header, groups };
}

/** What a consignment of a list holds besides its papers. */
export interface ListedCargo {
  readonly contents: readonly EquipmentRef[];
  readonly parties: readonly PartyRef[];
  readonly goods: readonly GoodsRef[];
  readonly quantity: Quantity | null;
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
}

/** `isOnly`: the list has no other consignment, so that the boxes before it are its own. */
export function readListedCargo(
  segments: SegmentGroup,
  { boxes, described, parties }: CargoList,
  isOnly: boolean,
  at: string,
  context: EdifactContext,
): ListedCargo {
  const where = { at, span: spanOf(segments) };
  const { groups } = cutGroups(segments, ['GID']);
  const items = groups.map(readGoods);
  const own = boxes.describe(segments, at);
  const numbers = [
    ...items.flatMap((item) => item.boxes),
    ...segments.flatMap((segment) => (segment.is('RFF', 'AAQ') ? (segment.read(0, 1) ?? []) : [])),
  ];
  const named = numbers.flatMap((number) => boxes.named(number, where) ?? []);
  const containers = own.length + named.length > 0 ? [...own, ...named] : isOnly ? described : [];
  const units = logisticUnits(segments);
  const people = readParties(segments, where, context);
  return {
    contents: unique([...containers, ...units]),
    parties: [...people, ...parties.filter(({ role }) => !people.some((other) => other.role === role))],
    goods: items.flatMap((item) => item.goods.map(withoutSscc)),
    quantity: totalOf(items),
    ...routeIn(findIn(segments), where, context),
  };
}

/**
 * The claim of a consignment, and one for each pallet or parcel in it: what is looked up is what a claim is about, so that an
 * SSCC leads to its consignment. Under several papers nobody knows which is in which.
 */
export function withUnits(events: readonly TrackingEvent[]): TrackingEvent[] {
  const [whole] = events;
  if (!whole || events.length > 1) return [...events];
  const units = whole.contents.filter(({ kind }) => kind === 'SSCC');
  const none = { contents: [], parties: [], goods: [], quantity: null };
  return [whole, ...units.map((equipment) => ({ ...whole, ...none, equipment }))];
}

/**
 * Pallets and parcels by their SSCC: `GIN+BJ` or `GIN+AW`, and the kind of package of GID, where some write it.
 */
function logisticUnits(segments: readonly EdifactSegment[]): EquipmentRef[] {
  const written = segments.flatMap((segment) => {
    if (segment.tag === 'GID') return [segment.read(1, 1)];
    if (segment.is('GIN', 'BJ') || segment.is('GIN', 'AW')) return ginNumbers(segment);
    return [];
  });
  return written.flatMap((number): EquipmentRef[] => {
    const sscc = number === null ? null : parseSscc(number);
    return sscc?.ok ? [{ kind: 'SSCC', reference: sscc.value, sizeType: null, seals: [] }] : [];
  });
}

/** GIN + 7405 + five times number or range `from : to`. */
export function ginNumbers(gin: EdifactSegment): string[] {
  const numbers: string[] = [];
  for (let element = 1; element <= 5; element += 1) {
    for (const component of [0, 1]) {
      const number = gin.read(element, component);
      if (number !== null) numbers.push(number);
    }
  }
  return numbers;
}

function withoutSscc(line: GoodsRef): GoodsRef {
  return line.packageType !== null && parseSscc(line.packageType).ok ? { ...line, packageType: null } : line;
}

function unique(boxes: readonly EquipmentRef[]): EquipmentRef[] {
  return [...new Map(boxes.map((box) => [`${box.kind} ${box.reference}`, box])).values()];
}
