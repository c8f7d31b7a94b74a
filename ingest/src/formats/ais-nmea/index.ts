import type { MessageFormat } from '../message-format.ts';
import { readAis } from './parse.ts';

/** A sentence with an AIS payload at the start of any of the first lines; a receiver mixes in GPS and wind. */
const AIS_LINE = /^(?:\\[^\\\r\n]{1,200}\\)?![A-Z]{2}VD[MO],\d,\d,/m;

export const aisNmea: MessageFormat<'ais-nmea'> = {
  id: 'ais-nmea',
  name: { en: 'AIS positions (NMEA 0183 VDM/VDO)', zh: '船舶自动识别系统报文（NMEA 0183 VDM/VDO）' },
  mediaTypes: ['application/x-nmea', 'text/plain'],
  detect: (head) => AIS_LINE.test(head),
  read: readAis,
};
