import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readGoods } from '../../claims/x12/goods.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag } from '../../claims/x12/loops.ts';
import { meaningsOf } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { distinct, findReference, readDocument, readReferences } from '../../claims/x12/references.ts';
import { readRoute, routeEvents, type Route } from '../../claims/x12/route.ts';
import { emptyUnit, sentTime, type SetName, type X12Unit } from '../../claims/x12/set-reader.ts';
import { readShip } from '../../claims/x12/vessel.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

const ACTIONS = loadCodeList('x12-301/action-558');
/** What ends a booking: what was planned under it no longer holds. */
const ENDING: ReadonlySet<string> = new Set(['BOOKING_CANCELLED', 'BOOKING_REJECTED']);

/**
 * Confirmation (ocean): what became of a booking, and when its ship is to sail and to arrive.
 *
 *   B1 * SCAC * booking * date * 558 action      Y3 * booking * SCAC * sailing date * arrival date      { Y4 } { N9 }
 *   { N1 N3 N4 } { R4 { DTM } } { LX L0 L5 { H1 } } V1
 */
export function nameOfBooking(set: X12Set, context: X12Context): SetName {
  const codes = actionsOf(set, context).map(({ code }) => code);
  const isEnd = codes.some((code) => ENDING.has(code));
  const action = isEnd ? 'CANCEL' : codes.includes('BOOKING_AMENDED') ? 'REPLACE' : 'ORIGINAL';
  return { reference: bookingNumber(set), action };
}

function actionsOf(set: X12Set, { findings }: X12Context) {
  const b1 = findTag(set.segments, 'B1');
  const code = b1?.code(4) ?? null;
  const where = { at: `${set.at}/B1`, span: b1 ?? set.span };
  return code === null ? [] : meaningsOf([ACTIONS], code, where, findings, 'UNMAPPED_DOCUMENT');
}

/** N9*BN before B102: some systems write the number of the set there. */
function bookingNumber({ segments }: X12Set): string | null {
  return (
    findReference(segments, 'BOOKING', 'OCEAN') ??
    findTag(segments, 'Y3')?.read(1) ??
    findTag(segments, 'B1')?.read(2) ??
    null
  );
}

function documentsOf(set: X12Set, context: X12Context): readonly DocumentRef[] {
  const scac = findTag(set.segments, 'B1')?.code(1) ?? null;
  const number = bookingNumber(set);
  const where = { at: `${set.at}/B1`, span: findTag(set.segments, 'B1') ?? set.span };
  const booking = number === null ? null : readDocument('BOOKING', number, 'BN', scac, where, context);
  return distinct([booking, ...readReferences(set.segments, 'OCEAN', scac, set.at, context)]);
}

export function readBookingConfirmation(set: X12Set, context: X12Context): X12Unit[] {
  const { segments, at, span } = set;
  const b1 = findTag(segments, 'B1');
  if (!b1) return [];
  const documents = documentsOf(set, context);
  const time = sentTime(set, context) ?? dayOf(b1.read(3), set, context);
  if (!documents.some(({ scheme }) => scheme === 'BOOKING') || b1.code(4) === null) {
    const missing = b1.code(4) === null ? 'action (B104)' : 'booking number (B102)';
    context.findings.add('MISSING_FIELD', 'ERROR', `${at}/B1`, missing, span);
    return [emptyUnit(span)];
  }
  if (!time) return [emptyUnit(span)];
  const sent = sentTime(set, context);
  const route = readRoute(segments, at, sent, context);
  const ship = readShip(findTag(segments, 'V1'), at, context);
  const from = route.from?.ref ?? null;
  const to = route.to?.ref ?? null;
  const states = actionsOf(set, context).map(({ code }) =>
    claim({
      code,
      classifier: 'ACTUAL',
      time,
      documents,
      transport: ship,
      from,
      to,
      parties: readParties(segments, at, context),
      goods: readGoods(segments),
      rawCode: b1.code(4),
    }),
  );
  const dated = routeEvents(route, { equipment: null, transport: ship, rawCode: null, except: [] });
  const calls = [
    ...dated,
    ...sailingOf(set, route, dated, context).map((one) => claim({ ...one, transport: ship, from, to })),
  ];
  return [{ events: [...states, ...calls.map((event): TrackingEvent => ({ ...event, documents }))], span }];
}

/** Y3: the planned sailing and arrival, where no R4 dates them. */
function sailingOf(
  set: X12Set,
  { from, to }: Route,
  dated: readonly TrackingEvent[],
  context: X12Context,
): Pick<TrackingEvent, 'code' | 'classifier' | 'time' | 'place'>[] {
  const y3 = findTag(set.segments, 'Y3');
  if (!y3) return [];
  const calls = [
    { code: 'DEPARTED', date: y3.read(3), place: from },
    { code: 'ARRIVED', date: y3.read(4), place: to },
  ] as const;
  return calls.flatMap(({ code, date, place }) => {
    if (date === null || !place || dated.some((event) => event.code === code)) return [];
    const where = { at: `${set.at}/Y3`, span: y3 };
    const time = context.placesAndTimes.time({ date, time: null }, place, where);
    return time ? [{ code, classifier: 'PLANNED', time, place: place.ref }] : [];
  });
}

function dayOf(date: string | null, set: X12Set, context: X12Context): EventTime | null {
  return context.placesAndTimes.time({ date, time: null }, null, { at: `${set.at}/B1`, span: set.span });
}

export function readCancelledBooking(set: X12Set, context: X12Context): X12Unit[] {
  const documents = documentsOf(set, context);
  const time = sentTime(set, context);
  if (!time || documents.length === 0) return [];
  const rawCode = findTag(set.segments, 'B1')?.code(4) ?? null;
  const events = actionsOf(set, context).map(({ code }) =>
    claim({
      code,
      classifier: 'ACTUAL',
      time,
      documents,
      parties: readParties(set.segments, set.at, context),
      rawCode,
    }),
  );
  return [{ events, span: set.span }];
}
