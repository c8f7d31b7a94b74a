import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readEquipment, readN7 } from '../../claims/x12/equipment.ts';
import { readGoods } from '../../claims/x12/goods.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, spanOf, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf, readMeaning } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { readCity } from '../../claims/x12/place-and-time.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { roadNotes } from '../../claims/x12/road.ts';
import { emptyUnit, purposeOf, sentTime, type SetName, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const STOP_REASONS = loadCodeList('x12-204/stop-reason-163');
const DATES = loadCodeList('x12/date-432');

/**
 * Motor carrier load tender: what a shipper asks a carrier to move, stop by stop.
 *
 *   B2 * * SCAC * * shipment * * payment    B2A * purpose    { L11 } { G62 } { N1 N3 N4 }
 *   { S5 * number * 163 reason   { L11 } { G62 * 432 qualifier * date * 176 * time * zone } [N1 N3 N4] { L5 } { N7 { M7 } } }
 */
export function nameOfTender(set: X12Set, context: X12Context): SetName {
  const b2a = findTag(set.segments, 'B2A');
  const reference = findTag(set.segments, 'B2')?.read(4) ?? null;
  return {
    reference,
    action: purposeOf(b2a?.code(1) ?? null, `${set.at}/B2A`, b2a ?? set.span, context),
  };
}

type Shared = Pick<TrackingEvent, 'documents' | 'parties'>;

function sharedOf(set: X12Set, head: readonly X12Segment[], context: X12Context): Shared {
  const b2 = findTag(head, 'B2');
  const scac = b2?.code(2) ?? null;
  const notes = roadNotes(null, b2?.read(4) ?? null, scac);
  const all = readReferences(set.segments, 'ROAD', scac, set.at, context);
  return { documents: distinct([...notes, ...all]), parties: readParties(head, set.at, context) };
}

export function readTender(set: X12Set, context: X12Context): X12Unit[] {
  const { head, loops } = splitLoops(set.segments, 'S5');
  const shared = sharedOf(set, head, context);
  if (shared.documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${set.at}/B2`, 'number of the shipment (B204)', set.span);
    return [set, ...loops].map(({ span }) => emptyUnit(span));
  }
  const boxes = splitLoops(set.segments, 'N7').loops.flatMap(({ first, segments }) => {
    const where = { at: `${set.at}/N7`, span: first };
    return readEquipment(readN7(first, segments), where, context, 'TRAILER') ?? [];
  });
  const alone = boxes.length === 1 ? (boxes[0] ?? null) : null;
  const request = readRequest(
    set,
    head,
    {
      ...shared,
      parties: readParties(set.segments, set.at, context),
      contents: boxes,
      goods: readGoods(set.segments),
    },
    context,
  );
  const stops = loops.map((stop, index) =>
    readStop(stop, { ...shared, equipment: alone }, `${set.at}/S5[${index + 1}]`, context),
  );
  return [request, ...stops];
}

function readRequest(
  set: X12Set,
  head: readonly X12Segment[],
  given: Partial<TrackingEvent>,
  context: X12Context,
): X12Unit {
  const span = spanOf(head);
  const time = sentTime(set, context) ?? tenderDate(set, head, context);
  if (!time) {
    context.findings.add('MISSING_FIELD', 'ERROR', set.at, 'date of the tender', span);
    return emptyUnit(span);
  }
  const event = claim({
    ...given,
    code: 'BOOKING_REQUESTED',
    classifier: 'ACTUAL',
    time,
    transport: transport({ mode: 'TRUCK' }),
    rawCode: '204',
  });
  return { events: [event], span };
}

function tenderDate({ at }: X12Set, head: readonly X12Segment[], context: X12Context): EventTime | null {
  const g62 = head.find((segment) => segment.is('G62', '04'));
  return g62 ? dateOf(g62, null, `${at}/G62`, context) : null;
}

export function readCancelledTender(set: X12Set, context: X12Context): X12Unit[] {
  const { head } = splitLoops(set.segments, 'S5');
  const time = sentTime(set, context);
  const shared = sharedOf(set, head, context);
  if (!time || shared.documents.length === 0) return [];
  const event = claim({ ...shared, code: 'BOOKING_CANCELLED', classifier: 'ACTUAL', time, rawCode: '204' });
  return [{ events: [event], span: set.span }];
}

function readStop(stop: X12Loop, shared: Partial<TrackingEvent>, at: string, context: X12Context): X12Unit {
  const { first, segments, span } = stop;
  const where = { at, span: first };
  const code = first.code(2);
  if (code === null) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'reason of the stop (S502)', span);
    return emptyUnit(span);
  }
  const n4 = findTag(segments, 'N4');
  const n1 = findTag(segments, 'N1');
  const place = n4 && context.placesAndTimes.place({ ...readCity(n4), terminal: n1?.read(2) ?? null }, where);
  const dated = stopTime(segments, place, at, context);
  if (!dated) return { ...emptyUnit(span), hasNoContent: !segments.some(({ tag }) => tag === 'G62') };
  const events = meaningsOf([STOP_REASONS], code, where, context.findings).map((meaning) =>
    claim({
      ...shared,
      code: meaning.code,
      classifier: dated.classifier,
      time: dated.time,
      place: place?.ref ?? null,
      transport: transport({ mode: 'TRUCK' }),
      rawCode: code,
    }),
  );
  return { events, span, hasNoContent: events.length === 0 };
}

/** What is planned before what is asked for, and of a window its begin. */
function stopTime(
  segments: readonly X12Segment[],
  place: ResolvedPlace | null,
  at: string,
  context: X12Context,
): Pick<TrackingEvent, 'classifier' | 'time'> | null {
  const dates = segments.filter(({ tag }) => tag === 'G62');
  const found = dates.flatMap((g62) => {
    const canonical = DATES.find(g62.code(1) ?? '')?.canonical;
    const meaning = canonical ? readMeaning(canonical) : null;
    return meaning && canonical !== 'CUT_OFF' ? [{ g62, classifier: meaning.classifier }] : [];
  });
  const best = found.find(({ classifier }) => classifier === 'PLANNED') ?? found[0];
  if (!best) {
    const severity = dates.length > 0 ? 'WARNING' : 'INFO';
    const span = dates[0] ?? segments[0] ?? null;
    context.findings.add('MISSING_FIELD', severity, `${at}/G62`, 'time of the stop', span);
    return null;
  }
  const time = dateOf(best.g62, place, `${at}/G62`, context);
  return time && { classifier: best.classifier, time };
}

function dateOf(
  g62: X12Segment,
  place: ResolvedPlace | null,
  at: string,
  context: X12Context,
): EventTime | null {
  const written = { date: g62.read(2), time: g62.read(4), zone: g62.code(5) };
  return context.placesAndTimes.time(written, place, { at, span: g62 });
}
