import { claim } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readContents } from '../../claims/x12/contents.ts';
import { readGoods } from '../../claims/x12/goods.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag } from '../../claims/x12/loops.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { isGross, kilograms, quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { distinct, findReference, readDocument, readReferences } from '../../claims/x12/references.ts';
import { readRoute, routeEvents } from '../../claims/x12/route.ts';
import { emptyUnit, purposeOf, sentTime, type SetName, type X12Unit } from '../../claims/x12/set-reader.ts';
import { readShip } from '../../claims/x12/vessel.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

const PAYMENTS = loadCodeList('x12/payment-146');

/**
 * Freight receipt and invoice (ocean): what stands on the bill of lading.
 *
 *   B3 * * invoice * 145 bill * payment * * (6) date * amount * … * (11) SCAC    B2A * purpose * BL
 *   { N9 } V1 { N1 N3 N4 } { R4 { DTM } } { LX { N7 { M7 } } { L0 } { L5 } } L3 * weight * 187 qualifier * … * (11) pieces * (12) unit
 */
export function nameOfReceipt(set: X12Set, context: X12Context): SetName {
  const b2a = findTag(set.segments, 'B2A');
  return {
    reference: findTag(set.segments, 'B3')?.read(3) ?? findReference(set.segments, 'MASTER_BILL', 'OCEAN'),
    action: purposeOf(b2a?.code(1) ?? null, `${set.at}/B2A`, b2a ?? set.span, context),
  };
}

function documentsOf(set: X12Set, context: X12Context): readonly DocumentRef[] {
  const b3 = findTag(set.segments, 'B3');
  const scac = findReference(set.segments, 'SCAC', 'OCEAN') ?? b3?.code(11) ?? null;
  const named = readReferences(set.segments, 'OCEAN', scac, set.at, context);
  const bill = b3?.read(3) ?? null;
  if (!b3 || bill === null || named.some(({ scheme }) => scheme === 'MASTER_BILL')) return named;
  const where = { at: `${set.at}/B3`, span: b3 };
  return distinct([readDocument('MASTER_BILL', bill, 'B303', scac, where, context), ...named]);
}

/** The date on the bill, which is issued where the cargo is shipped; else when it was sent. */
function timeOf(set: X12Set, place: ResolvedPlace | null, context: X12Context): EventTime | null {
  const b3 = findTag(set.segments, 'B3');
  const date = b3?.read(6) ?? null;
  if (!b3 || date === null) return sentTime(set, context);
  return context.placesAndTimes.time({ date, time: null }, place, { at: `${set.at}/B3`, span: b3 });
}

/**
 * B304 says that whoever receives the cargo pays, and B307 that there is something to pay. Told of the bill and no place:
 * it is due before the cargo is handed out, wherever that is.
 */
function chargesDue(
  set: X12Set,
  time: EventTime,
  documents: readonly DocumentRef[],
  context: X12Context,
): TrackingEvent[] {
  const b3 = findTag(set.segments, 'B3');
  const payment = b3?.code(4) ?? null;
  if (!b3 || payment === null) return [];
  const row = PAYMENTS.find(payment);
  if (!row) context.findings.unmapped(PAYMENTS, payment, `${set.at}/B3`, b3);
  if (row?.canonical !== 'CHARGES_DUE' || readNumber(b3.read(7)) === null) return [];
  return [claim({ code: 'CHARGES_DUE', classifier: 'ACTUAL', time, documents, rawCode: payment })];
}

export function readFreightReceipt(set: X12Set, context: X12Context): X12Unit[] {
  const { segments, at, span } = set;
  if (!findTag(segments, 'B3')) return [];
  const documents = documentsOf(set, context);
  if (!documents.some(({ scheme }) => scheme === 'MASTER_BILL')) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${at}/B3`, 'bill of lading (N9*BM, B303)', span);
    return [emptyUnit(span)];
  }
  const route = readRoute(segments, at, sentTime(set, context), context);
  const time = timeOf(set, route.from, context);
  if (!time) return [emptyUnit(span)];
  const ship = readShip(findTag(segments, 'V1'), at, context);
  const l3 = findTag(segments, 'L3');
  const weight = l3 && isGross(l3.code(2)) ? kilograms(l3.read(1), l3.code(12)) : null;
  const issued = claim({
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    documents,
    contents: readContents(segments, at, 'CONTAINER', context),
    transport: ship,
    from: route.from?.ref ?? null,
    to: route.to?.ref ?? null,
    parties: readParties(segments, at, context),
    goods: readGoods(segments),
    quantity: quantityOf(readNumber(l3?.read(11) ?? null), weight),
    rawCode: findTag(segments, 'B2A')?.code(2) ?? '310',
  });
  const calls = routeEvents(route, { equipment: null, transport: ship, rawCode: null, except: [] });
  const due = chargesDue(set, time, documents, context);
  const dated = calls.map((event): TrackingEvent => ({ ...event, documents }));
  return [{ events: [issued, ...due, ...dated], span }];
}

export function readVoidedReceipt(set: X12Set, context: X12Context): X12Unit[] {
  const documents = documentsOf(set, context);
  const time = sentTime(set, context);
  if (!time || documents.length === 0) return [];
  const event = claim({ code: 'BL_VOIDED', classifier: 'ACTUAL', time, documents, rawCode: '310' });
  return [{ events: [event], span: set.span }];
}
