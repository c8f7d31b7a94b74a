import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { readJtVessel } from '../../claims/jt-files/box-record.ts';
import {
  readJtGoods,
  readJtParties,
  readJtPlace,
  readJtRequests,
  totalOf,
} from '../../claims/jt-files/cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import { readBooking } from '../../claims/ports/document.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

/** A message is one booking. */
export function readBookingFile(message: JtMessage, context: JtContext): JtUnit[] {
  const { layout, findings } = context;
  const { at, span, records } = message;
  const found = layout.find(records, 'booking');
  const where = { at: `${at}/14`, span: found?.record ?? span };
  const booking = readBooking(found?.value ?? null, '订舱号', where, context);
  const sent = fileTime(message, context);
  if (!booking) findings.add('MISSING_FIELD', 'ERROR', at, 'booking', span);
  return [
    {
      thread: found && `IFTMBF:${compactNumber(found.value)}`,
      events: booking && sent ? readRequest(booking, sent, message, context) : [],
      at,
      span,
    },
  ];
}

function readRequest(
  booking: DocumentRef,
  sent: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const { records, at } = message;
  const vessel = records.find(({ number }) => number === '10') ?? null;
  const goods = readJtGoods(records, context);
  const wanted = readJtRequests(records, context);
  const from = readJtPlace(records, 'pol', at, context);
  const transport = readJtVessel(vessel, at, context);
  const request = claim({
    code: 'BOOKING_REQUESTED',
    classifier: 'ACTUAL',
    time: sent,
    transport,
    documents: [booking],
    from: from?.ref ?? null,
    to: readJtPlace(records, 'pod', at, context)?.ref ?? null,
    parties: readJtParties(records, context),
    goods,
    quantity: totalOf(goods),
    reason: wanted === null ? null : { scheme: 'JT 箱型箱量', code: null, text: wanted },
    rawCode: 'IFTMBF',
  });
  const written = writtenTime(context.layout, vessel, 'sailingDate');
  const time =
    written !== null && vessel !== null
      ? context.placesAndTimes.time(parseJtTime(written), written, from, { at: `${at}/10`, span: vessel })
      : null;
  if (!time) return [request];
  const place = from?.ref ?? null;
  const sailing = { code: 'DEPARTED', classifier: 'PLANNED', time, place, transport } as const;
  return [request, claim({ ...sailing, documents: [booking], rawCode: 'IFTMBF' })];
}
