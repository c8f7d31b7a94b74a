import { LISTS_3 } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { withPlansApart } from '../../claims/dcsa/paper-news.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { USUAL_LISTS } from '../../syntax/json-records.ts';
import type { MessageFormat } from '../message-format.ts';
import { readBooking } from './read-booking.ts';

const RECORDS = { maxDepth: 32, lists: [['bookings'], ...USUAL_LISTS] } as const;
const JSON_START = /^[[{]/;
const OWN_FIELD =
  /"(?:bookingStatus|amendedBookingStatus|bookingCancellationStatus)"\s*:|"org\.dcsa\.booking\./;
const REFERENCE = /"(?:carrierBookingReference|carrierBookingRequestReference)"\s*:/;
/** A booking, or the request for one, whose status and numbers stand behind the first bytes, or not at all. */
const SHAPE = [
  /"shipmentLocations"\s*:/,
  /"requestedEquipments"\s*:/,
  /"(?:receiptTypeAtOrigin|cargoMovementTypeAtOrigin)"\s*:/,
];

/** DCSA Booking 2.0: bookings as they are asked for and pulled, and notifications of their changes. See README. */
export const dcsaBooking2: MessageFormat<'dcsa-booking-2'> = {
  id: 'dcsa-booking-2',
  name: { en: 'DCSA Booking 2.0 (JSON)', zh: 'DCSA 订舱 2.0（JSON）' },
  mediaTypes: ['application/json', 'application/cloudevents+json'],
  detect: (head) =>
    JSON_START.test(head) &&
    ((OWN_FIELD.test(head) && REFERENCE.test(head)) || SHAPE.every((field) => field.test(head))),
  read: (bytes, context) =>
    withPlansApart(
      interpretJson(bytes, context, RECORDS, (scope) => {
        const reader = messageReader(scope, LISTS_3);
        return (record, where) => readBooking(record, where, reader, scope);
      }),
    ),
};
