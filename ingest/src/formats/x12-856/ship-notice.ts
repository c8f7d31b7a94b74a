import { findOceanCarrier } from 'graph-schema/codes/ocean-carriers';
import { parseSscc } from 'graph-schema/codes/sscc';
import { claim, goods, transport } from 'graph-schema/domain/claim';
import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  GoodsRef,
  TrackingEvent,
  TransportMode,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { allTags, findTag } from '../../claims/x12/loops.ts';
import { readMeaning } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { isGross, kilograms, quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { withOceanCarriers } from '../../claims/x12/ocean-carriers.ts';
import { distinct, plainDocument, readReferences, type Trade } from '../../claims/x12/references.ts';
import { addressOf } from '../../claims/x12/road.ts';
import { emptyUnit, purposeOf, type SetName, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import { readLevels, type Level } from './levels.ts';

const DATES = loadCodeList('x12/date-374');
const MODES = loadCodeList('x12/mode-91');
/** Marks (88) that are an SSCC: GM, and AA of those who mean the same. */
const SSCC_MARKS: ReadonlySet<string> = new Set(['GM', 'AA']);

/**
 * Ship notice: what a seller sent to a buyer, as a tree of shipment, orders, tares, packs and items.
 *
 *   BSN * 353 purpose * shipment * date * time * structure
 *   { HL * number * parent * kind   S: [TD1] [TD5] [TD3] { REF } { DTM } { N1 }   O: PRF   T, P: MAN * GM * SSCC   I: LIN SN1 PID }
 */
export function nameOfNotice(set: X12Set, context: X12Context): SetName {
  const bsn = findTag(set.segments, 'BSN');
  return {
    reference: bsn?.read(2) ?? null,
    action: purposeOf(bsn?.code(1) ?? null, `${set.at}/BSN`, bsn ?? set.span, context),
  };
}

export function readShipNotice(set: X12Set, context: X12Context): X12Unit[] {
  const levels = readLevels(set.segments);
  const below = new Map<Level, Level[]>();
  for (const level of levels) {
    if (!level.shipment) continue;
    const own = below.get(level.shipment) ?? [];
    own.push(level);
    below.set(level.shipment, own);
  }
  const facts = new Map<Level, ShipmentFacts | null>();
  return levels.map((level) => {
    const { shipment, loop, kind } = level;
    const at = `${set.at}/HL[${level.index + 1}]`;
    if (!shipment) {
      context.findings.add('MISSING_FIELD', 'ERROR', at, 'shipment (HL*…*S)', loop.span);
      return emptyUnit(loop.span);
    }
    if (!facts.has(shipment))
      facts.set(shipment, readShipment(shipment, below.get(shipment) ?? [], set, context));
    const known = facts.get(shipment);
    if (!known) return emptyUnit(loop.span);
    if (kind === 'S') return { events: shipmentEvents(known), span: loop.span };
    const units = ssccsOf(loop.segments, at, context);
    const events = units.map((equipment) => ({
      ...known.despatched,
      equipment,
      contents: [],
      goods: [],
      quantity: null,
    }));
    return { events, span: loop.span, hasNoContent: true };
  });
}

interface ShipmentFacts {
  readonly despatched: TrackingEvent;
  readonly dated: readonly TrackingEvent[];
}

function shipmentEvents({ despatched, dated }: ShipmentFacts): TrackingEvent[] {
  return [despatched, ...dated];
}

function readShipment(
  shipment: Level,
  levels: readonly Level[],
  set: X12Set,
  context: X12Context,
): ShipmentFacts | null {
  const { segments } = shipment.loop;
  const at = `${set.at}/HL[${shipment.index + 1}]`;
  const all = levels.flatMap(({ loop }) => loop.segments);
  const contents = boxesOf(all, at, context);
  const documents = documentsOf(set, segments, all, contents, at, context);
  if (documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'number of the shipment (BSN02)', shipment.loop.span);
    return null;
  }
  const [shipFrom, shipTo] = (['SHIP_FROM', 'SHIP_TO'] as const).map((side) => {
    const address = addressOf(segments, side);
    return address && context.placesAndTimes.place(address, { at, span: shipment.loop.first });
  });
  const td1 = findTag(segments, 'TD1');
  const [mode] = modesOf(segments);
  const base = {
    documents,
    contents,
    transport: mode ? transport({ mode }) : null,
    from: shipFrom?.ref ?? null,
    to: shipTo?.ref ?? null,
    parties: readParties(all, at, context),
    goods: goodsOf(levels),
    quantity: quantityOf(
      readNumber(td1?.read(2) ?? null),
      td1 && isGross(td1.code(6)) ? kilograms(td1.read(7), td1.code(8), 'LB') : null,
    ),
  };
  const events: TrackingEvent[] = [];
  for (const dtm of allTags(segments, 'DTM')) {
    const rawCode = dtm.code(1) ?? '';
    const meaning = readMeaning(DATES.find(rawCode)?.canonical ?? '');
    if (meaning.code === 'UNMAPPED') continue;
    const place = meaning.code === 'DESPATCHED' ? shipFrom : shipTo;
    const written = { date: dtm.read(2), time: dtm.read(3), zone: dtm.code(4) };
    const time = context.placesAndTimes.time(written, place ?? null, { at: `${at}/DTM`, span: dtm });
    const { code, classifier } = meaning;
    if (time) events.push(claim({ ...base, code, classifier, time, place: place?.ref ?? null, rawCode }));
  }
  const said = events.find(({ code }) => code === 'DESPATCHED');
  const time = said ? null : noticeTime(set, context);
  const despatched =
    said ??
    (time &&
      claim({
        ...base,
        code: 'DESPATCHED',
        classifier: 'ACTUAL',
        time,
        place: shipFrom?.ref ?? null,
        rawCode: '856',
      }));
  if (!despatched) return null;
  const dated = events.filter((event) => event !== said).map((event) => ({ ...event, goods: [] }));
  return { despatched, dated };
}

/** The papers of the shipment, the orders that it is of, and the number of the notice. */
function documentsOf(
  set: X12Set,
  segments: readonly X12Segment[],
  all: readonly X12Segment[],
  boxes: readonly EquipmentRef[],
  at: string,
  context: X12Context,
): readonly DocumentRef[] {
  const bsn = findTag(set.segments, 'BSN')?.read(2) ?? null;
  const scacs = allTags(segments, 'TD5').map((td5) => td5.code(3));
  const trade = tradeOf(segments, scacs, boxes);
  // Of a bill beside several carriers nobody says whose it is.
  const bills = trade === 'OCEAN' ? withOceanCarriers(scacs, context) : context;
  const orders = allTags(all, 'PRF').flatMap((prf) => prf.read(1) ?? []);
  return distinct([
    ...readReferences(segments, trade, scacs[0] ?? null, at, bills),
    ...orders.map((order) => plainDocument('REFERENCE', order, 'PRF01', null)),
    bsn === null ? null : plainDocument('REFERENCE', bsn, 'BSN02', null),
  ]);
}

/** TD5 * * 66 * carrier * 91 method: the ways that the goods go, one after the other. */
function modesOf(segments: readonly X12Segment[]): readonly TransportMode[] {
  const found = allTags(segments, 'TD5').map((td5) => MODES.find(td5.code(4) ?? '')?.canonical ?? null);
  return found.filter((mode) => mode !== null) as TransportMode[];
}

/**
 * Whose papers the references are. By sea where a method or a ship (V1) says so; where no method is told, an ocean carrier
 * or a container does.
 */
function tradeOf(
  segments: readonly X12Segment[],
  scacs: readonly (string | null)[],
  boxes: readonly EquipmentRef[],
): Trade {
  const modes = modesOf(segments);
  if (modes.includes('VESSEL') || findTag(segments, 'V1')) return 'OCEAN';
  if (modes.length > 0) return modes.includes('TRUCK') ? 'GOODS' : 'RAIL';
  const isOcean = scacs.some((scac) => scac !== null && findOceanCarrier(scac) !== null);
  return isOcean || boxes.some(({ kind }) => kind === 'CONTAINER') ? 'OCEAN' : 'GOODS';
}

/** TD3: kind, prefix and number of the vehicle or box, and its seal (09). */
function boxesOf(segments: readonly X12Segment[], at: string, context: X12Context): readonly EquipmentRef[] {
  return allTags(segments, 'TD3').flatMap((td3) => {
    if (td3.read(3) === null) return [];
    const seal = td3.read(9);
    const written = {
      kind: td3.code(1),
      initial: td3.read(2),
      number: td3.read(3),
      checkDigit: td3.read(4),
      seals: seal === null ? [] : [seal],
    };
    return readEquipment(written, { at: `${at}/TD3`, span: td3 }, context, 'TRAILER') ?? [];
  });
}

function ssccsOf(segments: readonly X12Segment[], at: string, context: X12Context): readonly EquipmentRef[] {
  return allTags(segments, 'MAN').flatMap((man) => {
    const value = SSCC_MARKS.has(man.code(1) ?? '') ? man.read(2) : null;
    if (value === null) return [];
    const sscc = parseSscc(value);
    if (!sscc.ok) context.findings.add(sscc.problem, 'WARNING', `${at}/MAN`, value, man);
    if (!sscc.ok && sscc.problem === 'BAD_IDENTIFIER') return [];
    return [{ kind: 'SSCC', reference: sscc.value, sizeType: null, seals: [] } as const];
  });
}

/** The items by their description (PID05), else by the number that LIN gives them. */
function goodsOf(levels: readonly Level[]): readonly GoodsRef[] {
  return levels.flatMap(({ kind, loop: { segments } }) => {
    if (kind !== 'I') return [];
    const lin = findTag(segments, 'LIN');
    const sn1 = findTag(segments, 'SN1');
    const description = findTag(segments, 'PID')?.read(5) ?? lin?.read(3) ?? null;
    const pieces = readNumber(sn1?.read(2) ?? null);
    return description === null && pieces === null ? [] : [goods({ description, pieces })];
  });
}

function noticeTime(set: X12Set, context: X12Context): EventTime | null {
  const bsn = findTag(set.segments, 'BSN');
  const written = { date: bsn?.read(3) ?? null, time: bsn?.read(4) ?? null };
  return context.placesAndTimes.time(written, null, { at: `${set.at}/BSN`, span: bsn ?? set.span });
}
