import { USUAL_LISTS } from '../../syntax/json-records.ts';
import { LISTS_3 } from '../../claims/dcsa/lists.ts';
import { messageReader } from '../../claims/dcsa/message-reader.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import type { MessageFormat } from '../message-format.ts';
import { readNotice } from './read-notice.ts';

/** Dangerous goods are the deepest part of a notice: consignment item, cargo item, packaging, goods, limits. */
const RECORDS = {
  maxDepth: 32,
  lists: [['arrivalNotices'], ['arrivalNoticeNotifications'], ...USUAL_LISTS],
} as const;

const JSON_START = /^[[{]/;
const OWN_FIELD = /"arrivalNotices"\s*:|"arrivalNoticeNotifications"\s*:|"org\.dcsa\.arrival-notice/;
const BILL = /"transportDocumentReference"\s*:/;
const ARRIVAL =
  /"(?:portOfDischargeArrivalDate|etaAtPortOfDischargeDate|freeTimes|freetime|deliveryTypeAtDestination)"\s*:/;

/** Bills, shipping instructions and bookings have the other two as well. */
const OTHER_PAPER =
  /"(?:transportDocumentStatus|shippingInstructionsStatus|shippingInstructionsReference|isShippedOnBoardType|isToOrder|bookingStatus|requestedEquipments|issuanceManifestSignedContent)"\s*:/;

/** DCSA Arrival Notice 1.0: notices and light notifications, as pulled and pushed, and those of the beta. See README. */
export const dcsaArrivalNotice1: MessageFormat<'dcsa-arrival-notice-1'> = {
  id: 'dcsa-arrival-notice-1',
  name: { en: 'DCSA Arrival Notice 1.0 (JSON)', zh: 'DCSA 到货通知 1.0（JSON）' },
  mediaTypes: ['application/json'],
  detect: (head) =>
    JSON_START.test(head) &&
    (OWN_FIELD.test(head) || (BILL.test(head) && ARRIVAL.test(head) && !OTHER_PAPER.test(head))),
  read: (bytes, context) =>
    interpretJson(bytes, context, RECORDS, (scope) => {
      const reader = messageReader(scope, LISTS_3);
      return (record, where) => readNotice(record, where, reader, scope);
    }),
};
