import { container, claim } from 'graph-schema/domain/claim';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { canonical } from '../../claims/dcsa/event-parts.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { partiesOf } from '../../claims/dcsa/paper-cargo.ts';
import {
  asOfReceipt,
  newsMessage,
  openNews,
  statusIn,
  type NewsContext,
} from '../../claims/dcsa/paper-news.ts';
import { plannedLeg } from '../../claims/dcsa/planned-legs.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { asObject, objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { commoditiesOf } from './commodities.ts';

const STATUSES = loadCodeList('dcsa-booking-2/statuses');
const CUT_OFFS = loadCodeList('dcsa-booking-2/cut-offs');
const MOST = 200;
/** Of an open booking the newest is what was asked of it since; in any other state it is over, whatever was asked. */
const OPEN: ReadonlySet<string> = new Set(['CONFIRMED', 'PENDING_AMENDMENT']);

/** One booking: its status with parties, goods and route, its legs and its cut-offs. */
export function readBooking(
  record: JsonObject,
  where: Where,
  reader: MessageReader,
  context: NewsContext,
): UnitOutcome {
  const news = openNews(record, ['booking', 'amendedBooking'], where, context);
  const { paper } = news;
  const documents = documentsOf(paper, where, reader);
  const [first] = documents;
  if (!first) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.carrierBookingReference`, null, where.span);
    return NOTHING;
  }
  const own = statusIn(paper, 'bookingStatus');
  const asked = statusIn(paper, 'bookingCancellationStatus', 'amendedBookingStatus', 'bookingStatus');
  // The body of a request has no status yet: it is one.
  const status = own === null || OPEN.has(own) ? (asked ?? 'RECEIVED') : own;
  const time = news.time ?? asOfReceipt('time', where, context);
  const reason = textOf(paper, 'reason') ?? feedbackOf(paper);
  const events = [
    ...(time
      ? [
          claim({
            code: canonical(STATUSES, status, 'UNMAPPED_DOCUMENT', reader, where),
            classifier: 'ACTUAL',
            time,
            documents,
            contents: boxesOf(paper, where, reader),
            parties: partiesOf(paper, where, reader),
            goods: commoditiesOf(paper),
            from: locationOf(paper, ['POL', 'PRE'], where, reader)?.ref ?? null,
            to: locationOf(paper, ['POD', 'PDE'], where, reader)?.ref ?? null,
            reason: reason === null ? null : { scheme: null, code: null, text: reason.slice(0, 500) },
            rawCode: status,
          }),
        ]
      : []),
    ...objectsOf(paper['transportPlan'])
      .slice(0, MOST)
      .flatMap((leg) =>
        plannedLeg(leg, { from: 'loadLocation', to: 'dischargeLocation' }, documents, where, reader),
      ),
    ...cutOffs(paper, documents, where, reader),
  ];
  if (events.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.bookingStatus`, null, where.span);
    return NOTHING;
  }
  return { message: newsMessage('BOOKING', first, status, news, events, where, context) };
}

/** The booking, and the bill that it has already where it is a single one; without a booking number the carrier's number of the request. */
function documentsOf(paper: JsonObject, where: Where, reader: MessageReader): DocumentRef[] {
  const read = (type: string, ...fields: readonly string[]): DocumentRef[] => {
    const number = textOf(paper, ...fields);
    const document = number === null ? null : reader.document(type, number, where);
    return document ? [document] : [];
  };
  const booking = read('BKG', 'carrierBookingReference');
  const request = read('CBR', 'carrierBookingRequestReference');
  const bills = [
    ...new Set(textsOf(paper['transportDocumentReferences'] ?? paper['transportDocumentReference'])),
  ];
  const [bill] = bills.length === 1 ? bills : [];
  const known = bill === undefined || /^reserved/i.test(bill) ? null : reader.document('TRD', bill, where);
  return [...(booking.length > 0 ? booking : request), ...(known ? [known] : [])];
}

/** Shippers' own boxes: the carrier's have no number yet. */
function boxesOf(paper: JsonObject, where: Where, reader: MessageReader) {
  return objectsOf(paper['requestedEquipments'])
    .flatMap((one) => textsOf(one['equipmentReferences']))
    .slice(0, MOST)
    .map((number) => container(reader.container(number, where)));
}

function locationOf(paper: JsonObject, types: readonly string[], where: Where, reader: MessageReader) {
  const listed = objectsOf(paper['shipmentLocations']);
  for (const type of types) {
    const found = listed.find((one) => textOf(one, 'locationTypeCode') === type);
    const place = reader.place(flattenLocation(asObject(found?.['location'])), where);
    if (place) return place;
  }
  return null;
}

function cutOffs(
  paper: JsonObject,
  documents: readonly DocumentRef[],
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const { findings, context } = reader;
  const place = locationOf(paper, ['POL'], where, reader);
  return objectsOf(paper['shipmentCutOffTimes'])
    .slice(0, MOST)
    .flatMap((one): TrackingEvent[] => {
      const kind = textOf(one, 'cutOffDateTimeCode')?.toUpperCase() ?? null;
      const written = textOf(one, 'cutOffDateTime');
      const time =
        written === null ? null : readTime(written, place?.place ?? null, context.source.defaultZone);
      const row = kind === null ? null : CUT_OFFS.find(kind);
      if (kind !== null && !row)
        findings.unmapped(CUT_OFFS, kind, `${where.at}.shipmentCutOffTimes`, where.span);
      if (!time) {
        const problem = written === null ? 'MISSING_FIELD' : 'BAD_TIME';
        findings.add(problem, 'WARNING', `${where.at}.shipmentCutOffTimes`, written, where.span);
        return [];
      }
      // The earliest delivery is no deadline.
      if (row && row.canonical === null) return [];
      const reason = { scheme: 'DCSA', code: kind, text: row?.meaning ?? null };
      return [
        claim({
          code: 'CUT_OFF',
          classifier: 'PLANNED',
          time,
          place: place?.ref ?? null,
          documents,
          reason,
          rawCode: kind,
        }),
      ];
    });
}

function feedbackOf(paper: JsonObject): string | null {
  return (
    objectsOf(paper['feedbacks'])
      .flatMap((one) => textOf(one, 'message') ?? [])
      .slice(0, 5)
      .join('; ') || null
  );
}
