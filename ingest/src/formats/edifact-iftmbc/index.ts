import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { documentReader } from '../../claims/edifact-transport/document-reader.ts';
import { answerOf } from './answer.ts';

/** Booking confirmation: what a carrier answers to a booking request, UN/EDIFACT D95B to D16A. */
export const edifactIftmbc = edifactFormat({
  id: 'edifact-iftmbc',
  name: { en: 'EDIFACT IFTMBC booking confirmation', zh: 'EDIFACT IFTMBC 订舱确认' },
  types: ['IFTMBC'],
  reader: documentReader({
    claimOf: answerOf,
    cancelled: { code: 'BOOKING_CANCELLED', classifier: 'ACTUAL', numberOf: null },
    issued: [],
  }),
});
