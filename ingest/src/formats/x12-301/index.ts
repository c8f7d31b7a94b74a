import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { nameOfBooking, readBookingConfirmation, readCancelledBooking } from './booking-confirmation.ts';

export const x12Booking301 = x12Format({
  id: 'x12-301',
  name: { en: 'X12 301 booking confirmation (ocean)', zh: 'X12 301 海运订舱确认报文' },
  types: ['301'],
  reader: setReader({
    unit: 'B1',
    name: nameOfBooking,
    units: readBookingConfirmation,
    cancelled: readCancelledBooking,
  }),
});
