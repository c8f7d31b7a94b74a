import { claim, transport } from 'graph-schema/domain/claim';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readContents } from '../../claims/x12/contents.ts';
import { readGoods } from '../../claims/x12/goods.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { readMeaning } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { isGross, kilograms, quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { addressOf, roadNotes } from '../../claims/x12/road.ts';
import { emptyUnit, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';

const SHIPMENT_DATES = loadCodeList('x12/date-374');
const DATES = loadCodeList('x12/date-432');

/**
 * Motor carrier invoice. Its charges are none of ours; it proves the pick-up and the delivery that it bills.
 *
 *   B3 * * invoice * shipment * payment * * date * amount * correction * delivery date * 374 qualifier * SCAC
 *   { N9, L11 } { G62 } { N1 N3 N4 } { LX { L5 } { L0 } { N7 { M7 } } } L3 * weight * 187 qualifier * … * (11) pieces
 */
export function readRoadInvoice(set: X12Set, context: X12Context): X12Unit[] {
  return splitLoops(set.segments, 'B3').loops.map((loop) => readInvoice(loop, set, context));
}

function readInvoice({ first, segments, span }: X12Loop, set: X12Set, context: X12Context): X12Unit {
  const at = `${set.at}/B3`;
  const scac = first.code(11);
  const notes = roadNotes(first.read(2), first.read(3), scac);
  const documents = distinct([...notes, ...readReferences(segments, 'ROAD', scac, set.at, context)]);
  if (documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'number of the invoice (B302)', span);
    return emptyUnit(span);
  }
  const l3 = findTag(segments, 'L3');
  const pieces = readNumber(l3?.read(11) ?? null);
  const weight = l3 && isGross(l3.code(2)) ? kilograms(l3.read(1), l3.code(12), 'L') : null;
  const contents = readContents(segments, at, 'TRAILER', context);
  const base = {
    documents,
    // One box is what was moved; several are what the paper covers.
    equipment: contents.length === 1 ? (contents[0] ?? null) : null,
    contents: contents.length === 1 ? [] : contents,
    parties: readParties(segments, at, context),
    // Lines without a weight or pieces are charges.
    goods: readGoods(segments).filter((line) => line.pieces !== null || line.grossKg !== null),
    quantity: quantityOf(pieces, weight),
    transport: transport({ mode: 'TRUCK' }),
  };
  const events: TrackingEvent[] = [];
  const dates = datesOf({ first, segments, span });
  for (const { canonical, date, clock, rawCode } of dates) {
    const { code, classifier } = readMeaning(canonical);
    const address = addressOf(segments, code === 'PICKED_UP' ? 'SHIP_FROM' : 'SHIP_TO');
    const place = address && context.placesAndTimes.place(address, { at, span: first });
    const time: EventTime | null = context.placesAndTimes.time({ date, time: clock }, place, {
      at,
      span: first,
    });
    if (time) events.push(claim({ ...base, code, classifier, time, place: place?.ref ?? null, rawCode }));
  }
  if (dates.length === 0)
    context.findings.add('MISSING_FIELD', 'INFO', at, 'date of pick-up or delivery (B309, G62)', span);
  return { events, span, hasNoContent: dates.length === 0 };
}

interface InvoiceDate {
  readonly canonical: string;
  readonly date: string | null;
  readonly clock: string | null;
  readonly rawCode: string;
}

/** B309 with its qualifier, and G62: each once. */
function datesOf({ first, segments }: X12Loop): readonly InvoiceDate[] {
  const qualifier = first.code(10) ?? '';
  const delivery = SHIPMENT_DATES.find(qualifier)?.canonical;
  const found: InvoiceDate[] = [];
  if (delivery?.startsWith('ACTUAL ') && first.read(9) !== null)
    found.push({ canonical: delivery, date: first.read(9), clock: null, rawCode: qualifier });
  for (const g62 of segments) {
    if (g62.tag !== 'G62') continue;
    const rawCode = g62.code(1) ?? '';
    const canonical = DATES.find(rawCode)?.canonical;
    const isActual = canonical?.startsWith('ACTUAL ') ?? false;
    if (canonical && isActual && !found.some((one) => one.canonical === canonical))
      found.push({ canonical, date: g62.read(2), clock: g62.read(4), rawCode });
  }
  return found;
}
