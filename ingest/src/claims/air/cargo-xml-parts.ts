import { parseAwb } from 'graph-schema/codes/awb';
import { parseHouseAirWaybill } from 'graph-schema/codes/house-bill';
import { documentRef, goods, party } from 'graph-schema/domain/claim';
import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  GoodsRef,
  PartyRef,
  PartyRole,
  Quantity,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findPath, findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { CargoXmlScope } from './cargo-xml.ts';
import { dayIn } from './moment.ts';
import { kilograms } from './quantity.ts';
import { partyRole, readTraderId } from './trader-id.ts';
import { unNumberIn } from './un-number.ts';
import { uldRef } from './waybill.ts';

const PARTY_ELEMENTS = loadCodeList('cargo-xml/parties');

/** The waybill as the key of its shipment; one whose check digit fails is kept as written, null where there is none. */
export function awbOf(written: string | null, element: XmlElement, scope: CargoXmlScope): DocumentRef | null {
  if (written === null) return null;
  const awb = parseAwb(written);
  if (!awb.ok) scope.findings.add(awb.problem, 'WARNING', element.name, written, scope.spanOf(element));
  if (!/^\d{3}-\d{8}$/.test(awb.value)) return null;
  return documentRef('AWB', awb.value, { issuer: awb.value.slice(0, 3), declaredAs: 'AWB' });
}

export function hawbOf(
  written: string | null,
  element: XmlElement,
  scope: CargoXmlScope,
): DocumentRef | null {
  if (written === null) return null;
  const hawb = parseHouseAirWaybill(written);
  if (!hawb.ok) scope.findings.add(hawb.problem, 'WARNING', element.name, written, scope.spanOf(element));
  return hawb.value === '' ? null : documentRef('HAWB', hawb.value, { declaredAs: 'HAWB' });
}

/** The airport at the end of a path, null where it is not named. */
export function airportAt(
  element: XmlElement | null,
  scope: CargoXmlScope,
  ...path: readonly string[]
): ResolvedPlace | null {
  const code = findText(element, ...path, 'ID');
  return element && code ? scope.airport(code, element) : null;
}

/** A time on the clock of an airport, unless it has an offset. A scheduled midnight is a day whose time nobody knows. */
export function timeAt(
  text: string,
  at: ResolvedPlace | null,
  scope: CargoXmlScope,
  isSchedule = false,
): EventTime | null {
  const clock = readWallClock(text);
  if (!clock) return null;
  const isDay = isSchedule && clock.explicitZone === null && clock.local.endsWith('T00:00:00');
  const read = isDay ? { ...clock, precision: 'DAY' as const } : clock;
  return eventTimeAt(read, at?.place ?? null, scope.context.source.defaultZone);
}

/** The date of a time on the calendar of its airport: what names a flight. */
export function localDate(time: EventTime, at: ResolvedPlace | null): string {
  const zone = time.zoneSource === 'EXPLICIT' ? at?.place?.zone : null;
  return zone ? dayIn(zone, new Date(time.instant)) : time.local.slice(0, 10);
}

/** Pieces and gross weight of a consignment or a part of it; `total`: pieces of the whole, where they are known. */
export function quantityOf(element: XmlElement, total: number | null): Quantity | null {
  const pieces = integer(
    findText(element, 'PieceQuantity') ??
      findText(element, 'TotalPieceQuantity') ??
      findText(element, 'PackageQuantity'),
  );
  const grossKg = weightOf(element);
  if (pieces === null && grossKg === null) return null;
  const isPart = pieces !== null && total !== null && pieces !== total;
  return { pieces, grossKg, ofPieces: isPart ? total : null };
}

function weightOf(element: XmlElement): number | null {
  const measure =
    findChild(element, 'GrossWeightMeasure') ?? findChild(element, 'IncludedTareGrossWeightMeasure');
  const weight = measure && /^\d+(?:\.\d+)?$/.test(measure.text) ? Number(measure.text) : null;
  if (weight === null) return null;
  return /^(?:LBR|LB|L)$/.test(measure?.attributes?.['unitCode'] ?? 'KGM') ? kilograms(weight, 'L') : weight;
}

