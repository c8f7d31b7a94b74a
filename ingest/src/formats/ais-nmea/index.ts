import { holdsSentences } from '../../syntax/nmea/head.ts';
import type { MessageFormat } from '../message-format.ts';
import { readAis } from './parse.ts';

export const aisNmea: MessageFormat<'ais-nmea'> = {
  id: 'ais-nmea',
  name: { en: 'AIS positions (NMEA 0183 VDM/VDO)', zh: '船舶自动识别系统报文（NMEA 0183 VDM/VDO）' },
  mediaTypes: ['application/x-nmea', 'text/plain'],
  detect: holdsSentences,
  read: readAis,
};
