import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readBookingFile } from './booking-file.ts';

/** Booking request as a flat file of the Ministry of Transport. */
export const jtIftmbf = jtFormat({
  id: 'jt-iftmbf',
  name: { en: 'JT IFTMBF booking (flat file)', zh: '交通部平台文件 IFTMBF 订舱' },
  types: ['IFTMBF'],
  reader: { unit: '14', layout: loadJtLayout('jt/iftmbf-fields'), read: readBookingFile },
});