export function integer(text: string | null): number | null {
  return text !== null && /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : null;
}

/** `<UtilizedUnitLoadTransportEquipment> ID (serial) CharacteristicCode (type) OperatingParty/PrimaryID (owner) </…>` */
export function uldOf(element: XmlElement | null): EquipmentRef | null {
  const serial = findText(element, 'ID') ?? '';
  const type = findText(element, 'CharacteristicCode') ?? '';
  const owner = findText(element, 'OperatingParty', 'PrimaryID') ?? '';
  return uldRef(serial) ?? uldRef(`${type}${serial}${owner}`);
}

/**
 * Parties of a consignment. Identifiers for customs stand in notes: `ContentCode` T, `SubjectCode` the party, `Content`
 * `USCI+…`; an agent without one has its IATA code.
 */
export function partiesOf(consignment: XmlElement, scope: CargoXmlScope): PartyRef[] {
  const ids = new Map<PartyRole, NonNullable<PartyRef['id']>>();
  for (const note of listChildren(consignment, 'IncludedCustomsNote')) {
    const role = partyRole(findText(note, 'SubjectCode') ?? '');
    if (!role || findText(note, 'ContentCode') !== 'T' || ids.has(role)) continue;
    const where = { at: note.name, span: scope.spanOf(note) };
    const id = readTraderId(findText(note, 'Content') ?? '', where, scope.findings);
    if (id) ids.set(role, id);
  }
  const parties: PartyRef[] = [];
  for (const child of consignment.children) {
    const role = PARTY_ELEMENTS.find(child.name)?.canonical as PartyRole | null | undefined;
    if (!role) continue;
    const name = findText(child, 'Name');
    const agent = findText(child, 'CargoAgentID');
    const id = ids.get(role) ?? (agent ? { scheme: 'IATA_AGENT', code: agent } : null);
    ids.delete(role);
    if (name || id) parties.push(party(role, { name, id }));
  }
  for (const [role, id] of ids) parties.push(party(role, { id }));
  return parties;
}

/**
 * Goods of a waybill: `Included…ConsignmentItem` with its nature and tariff codes, else the summary. Further tariff codes
 * of an item follow without pieces, so that sums hold.
 */
export function goodsOf(consignment: XmlElement): GoodsRef[] {
  const items = [
    ...listDescendants(consignment, 'IncludedMasterConsignmentItem'),
    ...listDescendants(consignment, 'IncludedHouseConsignmentItem'),
  ];
  const lines = items.flatMap((item): GoodsRef[] => {
    const description = findPath(item, 'NatureIdentificationTransportCargo', 'Identification')?.text || null;
    const codes = listChildren(item, 'TypeCode').map(({ text }) => text.replace(/\D/g, ''));
    const [hsCode = null, ...more] = codes.filter((code) => code.length >= 4 && code.length <= 18);
    if (description === null && hsCode === null) return [];
    const { pieces = null, grossKg = null } = quantityOf(item, null) ?? {};
    return [
      goods({ description, hsCode, pieces, grossKg, unNumber: unNumberIn(description) }),
      ...more.map((code) => goods({ hsCode: code })),
    ];
  });
  const summary = findText(consignment, 'SummaryDescription');
  if (lines.length > 0 || summary === null) return lines;
  const { pieces = null, grossKg = null } = quantityOf(consignment, null) ?? {};
  return [goods({ description: summary, pieces, grossKg, unNumber: unNumberIn(summary) })];
}

/** When a waybill was signed by the carrier or the agent for it, else when the message was issued. */
export function issueTime(
  root: XmlElement,
  origin: ResolvedPlace | null,
  scope: CargoXmlScope,
): EventTime | null {
  const text =
    findText(root, 'BusinessHeaderDocument', 'SignatoryCarrierAuthentication', 'ActualDateTime') ??
    findText(root, 'MessageHeaderDocument', 'IssueDateTime');
  return text === null ? null : timeAt(text, origin, scope, true);
}
