import { LISTS_3 } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { withPlansApart } from '../../claims/dcsa/paper-news.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { USUAL_LISTS } from '../../syntax/json-records.ts';
import type { MessageFormat } from '../message-format.ts';
import { readPaper } from './read-paper.ts';

const RECORDS = {
  maxDepth: 32,
  lists: [['transportDocuments'], ['shippingInstructions'], ...USUAL_LISTS],
} as const;
const JSON_START = /^[[{]/;
const OWN_FIELD =
  /"(?:transportDocumentStatus|amendedTransportDocumentStatus|shippingInstructionsStatus|updatedShippingInstructionsStatus|issuanceManifestSignedContent)"\s*:|"org\.dcsa\.(?:transport-?document|shipping-?instructions?)\.|"org\.dcsa\.shipping-?instruction-/;
const BILL = /"transportDocumentReference"\s*:/;
/** What bills and instructions have and arrival notices do not, where the status stands behind the first bytes. */
const OF_BILLS = /"(?:isShippedOnBoardType|isToOrder|shippingInstructionsReference)"\s*:/;
/** Shipping instructions as they are submitted have neither status nor number yet. */
const SUBMITTED = [/"isToOrder"\s*:/, /"isShippedOnBoardType"\s*:/, /"consignmentItems"\s*:/];
const OF_BOOKINGS = /"(?:bookingStatus|amendedBookingStatus|bookingCancellationStatus)"\s*:/;

/** DCSA Electronic Bill of Lading 3.0: transport documents, shipping instructions, requests to issue, and notifications of them. */
export const dcsaEbl3: MessageFormat<'dcsa-ebl-3'> = {
  id: 'dcsa-ebl-3',
  name: { en: 'DCSA Electronic Bill of Lading 3.0 (JSON)', zh: 'DCSA 电子提单 3.0（JSON）' },
  mediaTypes: ['application/json', 'application/cloudevents+json'],
  detect: (head) =>
    JSON_START.test(head) &&
    !OF_BOOKINGS.test(head) &&
    (OWN_FIELD.test(head) ||
      (BILL.test(head) && OF_BILLS.test(head)) ||
      SUBMITTED.every((field) => field.test(head))),
  read: (bytes, context) =>
    withPlansApart(
      interpretJson(bytes, context, RECORDS, (scope) => {
        const reader = messageReader(scope, LISTS_3);
        return (record, where) => readPaper(record, where, reader, scope);
      }),
    ),
};
