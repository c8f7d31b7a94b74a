import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  PartyRef,
  Quantity,
  Reason,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readEquipment, sealsOf } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, spanOf, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf, type StatusMeaning } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { readCity, type WrittenPlace } from '../../claims/x12/place-and-time.ts';
import { isGross, kilograms, quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { addressOf, roadNotes } from '../../claims/x12/road.ts';
import { emptyUnit, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const STATUSES = loadCodeList('x12-214/status-1650');
const APPOINTMENTS = loadCodeList('x12-214/appointment-1652');
const REASONS = loadCodeList('x12-214/reason-1651');
const SIDES = loadCodeList('x12-214/status-sides');

type Side = 'SHIP_FROM' | 'SHIP_TO';

/** What the set says once for all of its statuses. */
interface Shipment {
  /** The addresses of its two sides. */
  readonly addresses: Readonly<Record<Side, WrittenPlace | null>>;
  readonly scac: string | null;
  readonly notes: readonly DocumentRef[];
  readonly parties: readonly PartyRef[];
}

/**
 * Carrier shipment status: every AT7 is one status of the load, with the place and the vehicle that follow it.
 *
 *   B10 * PRO * shipment * SCAC   { L11 } { N1 N3 N4 }
 *   { LX { AT7 * status * reason * appointment * reason * date * time * zone   [MS1] [MS2] } { L11 } { M7 } { AT8 } }
 */
export function readRoadStatus(set: X12Set, context: X12Context): X12Unit[] {
  const { head, loops } = splitLoops(set.segments, 'LX');
  const b10 = findTag(head, 'B10');
  const scac = b10?.code(3) ?? null;
  const pro = roadNotes(b10?.read(1) ?? null, b10?.read(2) ?? null, scac);
  const notes = distinct([...pro, ...readReferences(head, 'ROAD', scac, set.at, context)]);
  const addresses = { SHIP_FROM: addressOf(head, 'SHIP_FROM'), SHIP_TO: addressOf(head, 'SHIP_TO') };
  const shipment = { addresses, scac, notes, parties: readParties(head, set.at, context) };
  const details = loops.length > 0 ? loops : [{ segments: set.segments }];
  return details.flatMap(({ segments }, index) =>
    readDetail(segments, shipment, `${set.at}/LX[${index + 1}]`, context),
  );
}

function readDetail(
  detail: readonly X12Segment[],
  shipment: Shipment,
  at: string,
  context: X12Context,
): X12Unit[] {
  const own = detail.filter(({ tag }) => tag === 'L11');
  const documents = distinct([...shipment.notes, ...readReferences(own, 'ROAD', shipment.scac, at, context)]);
  const facts = { documents, quantity: quantityIn(detail), seals: sealsOf(detail), shipment };
  return splitLoops(detail, 'AT7').loops.map((status, index) =>
    readStatus(status, facts, `${at}/AT7[${index + 1}]`, context),
  );
}

interface DetailFacts {
  readonly documents: readonly DocumentRef[];
  readonly quantity: Quantity | null;
  readonly seals: readonly string[];
  readonly shipment: Shipment;
}

function readStatus(status: X12Loop, facts: DetailFacts, at: string, context: X12Context): X12Unit {
  const { first } = status;
  const { findings, placesAndTimes } = context;
  const span = spanOf(status.segments.slice(0, lastOfStatus(status.segments) + 1));
  const where = { at, span };
  const code = first.code(1) ?? first.code(3);
  if (code === null || facts.documents.length === 0) {
    const missing = code === null ? 'status (AT701)' : 'number of the shipment (B10)';
    findings.add('MISSING_FIELD', 'ERROR', at, missing, span);
    return emptyUnit(span);
  }
  const list = first.code(1) === null ? APPOINTMENTS : STATUSES;
  const meanings = meaningsOf([list], code, where, findings);
  const place = placeOf(status, code, facts.shipment, at, context);
  if (first.read(5) === null) findings.add('MISSING_FIELD', 'ERROR', at, 'date (AT705)', span);
  const written = { date: first.read(5), time: first.read(6), zone: first.code(7) };
  const time = written.date === null ? null : placesAndTimes.time(written, place, { at, span: first });
  if (!time) return emptyUnit(span);
  const ms2 = findTag(status.segments, 'MS2');
  const equipment =
    ms2?.read(2) == null
      ? null
      : readEquipment(
          {
            initial: ms2.read(1),
            number: ms2.read(2),
            kind: ms2.code(3),
            checkDigit: ms2.read(4),
            seals: facts.seals,
          },
          { at: `${at}/MS2`, span: ms2 },
          context,
          'TRAILER',
        );
  const events = meanings.map((meaning) =>
    claim({
      ...described(meaning, first),
      time,
      place: place?.ref ?? null,
      equipment,
      documents: facts.documents,
      quantity: facts.quantity,
      parties: facts.shipment.parties,
      rawCode: code,
    }),
  );
  return { events, span, hasNoContent: meanings.length === 0 };
}

/** MS1 and MS2 belong to the status; what follows them speaks of the load. */
function lastOfStatus(segments: readonly X12Segment[]): number {
  return segments.findLastIndex(({ tag }) => tag === 'AT7' || tag === 'MS1' || tag === 'MS2');
}

function described(
  { code, classifier, mode, loadState, reason }: StatusMeaning,
  at7: X12Segment,
): Pick<TrackingEvent, 'code' | 'classifier' | 'loadState' | 'transport' | 'reason'> {
  return {
    code,
    classifier,
    loadState,
    transport: transport({ mode: mode ?? 'TRUCK' }),
    reason: reasonOf(at7.code(2) ?? at7.code(4)) ?? reason,
  };
}

/** Why, unless it is the normal course; a code that is not listed is shown as received. */
function reasonOf(code: string | null): Reason | null {
  const row = code === null ? null : REASONS.find(code);
  if (code === null || (row && row.canonical === null)) return null;
  return { scheme: 'X12 1651', code, text: row?.meaning ?? null };
}

/** MS1, else the address of the side that the status is of: a delivery is at the consignee. */
function placeOf(
  status: X12Loop,
  code: string,
  { addresses }: Shipment,
  at: string,
  context: X12Context,
): ResolvedPlace | null {
  const ms1 = findTag(status.segments, 'MS1');
  if (ms1?.read(1)) return context.placesAndTimes.place(readCity(ms1), { at: `${at}/MS1`, span: ms1 });
  const side = SIDES.find(code)?.canonical as Side | null | undefined;
  const address = side ? addresses[side] : null;
  return address && context.placesAndTimes.place(address, { at, span: status.first });
}

/**
 *   AT8 * 187 qualifier * 188 unit * weight * pieces * pieces
 */
function quantityIn(segments: readonly X12Segment[]): Quantity | null {
  const at8 = segments.find((segment) => segment.tag === 'AT8' && isGross(segment.code(1)));
  if (!at8) return null;
  const pieces = readNumber(at8.read(4)) ?? readNumber(at8.read(5));
  return quantityOf(pieces, kilograms(at8.read(3), at8.code(2), 'L'));
}
